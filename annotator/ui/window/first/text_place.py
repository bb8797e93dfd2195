"""Place of the text in the window: as it was left, or as it is at the first start."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QMargins, QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from annotator.session.preferences.settings import Settings
from annotator.ui.article_view.column import beside_bar

if TYPE_CHECKING:
    from annotator.ui.article_page.article_page import ArticlePage  # here: it comes after the first picture

FOLDED_BELOW, FOLDED_BELOW_HEIGHT = 1000, 420
"""Width and height of the window below which the panels are folded to rails."""
SIDES = ("left", "top", "right", "bottom")
ABOVE, BELOW, BESIDE_RAILS, BAR = 33 + 38, 46 + 26, 32, 12
"""At the first start: menus and header, labels and status bar, in pixels; a rail; the scroll bar."""
BEFORE_TEXT, AFTER_TEXT = 238 + 5, 5 + 324
"""At the first start: the panels before the text and after it, and what divides them from it."""
LESS_BELOW, TOUR = 6, 40
"""How much lower the labels are in a narrow window; height of the offer of the tour."""


def kept_margins(page: ArticlePage, window: QWidget, *, away: bool) -> dict[str, Mapping[str, int]]:
    """Return the distances of the text from the sides of the window, as a setting.

    None are kept while the text is hidden or the panels are ``away``, so that it is elsewhere than usual.
    """
    if away or page.view.isHidden():
        return {}
    beside = beside_bar(page.view)
    place = QRect(page.view.mapTo(window, beside.topLeft()), beside.size())
    right, bottom = window.width() - place.right() - 1, window.height() - place.bottom() - 1
    margins = place.left(), place.top() - page.above_text, right, bottom
    return {"text_margins": dict(zip(SIDES, margins, strict=True))}


def text_margins(settings: Settings, window: QWidget) -> QMargins:
    """Return the distances of the text from the sides of the window, as they will be."""
    known = settings.text_margins
    if known.keys() >= {*SIDES}:
        return QMargins(*(known[side] for side in SIDES))
    above = ABOVE if settings.tour_seen or settings.recent_folders else ABOVE + TOUR
    if window.width() < FOLDED_BELOW or window.height() < FOLDED_BELOW_HEIGHT:
        before, after, below = BESIDE_RAILS, BESIDE_RAILS + BAR, BELOW - LESS_BELOW
    else:
        before, after, below = BEFORE_TEXT, AFTER_TEXT + BAR, BELOW
    if QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft:
        before, after = after, before
    return QMargins(before, above, after, below)
