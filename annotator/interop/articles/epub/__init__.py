"""Books (EPUB)."""

from annotator.interop.articles.epub.extractor import EXTRACTOR

__all__ = ["EXTRACTOR"]
