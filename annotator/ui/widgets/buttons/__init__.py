"""Buttons and things to tick."""
