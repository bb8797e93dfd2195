"""Table below the versions: how often each annotator was followed so far."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from annotator.translation.messages import _, number
from annotator.ui.theme.fonts import MEDIUM, chrome_font
from annotator.ui.theme.look import Look
from annotator.ui.theme.mirroring import LEADING, TRAILING, painter_on, placed
from annotator.ui.widgets.panel_header import PADDING

ROW, TITLE, TOP, GAP = 22, 26, 10, 12


class SoFar(QWidget):
    """Rows of words and counts below a title, hidden as long as there are none."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._rows: Sequence[tuple[str, int]] = ()
        self.setObjectName("decidedSoFar")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.hide()

    def show_rows(self, rows: Sequence[tuple[str, int]]) -> None:
        """Show these rows in place of those that are shown."""
        self._rows = rows
        self.setFixedHeight(self.sizeHint().height())
        self.setVisible(bool(rows))
        told = (f"{words}: {number(count)}" for words, count in rows)
        self.setAccessibleName(", ".join((_("Decided so far"), *told)))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, TOP + TITLE + ROW * len(self._rows) + GAP)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = painter_on(self), self._look.theme
        room = QRectF(PADDING, TOP, self.width() - 2 * PADDING, TITLE)
        painter.fillRect(QRectF(room.left(), 0, room.width(), 1), theme.border)
        painter.setFont(chrome_font(-1, MEDIUM))
        painter.setPen(theme.muted)
        painter.drawText(room, LEADING, _("Decided so far"))
        painter.setFont(chrome_font())
        metrics = QFontMetricsF(chrome_font())
        for at, (words, count) in enumerate(self._rows):
            line = QRectF(room.left(), TOP + TITLE + at * ROW, room.width(), ROW)
            told = number(count)
            width = line.width() - metrics.horizontalAdvance(told) - GAP
            painter.setPen(theme.text if count else theme.muted)
            painter.drawText(line, TRAILING, told)
            words = metrics.elidedText(words, Qt.TextElideMode.ElideRight, width)
            painter.drawText(placed(painter, QRectF(line.left(), line.top(), width, ROW), line), LEADING, words)
