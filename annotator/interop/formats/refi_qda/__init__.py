"""REFI-QDA projects, as ATLAS.ti, MAXQDA, NVivo, QualCoder and others exchange them; positions are code points."""

from annotator.interop.formats.refi_qda.format import FORMAT

__all__ = ["FORMAT"]
