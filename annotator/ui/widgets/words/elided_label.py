"""One line of plain text, elided where there is no room."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QStyle, QWidget

from annotator.language.plain_line import plain_line, reads_leftwards
from annotator.ui.theme.mirroring import LEFTWARDS
from annotator.ui.widgets.words.line_of_text import show_tip

MOST_KNOWN = 8
"""Texts whose widths a label knows."""


class ElidedLabel(QLabel):
    """Label that elides its text; a ``shy`` one shows nothing where less than half of it would fit.

    One with several forms shows a shorter one instead, and the whole in its tooltip.
    """

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
        self._shorter: tuple[str, ...] = ()
        self._widths: dict[str, int] = {}
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.show_line(text)

    def show_line(self, text: str) -> None:
        """Show ``text`` on one line, with line breaks as spaces and invisible characters escaped."""
        self._shorter = ()
        self.setText(plain_line(text))
        self.setAccessibleName(self.text())

    def show_forms(self, *forms: str) -> None:
        """Show the first of these that there is room for, the longest first; nothing where none fits."""
        self.show_line(forms[0])
        self._shorter = tuple(map(plain_line, forms[1:]))
        self._tell_whole()

    def changeEvent(self, event: QEvent) -> None:
        self._widths = {}
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._shorter:
            self._tell_whole()

    def sizeHint(self) -> QSize:
        return QSize(self._width_of(self.text()) + 2, self.fontMetrics().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.fontMetrics().height())

    @property
    def shown_text(self) -> str:
        """Text as it is painted at the present width."""
        if self._shorter:
            return next((form for form in (self.text(), *self._shorter) if self._fits(form)), "")
        if self._shy and self.width() < self.sizeHint().width() / 2:
            return ""
        return self.fontMetrics().elidedText(self.text(), self._mode, self.width(), Qt.TextFlag.TextSingleLine)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        side = QStyle.visualAlignment(self.layoutDirection(), self.alignment()) | Qt.AlignmentFlag.AlignAbsolute
        painter.setLayoutDirection(LEFTWARDS if self._leftwards else Qt.LayoutDirection.LeftToRight)
        painter.drawText(self.rect(), side | Qt.TextFlag.TextSingleLine, self.shown_text)

    def _fits(self, text: str) -> bool:
        return self._width_of(text) <= self.width()

    def _width_of(self, text: str) -> int:
        """Return the width of the text in pixels, which layouts ask for again and again."""
        width = self._widths.get(text)
        if width is None:
            if len(self._widths) >= MOST_KNOWN:
                self._widths.clear()
            width = self._widths[text] = self.fontMetrics().size(Qt.TextFlag.TextSingleLine, text).width()
        return width

    def _tell_whole(self) -> None:
        show_tip(self, "" if self._fits(self.text()) else self.text())

    @property
    def _leftwards(self) -> bool:
        """True in a window of that direction, but for a text whose letters are all of the other one."""
        return self.isRightToLeft() and reads_leftwards(self.text())


def shortened_by_parts(text: str) -> list[str]:
    """Return the text, then without its last part, and so on; dots stand between parts: “Saved · sam · 100 %”."""
    parts = text.split(" · ")
    return [" · ".join(parts[:end]) for end in range(len(parts), 0, -1)]
