"""The window of the lists without its widgets: their columns, lines and files, and the reading of a folder."""
