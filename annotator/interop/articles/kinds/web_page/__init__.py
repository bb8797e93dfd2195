"""Extractor for saved web pages: HTML, and MHTML with everything in one file."""

from annotator.interop.articles.kinds.web_page.extractor import EXTRACTOR

__all__ = ["EXTRACTOR"]
