"""Extractor for RTF."""

from annotator.interop.articles.kinds.rtf.extractor import EXTRACTOR

__all__ = ["EXTRACTOR"]
