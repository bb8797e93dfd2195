"""Extractor for e-mail: single messages and mailboxes."""

from annotator.interop.articles.kinds.mail.extractor import EXTRACTOR

__all__ = ["EXTRACTOR"]
