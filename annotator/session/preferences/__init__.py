"""User settings and the file in which they are stored."""
