"""Parts of the window for reading and checking."""
