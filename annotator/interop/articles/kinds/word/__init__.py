"""Extractor for Word documents."""

from annotator.interop.articles.kinds.word.extractor import EXTRACTOR

__all__ = ["EXTRACTOR"]
