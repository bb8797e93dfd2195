"""CoNLL: a folder with one file per label, with one token and its IOB2 tag per line."""

from annotator.interop.formats.conll.format import FORMAT

__all__ = ["FORMAT"]
