"""E-mail: single messages, and mailboxes of many."""

from annotator.interop.articles.kinds.mail.extractor import EXTRACTOR

__all__ = ["EXTRACTOR"]
