"""RTF."""

from annotator.interop.articles.rtf.extractor import EXTRACTOR

__all__ = ["EXTRACTOR"]
