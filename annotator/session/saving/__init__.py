"""Saving of every change in the background."""
