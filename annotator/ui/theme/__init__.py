"""Colours, fonts, icons and the Qt style of the whole window."""
