"""Fonts of the article and of the window around it."""

from __future__ import annotations

import sys
from functools import lru_cache

from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QGuiApplication

from annotator.session.article_families import ARABIC, serif_families

REGULAR, MEDIUM, STRONG, BOLD = QFont.Weight.Normal, QFont.Weight.Medium, QFont.Weight.DemiBold, QFont.Weight.Bold


def article_font(choice: str, pixels: int) -> QFont:
    """Return the article's font, ``pixels`` high; ``choice`` is ``serif``, ``system`` or ``fixed``."""
    font = _family(choice)
    font.setPixelSize(pixels)
    return font


def chrome_font(step: int = 0, weight: QFont.Weight = REGULAR) -> QFont:
    """Return the system's font, ``step`` pixels larger or, below 0, smaller; never below 6 px."""
    return QFont(CHROME.font(step, weight))


class ChromeFonts:
    """Fonts made of the application's font, kept as long as that is the same and as high on the screen.

    Each has been matched with what is installed, which its copies need not be again.
    """

    def __init__(self) -> None:
        self._of, self._pixels = QFont(), 0
        self._made: dict[tuple[int, QFont.Weight], QFont] = {}

    def font(self, step: int, weight: QFont.Weight) -> QFont:
        """Return the font, which is not to be changed."""
        base = QGuiApplication.font()
        pixels = QFontInfo(base).pixelSize()
        if pixels != self._pixels or not base.isCopyOf(self._of):
            self._of, self._pixels, self._made = base, pixels, {}
        known = self._made.get((step, weight))
        if known is None:
            known = self._made[step, weight] = QFont(base)
            known.setPixelSize(max(pixels + step, 6))
            known.setWeight(weight)
        return known


CHROME = ChromeFonts()


def small_font() -> QFont:
    """Return the font of counts, hints and second lines."""
    return chrome_font(-1)


def header_font() -> QFont:
    """Return the font of names and headers."""
    return chrome_font(0, STRONG)


@lru_cache(maxsize=64)
def badge_font(height: int, signs: int = 1) -> QFont:
    """Return the font for ``signs`` characters on a badge ``height`` px high.

    A single character is 0.7 of the height, or 11 px on a list's badge of 18 px.
    """
    font = QFont(QGuiApplication.font())
    pixels = 11 if height == 18 else height * 0.7
    font.setPixelSize(max(round(pixels if signs == 1 else pixels * 0.8), 5))
    font.setWeight(BOLD)
    return font


def _family(choice: str) -> QFont:
    match choice:
        case "system":
            return QFont(QGuiApplication.font())
        case "fixed":
            return QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        case _:
            font = QFont()
            font.setFamilies([*_installed(serif_families(sys.platform)), *_installed(ARABIC)])
            font.setStyleHint(QFont.StyleHint.Serif)
            return font


@lru_cache(maxsize=4)
def _installed(families: tuple[str, ...]) -> list[str]:
    """Return those of ``families`` that are installed; Qt searches for a missing family at every look-up."""
    have = set(QFontDatabase.families())
    return [family for family in families if family in have]
