"""The article's font and column, from the settings."""

from __future__ import annotations

from PySide6.QtGui import QFont

from annotator.session.preferences.settings import Settings
from annotator.ui.theme.fonts import article_font

NAMES = frozenset({"article_font", "article_font_family", "font_size", "column_width", "zoom"})
"""The settings that decide how the article is set."""


def typeface(settings: Settings) -> QFont:
    """The font of the article at the zoom there is."""
    font = article_font(settings.article_font, round(settings.font_size * settings.zoom / 100))
    if settings.article_font_family:
        font.setFamilies([settings.article_font_family, *font.families()])
    return font
