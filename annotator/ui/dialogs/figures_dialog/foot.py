"""Foot of the window: how much does not fit and what was dismissed, and how far the folder has been read."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from annotator.session.background.long_work import Stage
from annotator.session.fact_tables.fact_tables import FactTables
from annotator.translation.messages import _, ngettext, number
from annotator.ui.long_work.work_row import WorkRow
from annotator.ui.system.announcing import announce
from annotator.ui.theme.fonts import MEDIUM, chrome_font
from annotator.ui.theme.look import Look
from annotator.ui.theme.mirroring import margins, painter_on
from annotator.ui.widgets.buttons.words_button import WordsButton
from annotator.ui.widgets.panel_header import muted_label
from annotator.ui.widgets.words.elided_label import ElidedLabel

HEIGHT, SIDE = 34, 14


class Foot(QWidget):
    """Row. ``cancelled``: reading is to stop. ``dismissed_asked``: the next of the dismissed findings."""

    cancelled = Signal()
    dismissed_asked = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.setMinimumHeight(HEIGHT)
        self._words = ElidedLabel(parent=self)
        self._words.setFont(chrome_font(0, MEDIUM))
        self._words.setObjectName("factState")
        self._said = muted_label(self)
        self._said.setObjectName("factSaid")
        self._dismissed = WordsButton(look, _("Dismissed"), self)
        self._dismissed.setObjectName("showDismissed")
        self._dismissed.clicked.connect(self.dismissed_asked)
        self._work = WorkRow(self)
        self._work.cancelled.connect(self.cancelled)
        row = QHBoxLayout(self)
        row.setContentsMargins(margins(SIDE, 0, SIDE, 0))
        row.setSpacing(12)
        row.addWidget(self._words)
        row.addWidget(self._said, 1)
        row.addWidget(self._dismissed)
        row.addWidget(self._work, 1)

    def refresh(self, tables: FactTables) -> None:
        """Say how many places do not fit, how many findings are dismissed, and what could not be read."""
        self._words.show_line(state_words(tables))
        count = len(tables.contents.dismissed)
        words = ngettext("Show {count} dismissed", "Show {count} dismissed", count)
        self._dismissed.show_words(words.format(count=number(count)) if count else "")
        if not tables.busy:
            self._work.hide()

    def say(self, sentence: str) -> None:
        """Say what was done, beside how much does not fit."""
        self._said.show_line(sentence)
        if sentence:
            announce(self, sentence)

    def begin(self, doing: str) -> None:
        """Show the progress of reading from now on, with a button that stops it."""
        focused = self.window().focusWidget()
        self._work.begin(doing)
        if focused:
            focused.setFocus()

    def show_stage(self, stage: Stage) -> None:
        """Show how far reading has got."""
        self._work.show_stage(stage)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter_on(self).fillRect(QRectF(0, 0, self.width(), 1), self._look.theme.border)


def state_words(tables: FactTables) -> str:
    """Return in words how much does not fit, what was dismissed, and what could not be read."""
    open_, dismissed = len(tables.contents.open), len(tables.contents.dismissed)
    words = ngettext("{count} place does not fit", "{count} places do not fit", open_).format(count=number(open_))
    if not open_:
        words = _("Nothing that does not fit was found")
    if dismissed:
        earlier = ngettext("{count} dismissed earlier", "{count} dismissed earlier", dismissed)
        words = _("{found}, {dismissed}").format(found=words, dismissed=earlier.format(count=number(dismissed)))
    if tables.is_cancelled:
        words = _("{found}. Cancelled: the rest of the folder is not read").format(found=words)
    elif tables.unread:
        count = len(tables.unread)
        unread = ngettext("{count} article cannot be read", "{count} articles cannot be read", count)
        words = _("{found}. {unread}").format(found=words, unread=unread.format(count=number(count)))
    return words
