"""Colours, type, icons and the style that the whole window shares."""
