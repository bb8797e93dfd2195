"""Font of the article, from the settings."""

from __future__ import annotations

from PySide6.QtGui import QFont

from annotator.session.preferences.settings import Settings
from annotator.ui.theme.fonts import article_font

NAMES = frozenset({"article_font", "article_font_family", "font_size", "column_width", "zoom"})
"""Names of the settings that decide the article's font and column width."""


def typeface(settings: Settings) -> QFont:
    """Return the article's font, scaled by the zoom in the settings."""
    font = article_font(settings.article_font, round(settings.font_size * settings.zoom / 100))
    if settings.article_font_family:
        font.setFamilies([settings.article_font_family, *font.families()])
    return font
