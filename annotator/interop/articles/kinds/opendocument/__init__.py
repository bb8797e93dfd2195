"""Extractor for OpenDocument texts."""

from annotator.interop.articles.kinds.opendocument.extractor import EXTRACTOR

__all__ = ["EXTRACTOR"]
