"""XML reading and writing, shared by all formats."""
