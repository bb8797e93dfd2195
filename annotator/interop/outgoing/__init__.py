"""Exports: which documents go, their records and rows, and the target they are written to."""
