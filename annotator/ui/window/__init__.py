"""Composition of the window: parts made, connected, opened and closed."""
