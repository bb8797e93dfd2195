"""Pill with the number of open comments, which leads to them."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFontMetricsF, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from annotator.translation.messages import number
from annotator.ui.theme.fonts import MEDIUM, chrome_font
from annotator.ui.theme.icons import ICON, paint_icon
from annotator.ui.theme.look import Look
from annotator.ui.theme.mirroring import placed
from annotator.ui.theme.sharp import paint_outline
from annotator.ui.widgets.buttons.painted_button import PaintedButton
from annotator.ui.widgets.words.counted import open_comments
from annotator.ui.widgets.words.line_of_text import paint_line

HEIGHT, SIDE, GAP, RING = 24, 8, 4, 1


class CommentsPill(PaintedButton):
    """Button with a speech bubble, hidden where no comment is open; with ``words`` it says what the number counts."""

    def __init__(self, look: Look, name: str, parent: QWidget | None = None, *, words: bool = False) -> None:
        super().__init__(look, parent)
        self._in_words, self._count = words, -1
        self.setObjectName(name)
        self.setFont(chrome_font(-1, MEDIUM))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.hide()

    def show_count(self, count: int) -> None:
        """Show how many comments are open."""
        if count == self._count:
            return
        self._count = count
        self.setVisible(count > 0)
        told = open_comments(count)
        self.setText(told if self._in_words else number(count))
        self.setAccessibleName(told)
        self.setToolTip("" if self._in_words else told)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        words = QFontMetricsF(self.font()).horizontalAdvance(self.text())
        return QSize(round(2 * SIDE + ICON + GAP + words) + 2 + 2 * RING, HEIGHT + 2 * RING)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = self.painter(), self._look.theme
        pill = QRectF(self.rect()).adjusted(RING, RING, -RING, -RING)
        self.paint_ground(painter, pill, HEIGHT / 2)
        if not self.hasFocus():
            paint_outline(painter, pill, theme.outline, HEIGHT / 2)
        sign = QRectF(pill.left() + SIDE, pill.top(), ICON, pill.height())
        paint_icon(painter, placed(painter, sign, pill), "comment", theme.muted)
        words = pill.adjusted(SIDE + ICON + GAP, 0, -SIDE + 2, 0)
        painter.setPen(theme.text)
        paint_line(painter, placed(painter, words, pill), self.text(), QFontMetricsF(self.font()), leading=True)
