"""A sheet of paper: its size, where text, notes and line numbers stand on it, and the fonts."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QLocale, QRectF
from PySide6.QtGui import QFont, QFontDatabase, QPageSize

from annotator.interop.handover.paper_size import is_letter
from annotator.ui.theme.fonts import REGULAR, article_font, chrome_font

POINT = 20
"""Units in a point. Pages are laid out in whole units, so that letters stand as exactly on paper as on no screen."""

DPI = 72 * POINT
TEXT_POINTS, PITCH = 10, 18 * POINT
NOTES_WIDTH = 152 * POINT
NUMBERS_WIDTH, GUTTER = 17 * POINT, 20 * POINT
SIDE, TOP, BOTTOM, MARGIN_LINE = 46 * POINT, 70 * POINT, 62 * POINT, 40 * POINT


@dataclass(frozen=True, slots=True)
class SheetOfPaper:
    """Size of the paper in units; on one that reads ``leftwards``, all that is at the left stands at the right."""

    width: int
    height: int
    leftwards: bool = False

    @property
    def body(self) -> QRectF:
        """Room between header and footer, from the line numbers to the notes."""
        return QRectF(SIDE, TOP, self.width - 2 * SIDE, self.height - TOP - BOTTOM)

    @property
    def text(self) -> QRectF:
        """Room of the article's text."""
        body = self.body
        width = body.width() - NUMBERS_WIDTH - GUTTER - NOTES_WIDTH
        return self.placed(QRectF(body.left() + NUMBERS_WIDTH, body.top(), width, body.height()))

    @property
    def notes(self) -> QRectF:
        """Room of the notes."""
        body = self.body
        return self.placed(QRectF(body.right() - NOTES_WIDTH, body.top(), NOTES_WIDTH, body.height()))

    @property
    def numbers(self) -> QRectF:
        """Room of the numbers of the lines."""
        body = self.body
        return self.placed(QRectF(body.left(), body.top(), NUMBERS_WIDTH - 5 * POINT, body.height()))

    def placed(self, rect: QRectF) -> QRectF:
        """Return where a rectangle lies that is laid out from left to right."""
        if not self.leftwards:
            return rect
        return QRectF(self.width - rect.right(), rect.top(), rect.width(), rect.height())


def paper_size() -> QPageSize.PageSizeId:
    """Return the size of the paper that is usual where the user is."""
    letter = is_letter(QLocale.system().name())
    return QPageSize.PageSizeId.Letter if letter else QPageSize.PageSizeId.A4


def sheet_of(size: QPageSize, *, leftwards: bool) -> SheetOfPaper:
    """Return the sheet of that size."""
    points = size.sizePoints()
    return SheetOfPaper(points.width() * POINT, points.height() * POINT, leftwards)


def text_font() -> QFont:
    """Return the font of the article's text."""
    return _unhinted(article_font("serif", TEXT_POINTS * POINT))


@lru_cache(maxsize=16)
def small_font(points: float, weight: QFont.Weight = REGULAR) -> QFont:
    """Return the font of all but the article's text; it is shared and not to be changed."""
    font = _unhinted(chrome_font(0, weight))
    font.setPixelSize(round(points * POINT))
    return font


def fixed_font(points: float) -> QFont:
    """Return the font of the hash, whose digits stand below each other."""
    font = _unhinted(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
    font.setPixelSize(round(points * POINT))
    return font


def _unhinted(font: QFont) -> QFont:
    """Return the font for large units, with each letter by itself, so that copied words are those of the article."""
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setFeature(QFont.Tag("liga"), 0)
    return font
