"""Quotation of an annotation's words, cut to a few lines."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QFontMetricsF, QResizeEvent, QTextLayout
from PySide6.QtWidgets import QWidget

from annotator.translation.messages import _
from annotator.ui.widgets.growing_text import GrowingText
from annotator.ui.widgets.words.wrapping_label import lay_out

MOST_LINES, MOST_SHOWN = 5, 2000


class QuotedWords(GrowingText):
    """Read-only text that can be selected and copied."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(1, MOST_LINES, parent)
        self._words = ""
        self._soon = QTimer(self, interval=0, singleShot=True)
        self._soon.timeout.connect(self._fit)
        self.setObjectName("quotedWords")
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )

    def quote(self, words: str) -> None:
        """Show at most MOST_SHOWN characters of ``words``, cut at the end of line MOST_LINES."""
        self._words = words[:MOST_SHOWN].replace("\n", " ")
        self.setAccessibleName(_("Marked words: {words}").format(words=self._words))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._soon.start()  # deferred, since Qt crashes when the text is replaced during its layout

    def _fit(self) -> None:
        option = self.begin_as(self._words)
        room = self.viewport().width() - 2 * self.document().documentMargin()
        layout = QTextLayout(self._words, self.font())
        layout.setTextOption(option)
        lay_out(layout, max(room, 1))
        self.show_text(_elided(self._words, layout, QFontMetricsF(self.font()), room))


def _elided(words: str, layout: QTextLayout, metrics: QFontMetricsF, room: float) -> str:
    """Return the words, elided at the end of line MOST_LINES."""
    if layout.lineCount() <= MOST_LINES:
        return words
    units = words.encode("utf-16-le", "surrogatepass")
    start = 2 * layout.lineAt(MOST_LINES - 1).textStart()
    head, rest = (part.decode("utf-16-le", "surrogatepass") for part in (units[:start], units[start:]))
    return head + metrics.elidedText(rest, Qt.TextElideMode.ElideRight, room - 1)
