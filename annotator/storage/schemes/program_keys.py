"""Single keys of the window that act in the article by themselves."""

from __future__ import annotations

HELD_KEYS = frozenset("no.,[]")
"""Keys that the program needs: a scheme that gives one to something else gives it in vain."""

RESERVED_KEYS = HELD_KEYS | frozenset("aegjklrvxy?")
"""These, and keys that give way to a label or have no action yet: where a scheme is made, no label gets one."""
