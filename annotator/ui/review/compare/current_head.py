"""Line above the versions: which difference is the current one, and in what it differs."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from annotator.ui.theme.fonts import header_font, small_font
from annotator.ui.theme.look import Look
from annotator.ui.theme.mirroring import LEADING, TRAILING, painter_on, placed
from annotator.ui.widgets.panel_header import HEIGHT, PADDING

GAP = 10


class CurrentHead(QWidget):
    """Title and kinds, painted: labels would lay out the whole window again at each step."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._title = self._kinds = ""
        self._metrics = QFontMetricsF(header_font()), QFontMetricsF(small_font())
        self.setObjectName("currentDifference")
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_words(self, title: str, kinds: str) -> None:
        """Show these in place of what is shown."""
        if (title, kinds) != (self._title, self._kinds):
            self._title, self._kinds = title, kinds
            self.setAccessibleName(f"{title}, {kinds}")
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = painter_on(self), self._look.theme
        names, small = self._metrics
        line = QRectF(PADDING, 2, self.width() - 2 * PADDING, HEIGHT - 2)
        title = names.elidedText(self._title, Qt.TextElideMode.ElideRight, line.width())
        width = names.horizontalAdvance(title) + GAP
        painter.setFont(header_font())
        painter.setPen(theme.text)
        painter.drawText(line, LEADING, title)
        painter.setFont(small_font())
        painter.setPen(theme.muted)
        rest = placed(painter, line.adjusted(width, 0, 0, 0), line)
        painter.drawText(rest, TRAILING, small.elidedText(self._kinds, Qt.TextElideMode.ElideRight, rest.width()))
