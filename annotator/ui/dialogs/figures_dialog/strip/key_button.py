"""Button drawn as the key that does the same, with words beside it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QFontMetricsF, QKeySequence, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from annotator.ui.theme.fonts import small_font
from annotator.ui.theme.look import Look
from annotator.ui.theme.mirroring import placed
from annotator.ui.theme.paint import key_cap_width, paint_key_cap
from annotator.ui.widgets.buttons.painted_button import PaintedButton
from annotator.ui.widgets.words.key_names import caption_of
from annotator.ui.widgets.words.line_of_text import paint_line

HEIGHT, SIDE, GAP = 26, 4, 6


class KeyButton(PaintedButton):
    """Button; ``words`` may be empty, then it is the key cap alone and needs an accessible name."""

    def __init__(self, key: str, words: str, look: Look, parent: QWidget) -> None:
        super().__init__(look, parent)
        self._key = caption_of(QKeySequence(key))
        self.setText(words)
        self.setFont(small_font())
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        words = QFontMetricsF(self.font()).horizontalAdvance(self.text()) + GAP if self.text() else 0
        return QSize(round(2 * SIDE + key_cap_width(self._key) + words + 2), HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(round(2 * SIDE + key_cap_width(self._key)), HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, whole, theme = self.painter(), QRectF(self.rect()), self._look.theme
        self.paint_ground(painter, whole, 5)
        painter.setOpacity(1.0 if self.isEnabled() else 0.45)
        cap = QRectF(SIDE, 0, key_cap_width(self._key), whole.height())
        at = placed(painter, cap, whole)
        paint_key_cap(painter, QPointF(at.left(), at.center().y()), self._key, theme)
        if self.text():
            room = QRectF(cap.right() + GAP, 0, whole.width() - cap.right() - GAP - SIDE + 1, whole.height())
            painter.setFont(self.font())
            painter.setPen(theme.muted)
            paint_line(painter, placed(painter, room, whole), self.text(), QFontMetricsF(self.font()), leading=True)
