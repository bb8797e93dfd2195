"""PDF files that have their text in them."""

from annotator.interop.articles.kinds.pdf.extractor import EXTRACTOR

__all__ = ["EXTRACTOR"]
