"""Buttons that accept or reject what is under review."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from annotator.review.reviewing import Outcome
from annotator.ui.review.outcomes import ICONS, outcome_colour
from annotator.ui.theme.fonts import MEDIUM, chrome_font
from annotator.ui.theme.icons import paint_icon
from annotator.ui.theme.look import Look
from annotator.ui.theme.mirroring import LEADING, placed
from annotator.ui.theme.paint import key_cap_width, paint_key_cap
from annotator.ui.theme.sharp import paint_outline
from annotator.ui.widgets.buttons.painted_button import PaintedButton

HEIGHT, RADIUS, GAP, GLYPH, PADDING, LEAST_PADDING = 36, 6, 8, 14, 12, 4
FAINT = 0.45
"""Opacity of a button that cannot be clicked."""


class VerdictButton(PaintedButton):
    """Button with a key cap, the glyph of the outcome that a click leads to, and the words for it."""

    def __init__(self, look: Look, key: str, outcome: Outcome, words: str, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._key, self._outcome = key, outcome
        self.setText(words)
        self.setAccessibleName(words)
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)  # narrower than it wants, at need

    def sizeHint(self) -> QSize:
        return QSize(int(self._content_width()) + 2 * PADDING, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(int(self._content_width()) - GLYPH - GAP + 2 * LEAST_PADDING, HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme, whole = self.painter(), self._look.theme, QRectF(self.rect())
        frame, colour = whole.adjusted(1, 1, -1, -1), outcome_colour(self._outcome, theme)
        self.paint_ground(painter, frame, RADIUS)
        painter.setOpacity(1 if self.isEnabled() else FAINT)
        if not self.hasFocus():
            paint_outline(painter, frame, colour if self._outcome is Outcome.ACCEPTED else theme.outline, RADIUS)
        self._paint_content(painter, whole, colour)

    def _paint_content(self, painter: QPainter, whole: QRectF, colour: QColor) -> None:
        """Draw key cap, glyph and words in the middle, without the glyph where there is no room for it."""
        content, middle = self._content_width(), whole.center().y()
        glyph = GLYPH + GAP if content + 2 * LEAST_PADDING <= whole.width() else 0
        x = max((whole.width() - content + GLYPH + GAP - glyph) / 2, LEAST_PADDING)
        cap = placed(painter, QRectF(x, middle, key_cap_width(self._key), 1), whole)
        paint_key_cap(painter, QPointF(cap.left(), middle), self._key, self._look.theme)
        x += cap.width() + GAP
        if glyph:
            rect = QRectF(x, middle - GLYPH / 2, GLYPH, GLYPH)
            paint_icon(painter, placed(painter, rect, whole), ICONS[self._outcome], colour, GLYPH)
        painter.setFont(chrome_font(0, MEDIUM))
        painter.setPen(colour)
        words = QRectF(x + glyph, 0, whole.width() - x - glyph, whole.height())
        painter.drawText(placed(painter, words, whole), LEADING, self.text())

    def _content_width(self) -> float:
        words = QFontMetricsF(chrome_font(0, MEDIUM)).horizontalAdvance(self.text()) + 1
        return key_cap_width(self._key) + GAP + GLYPH + GAP + words
