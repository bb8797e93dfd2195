"""REFI-QDA projects, exchanged by ATLAS.ti, MAXQDA, NVivo, QualCoder and others; positions are code points."""

from annotator.interop.formats.refi_qda.format import FORMAT

__all__ = ["FORMAT"]
