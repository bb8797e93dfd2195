"""Queue of the review: progress, filters, rows, and how many have each outcome."""

from __future__ import annotations

from collections import Counter
from functools import partial

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from annotator.language.annotator_names import annotator_name
from annotator.language.label_names import label_name
from annotator.language.plain_line import plain_line
from annotator.review.reviewing import Outcome, counts
from annotator.session.review.review_mode import ReviewMode
from annotator.session.session import Session
from annotator.translation.messages import N_, _, number
from annotator.ui.actions.mnemonics import give_mnemonics
from annotator.ui.review.outcomes import outcome_words
from annotator.ui.review.progress_line import ProgressLine
from annotator.ui.review.queue_rows import ROW_HEIGHT, QueueDelegate, QueueRow, QueueRows, rows_by_id
from annotator.ui.theme.look import Look
from annotator.ui.theme.mirroring import margins
from annotator.ui.widgets.buttons.pill import Pill
from annotator.ui.widgets.keyboard import take_keyboard
from annotator.ui.widgets.layouts.flow_layout import FlowLayout
from annotator.ui.widgets.lists.rows_view import RowsView
from annotator.ui.widgets.menu_place import open_below
from annotator.ui.widgets.panel_header import PADDING, PanelHeader
from annotator.ui.widgets.words.wrapping_label import SmallPrint

WIDTH = 320
BY_TEXT, BY_GAIN = N_("In text order"), N_("Least agreed first")
"""Orders of the queue; the second begins with the labels over which the annotators differ most often."""


class QueuePanel(QWidget):
    """Queue. ``left``: Escape. ``ordered``: by what is gained, or else in text order."""

    left = Signal()
    ordered = Signal(bool)

    def __init__(self, mode: ReviewMode, session: Session, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._mode, self._session, self._look = mode, session, look
        self.setObjectName("reviewQueue")
        self.setAccessibleName(_("Queue of the review"))
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.AlternateBase)
        self.header, self._line = PanelHeader(_("Review"), parent=self), ProgressLine(look, self)
        pills = self._pills = QWidget(self)
        self._whose = Pill(look, pills, opens=True)  # in the order in which they stand, by which Tab goes
        self._every, self._open = Pill(look, pills), Pill(look, pills)
        self._label, self._order = Pill(look, pills, opens=True), Pill(look, pills, opens=True)
        flow = FlowLayout(pills, 6, 6)
        for pill in (self._whose, self._every, self._open, self._label, self._order):
            flow.addWidget(pill)
        self._rows, self._counts = QueueRows(self), SmallPrint(self)
        self.list = RowsView(ROW_HEIGHT, parent=self)  # after the pills, as Tab is to come by them first
        self._name_parts()
        self._lay_out()
        self._connect()

    def refresh(self) -> None:
        """Show the rows as the mode has them."""
        mode, queue = self._mode, self._mode.queue
        if mode.theirs is None:
            return
        total, undecided = len(queue.rows), queue.open_count
        forms = _("{decided} of {count} decided"), _("{decided} of {count}")
        decided = [form.format(decided=number(total - undecided), count=number(total)) for form in forms]
        self.header.set_count(*decided)
        self._line.show_share(total - undecided, total, decided[0])
        self._every.show_words(_("All {count}").format(count=number(total)))
        self._open.show_words(_("Not yet decided {count}").format(count=number(undecided)))
        (self._open if queue.only_open else self._every).setChecked(True)
        label = label_name(self._session.scheme, queue.label) if queue.label else _("All labels")
        self._label.show_words(label)
        self._whose.show_words(annotator_name(mode.whose))
        self._order.show_words(_(BY_TEXT) if queue.shares is None else _(BY_GAIN))
        rows = self._shown()
        self._rows.show_rows(rows)
        place = rows_by_id(rows).get(queue.id)
        if place is not None:
            self.list.selectRow(place)
            self.list.scrollTo(self._rows.index(place, 0))
        self._show_counts()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _shown(self) -> list[QueueRow]:
        session, doubts = self._session, self._mode.doubts
        threads = self._mode.comments.threads
        open_on = Counter(thread.place.on for thread in threads if not thread.is_settled and not thread.is_doubt)
        return [
            QueueRow(
                row,
                plain_line(session.words(row.annotation)),
                label_name(session.scheme, row.annotation.label),
                open_on[row.annotation.id],
                row.annotation.id in doubts,
            )
            for row in self._mode.queue.shown
        ]

    def _show_counts(self) -> None:
        found = counts(self._mode.queue.rows)
        shown = (Outcome.ACCEPTED, Outcome.CORRECTED, Outcome.REJECTED, Outcome.ADDED, Outcome.CHANGED)
        parts = (f"{number(found[one])} {outcome_words(one)}" for one in shown if found[one])
        self._counts.setText(" · ".join(parts))
        self._counts.setVisible(bool(self._counts.text()))

    def _name_parts(self) -> None:
        self.list.setObjectName("reviewRows")
        self.list.setAccessibleName(_("Annotations under review"))
        self._every.setObjectName("reviewAll")
        self._open.setObjectName("reviewOpen")
        self._label.setObjectName("reviewLabel")
        self._whose.setObjectName("reviewWhose")
        self._order.setObjectName("reviewOrder")
        self._counts.setObjectName("reviewCounts")

    def _lay_out(self) -> None:
        colours = self._look.theme.label
        scheme = self._session.scheme
        self.list.setModel(self._rows)
        delegate = QueueDelegate(self._rows, lambda id: colours(scheme.label(id), id), self._look, self.list)
        self.list.setItemDelegate(delegate)
        self.list.say_when_empty(_("Nothing to show"))
        around = QVBoxLayout()
        around.setContentsMargins(PADDING, 2, PADDING, 8)
        around.addWidget(self._pills)
        foot = QHBoxLayout()
        foot.setContentsMargins(margins(PADDING, 8, PADDING, 10))
        foot.addWidget(self._counts)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self._line)
        column.addLayout(around)
        column.addWidget(self.list, 1)
        column.addLayout(foot)

    def _connect(self) -> None:
        self._every.clicked.connect(lambda: self._mode.filter(undecided=False))
        self._open.clicked.connect(lambda: self._mode.filter(undecided=True))
        for pill, other in ((self._every, self._open), (self._open, self._every)):
            pill.stepped.connect(partial(self._step_to, other))
        self._label.clicked.connect(self._open_labels)
        self._whose.clicked.connect(self._open_whose)
        self._order.clicked.connect(self._open_order)
        self.list.selectionModel().currentRowChanged.connect(lambda now, _before: self._take(now))
        self.list.left.connect(self.left)

    def _step_to(self, pill: Pill, _step: int) -> None:
        take_keyboard(pill)
        pill.click()

    def _take(self, index: QModelIndex) -> None:
        if index.isValid():
            self._mode.select(self._rows.rows[index.row()].reviewed.annotation.id)

    def _open_labels(self) -> None:
        menu = QMenu(self)
        menu.addAction(_("All labels"), partial(self._mode.filter, label=""))
        for label in self._session.scheme.labels:
            name = label_name(self._session.scheme, label.id)
            menu.addAction(name.replace("&", "&&"), partial(self._mode.filter, label=label.id))
        self._open_menu(menu, self._label)

    def _open_whose(self) -> None:
        menu = QMenu(self)
        for name in sorted(self._mode.others.articles):
            menu.addAction(annotator_name(name).replace("&", "&&"), partial(self._mode.choose_whose, name))
        self._open_menu(menu, self._whose)

    def _open_order(self) -> None:
        menu = QMenu(self)
        for words, by_gain in ((BY_TEXT, False), (BY_GAIN, True)):
            menu.addAction(_(words), partial(self.ordered.emit, by_gain))
        self._open_menu(menu, self._order)

    def _open_menu(self, menu: QMenu, pill: Pill) -> None:
        give_mnemonics(menu)
        menu.aboutToHide.connect(menu.deleteLater)
        open_below(menu, pill)
