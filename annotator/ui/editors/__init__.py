"""Editors of attributes: rows at rest, chips of what is empty, and the one editor that is open."""
