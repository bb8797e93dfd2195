"""Extractor for PDF files that contain text."""

from annotator.interop.articles.kinds.pdf.extractor import EXTRACTOR

__all__ = ["EXTRACTOR"]
