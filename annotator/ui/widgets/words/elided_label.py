"""One line of plain text, elided where there is no room."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QStyle, QWidget

from annotator.language.plain_line import plain_line, reads_leftwards
from annotator.ui.theme.mirroring import LEFTWARDS


class ElidedLabel(QLabel):
    """Label that elides its text; a ``shy`` one shows nothing where less than half of it would fit."""

    def __init__(
        self,
        text: str = "",
        parent: QWidget | None = None,
        *,
        mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
        shy: bool = False,
    ) -> None:
        super().__init__(parent)
        self._mode = mode
        self._shy = shy
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.show_line(text)

    def show_line(self, text: str) -> None:
        """Show ``text`` on one line, with line breaks as spaces and invisible characters escaped."""
        self.setText(plain_line(text))
        self.setAccessibleName(self.text())

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(metrics.size(Qt.TextFlag.TextSingleLine, self.text()).width() + 2, metrics.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.fontMetrics().height())

    @property
    def shown_text(self) -> str:
        """Text as it is painted at the present width."""
        if self._shy and self.width() < self.sizeHint().width() / 2:
            return ""
        return self.fontMetrics().elidedText(self.text(), self._mode, self.width(), Qt.TextFlag.TextSingleLine)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        side = QStyle.visualAlignment(self.layoutDirection(), self.alignment()) | Qt.AlignmentFlag.AlignAbsolute
        painter.setLayoutDirection(LEFTWARDS if self._leftwards else Qt.LayoutDirection.LeftToRight)
        painter.drawText(self.rect(), side | Qt.TextFlag.TextSingleLine, self.shown_text)

    @property
    def _leftwards(self) -> bool:
        """True in a window of that direction, but for a text whose letters are all of the other one."""
        return self.isRightToLeft() and reads_leftwards(self.text())
