"""Web pages that were saved: HTML, and MHTML with all in one file."""

from annotator.interop.articles.kinds.web_page.extractor import EXTRACTOR

__all__ = ["EXTRACTOR"]
