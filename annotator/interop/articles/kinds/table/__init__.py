"""Tables with a text in each row: CSV, TSV, JSON Lines and JSON."""

from annotator.interop.articles.kinds.table.extractor import EXTRACTOR, columns, preview

__all__ = ["EXTRACTOR", "columns", "preview"]
