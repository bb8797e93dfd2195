"""The two tables: their columns, heads and rows."""
