"""The open article's annotations as a list."""
