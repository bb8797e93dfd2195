"""A button that looks like the words of the status bar."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from annotator.ui.line_of_text import plain_line
from annotator.ui.theme.look import Look
from annotator.ui.theme.sharp import paint_outline

SIDE, HEIGHT, RADIUS, WIDEST = 6, 20, 4, 220


class WordsButton(QAbstractButton):
    """Not there while it has no words. ``name`` is what assistive technology says before them."""

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._name = look, name
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.show_words("")

    def show_words(self, words: str) -> None:
        self.setText(plain_line(words))
        self.setAccessibleName(f"{self._name}: {self.text()}")
        self.setVisible(bool(words))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        words = QFontMetricsF(self.font()).horizontalAdvance(self.text())
        return QSize(min(round(words) + 2 * SIDE + 1, WIDEST), HEIGHT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._look.theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect())
        if self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.pressed if self.isDown() else theme.hover)
            painter.drawRoundedRect(rect, RADIUS, RADIUS)
        if self.hasFocus():
            paint_outline(painter, rect, theme.accent, RADIUS, width=2)
        painter.setPen(theme.text if self.underMouse() else theme.muted)
        room = rect.adjusted(SIDE, 0, -SIDE, 0)
        words = QFontMetricsF(self.font()).elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width() + 1)
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine, words)
