"""CSV: one table for each label with a column for each attribute, one of the relations and one of the documents."""

from annotator.interop.formats.csv_tables.format import FORMAT

__all__ = ["FORMAT"]
