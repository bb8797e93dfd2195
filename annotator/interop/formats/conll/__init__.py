"""CoNLL: a folder with one file for each label, in which every token has its IOB2 tag."""

from annotator.interop.formats.conll.format import FORMAT

__all__ = ["FORMAT"]
