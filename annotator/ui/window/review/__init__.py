"""Reviewing in the window: comparing, and deciding on a final version, around the text."""
