"""Button drawn as text of the status bar."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from annotator.language.plain_line import plain_line
from annotator.ui.theme.look import Look
from annotator.ui.widgets.buttons.painted_button import PaintedButton

SIDE, HEIGHT, RADIUS, WIDEST = 6, 20, 4, 220


class WordsButton(PaintedButton):
    """Button of plain text, hidden while the text is empty; ``name`` precedes the text in the accessible name."""

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._name = name
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.show_words("")

    def show_words(self, words: str) -> None:
        """Show ``words`` as the button's text."""
        self.setText(plain_line(words))
        self.setAccessibleName(f"{self._name}: {self.text()}")
        self.setVisible(bool(words))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        words = QFontMetricsF(self.font()).horizontalAdvance(self.text())
        return QSize(min(round(words) + 2 * SIDE + 1, WIDEST), HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme, rect = self.painter(), self._look.theme, QRectF(self.rect())
        self.paint_ground(painter, rect, RADIUS)
        painter.setPen(theme.text if self.underMouse() else theme.muted)
        room = rect.adjusted(SIDE, 0, -SIDE, 0)
        words = QFontMetricsF(self.font()).elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width() + 1)
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine, words)
