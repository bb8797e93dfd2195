"""Pages of the panel of annotations: the list, the reason why it is empty, or nothing without an article."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedLayout, QWidget

from annotator.language.plain_line import plain_line
from annotator.session.session import Session
from annotator.translation.messages import _
from annotator.ui.panels.annotations.counts import count_forms, hidden_words
from annotator.ui.panels.annotations.hints import how_to_mark
from annotator.ui.panels.annotations.rows import AnnotationRows
from annotator.ui.theme.look import Look
from annotator.ui.widgets.lists.empty_state import EmptyState
from annotator.ui.widgets.panel_header import PanelHeader
from annotator.ui.widgets.words.counted import of_total, selected_words

LIST, EMPTY, BLANK = range(3)


class ListPages(QStackedLayout):
    """Pages of ``view``, with the count in ``header``; ``empty.chosen``: clear the filter."""

    def __init__(
        self, session: Session, rows: AnnotationRows, view: QWidget, header: PanelHeader, look: Look, parent: QWidget
    ) -> None:
        super().__init__()
        self._session, self._rows, self._header = session, rows, header
        self.empty = EmptyState(look, parent)
        for page in (view, self.empty, QWidget(parent)):
            self.addWidget(page)

    def show_state(self, *, selected: int) -> None:
        """Show the list or why it is empty, and how many annotations there are, or are ``selected`` if several are."""
        current, labels = self._session.current, self._rows.labels
        if current is None:
            self._header.set_count("")
            self.setCurrentIndex(BLANK)
            return
        filtered = bool(self._rows.filter)
        counts = (of_total(self._rows.shown, labels.total()),) if filtered else count_forms(labels, current.scheme)
        several = (selected_words(selected),) if selected > 1 else ()
        self._header.set_count(*(several or (counts if labels.total() else ())))
        empty = not self._rows.shown and not self._rows.searching
        if empty:
            self._say_why_empty(filtered=filtered and bool(labels.total()))
        self.setCurrentIndex(EMPTY if empty else LIST)

    def _say_why_empty(self, *, filtered: bool) -> None:
        if filtered:
            self.empty.say_no_match(plain_line(self._rows.filter), hidden_words(self._rows.labels.total()))
        else:
            hint = how_to_mark(self._session.scheme) if self._session.writable else ()
            self.empty.say(_("Nothing marked yet"), hint)
