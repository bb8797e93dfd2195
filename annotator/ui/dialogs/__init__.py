"""Dialogs over the window, independent of each other."""
