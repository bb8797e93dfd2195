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
    return QFont(_chrome_font(QGuiApplication.font(), step, weight))


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


@lru_cache(maxsize=64)
def _chrome_font(system: QFont, step: int, weight: QFont.Weight) -> QFont:
    """Return the font to be copied: copies share what Qt has found for it, which is looked for at every new one."""
    font = QFont(system)
    font.setPixelSize(max(QFontInfo(font).pixelSize() + step, 6))
    font.setWeight(weight)
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
