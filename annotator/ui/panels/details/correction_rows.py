"""Corrections of the file an article was imported from: old words and new, each leads to its place."""

from __future__ import annotations

from functools import cached_property

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.model.scheme import Scheme
from annotator.session.editing.corrections import CORRECTIONS, CorrectedWords, corrections_of
from annotator.session.session import Session
from annotator.translation.messages import _, ngettext, number
from annotator.ui.theme.look import Look
from annotator.ui.widgets.lists.item_rows import ROW_HEIGHT, ItemRow, ItemRows
from annotator.ui.widgets.panel_header import muted_label

NO_LABELS = Scheme("", "", ())
MOST_ROWS = 8
"""Most rows that are shown without scrolling."""


class CorrectionRows(QWidget):
    """Number and list of the corrections; hidden where there are none.

    The row that becomes the current one selects its words in the text. ``left``: Enter or Escape, to go to the text.
    """

    left = Signal()

    def __init__(self, session: Session, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._look = session, look
        self._entries: object = None
        self._shown: list[CorrectedWords] = []
        self._count = muted_label(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.addWidget(self._count)
        self.hide()

    @cached_property
    def _rows(self) -> ItemRows:
        """The list, which is made for the first article with corrections: most have none."""
        rows = ItemRows(NO_LABELS, self._look, self)
        rows.setObjectName("corrections")
        rows.setAccessibleName(_("Corrections"))
        rows.went_to.connect(self._go_to)
        rows.entered.connect(lambda _row: self.left.emit())
        rows.left.connect(self.left)
        self._column.addWidget(rows)
        return rows

    @property
    def is_empty(self) -> bool:
        """Tell whether the article has no corrections."""
        return not self._shown

    def refresh(self) -> None:
        """Show the corrections of the open article, unless they are shown already."""
        document = self._session.document
        entries = document.article_extra.get(CORRECTIONS)
        if entries is self._entries:
            return
        self._entries, self._shown = entries, corrections_of(document)
        self.setVisible(bool(self._shown))
        if self._shown:
            self._show_rows()

    def _show_rows(self) -> None:
        count = len(self._shown)
        counted = ngettext("{count} correction in its file", "{count} corrections in its file", count)
        self._count.setText(counted.format(count=number(count)))
        self._rows.show_rows([ItemRow(one.words, remark=one.remark) for one in self._shown])
        self._rows.setFixedHeight(min(count, MOST_ROWS) * ROW_HEIGHT + 2)

    def _go_to(self, row: int) -> None:
        if 0 <= row < len(self._shown):
            self._session.move_caret(self._shown[row].end, self._shown[row].start)
            self._session.reveal_caret()
