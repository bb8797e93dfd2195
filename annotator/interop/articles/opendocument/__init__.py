"""OpenDocument texts."""

from annotator.interop.articles.opendocument.extractor import EXTRACTOR

__all__ = ["EXTRACTOR"]
