"""Single keys of the window that act in the article by themselves."""

from __future__ import annotations

HELD_KEYS = frozenset("no.,[]")
"""Keys that the program needs: if a scheme gives one to a label or value, it does nothing there."""

RESERVED_KEYS = HELD_KEYS | frozenset("aegjklrvxy?")
"""Keys that a scheme which is made gives to no label: these, and keys that have, or may get, another meaning."""
