"""Glyphs of verdicts: an icon with a colour for each that the built-in scheme has."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtGui import QColor

from annotator.ui.theme.tokens import Theme

VERDICTS: Mapping[str, str] = MappingProxyType(
    {"supported": "check", "refuted": "close", "not-enough-evidence": "question", "conflicting": "unequal"}
)
"""Icons by verdict; another verdict has none."""
SIGNS: Mapping[str, str] = MappingProxyType({"check": "✓", "close": "✕", "question": "?", "unequal": "≠"})
"""Icons as characters, for where words alone are shown."""


def verdict_glyph(verdict: object, theme: Theme) -> tuple[str, QColor] | None:
    """Return the icon of the verdict and its colour; None for what is no verdict that has one."""
    name = VERDICTS.get(verdict, "") if isinstance(verdict, str) else ""
    colours = {"check": theme.success, "close": theme.error}
    return (name, colours.get(name, theme.warning)) if name else None


def verdict_sign(verdict: object) -> str:
    """Return the glyph of the verdict as a character; empty for what is no verdict that has one."""
    return SIGNS.get(VERDICTS.get(verdict, "") if isinstance(verdict, str) else "", "")
