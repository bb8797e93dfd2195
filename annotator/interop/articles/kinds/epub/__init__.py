"""Extractor for books (EPUB)."""

from annotator.interop.articles.kinds.epub.extractor import EXTRACTOR

__all__ = ["EXTRACTOR"]
