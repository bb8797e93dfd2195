"""Formats of annotations, one module each; each has a FORMAT. None knows another."""
