"""The table of kinds of item, and a module for each row."""
