"""Word documents."""

from annotator.interop.articles.word.extractor import EXTRACTOR

__all__ = ["EXTRACTOR"]
