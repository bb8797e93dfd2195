"""Composition of what the desk opens over the window."""
