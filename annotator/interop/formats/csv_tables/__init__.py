"""CSV: one table per label with a column per attribute, a table of relations and a table of documents."""

from annotator.interop.formats.csv_tables.format import FORMAT

__all__ = ["FORMAT"]
