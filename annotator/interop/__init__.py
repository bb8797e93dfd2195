"""Interoperability: import of articles, and import and export of annotations in other programs' formats."""
