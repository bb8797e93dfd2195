"""Check of the quotes of claims against a kept file, with the difference word by word."""

from annotator.ui.evidence.quotes.quotes_dialog import QuotesDialog

__all__ = ["QuotesDialog"]
