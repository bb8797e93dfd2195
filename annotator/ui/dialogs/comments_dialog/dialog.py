"""Window of the comments: list of threads with filters, below it the thread in question and a field."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from annotator.language.annotator_names import annotator_name
from annotator.language.plain_line import plain_line
from annotator.language.quoted_words import without_marks
from annotator.review.threads import Place, Thread
from annotator.session.review.comments import Comments
from annotator.session.review.others import Others
from annotator.session.session import Session
from annotator.translation.messages import N_, _, ngettext, number, pgettext
from annotator.ui.desk.thread_view import ThreadView
from annotator.ui.theme.look import Look
from annotator.ui.theme.mirroring import margins
from annotator.ui.widgets.buttons.pill import Pill
from annotator.ui.widgets.fitting_dialog import FittingDialog
from annotator.ui.widgets.keyboard import take_keyboard
from annotator.ui.widgets.layouts.flow_layout import FlowLayout
from annotator.ui.widgets.lists.two_line_rows import TwoLineRows, TwoLines
from annotator.ui.widgets.words.local_time import local_time
from annotator.ui.widgets.words.wrapping_label import SmallPrint

SIZE, SMALLEST = QSize(620, 560), QSize(380, 320)
OPEN, SETTLED, MINE, EVERY = "open", "settled", "mine", "all"
FILTERS = {
    OPEN: N_("Open comments"),
    SETTLED: N_("Settled comments"),
    MINE: N_("My comments"),
    EVERY: N_("All comments"),
}
Standard = QKeySequence.StandardKey


class CommentsDialog(FittingDialog):
    """Window. ``went``: to the place of a thread."""

    went = Signal(object)

    def __init__(self, session: Session, comments: Comments, others: Others, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._comments, self._others = session, comments, others
        self._threads: list[Thread] = []
        self._place, self._filter, self._id, self._filling = Place(), OPEN, "", False
        self.setObjectName("commentsDialog")
        self.setWindowTitle(_("Comments"))
        self._pills = {name: Pill(look, self) for name in FILTERS}
        self._rows = TwoLineRows(look, self)
        self._about = SmallPrint(self)
        self._view = ThreadView(look, self)
        self._new, self._settle = QPushButton(_("New comment"), self), QPushButton(self)
        self._lay_out()
        self._connect()
        self.fit(SIZE)

    def show_place(self, place: Place) -> None:
        """Show the threads; a new comment is on ``place``."""
        self._place = place
        on = [thread for thread in self._comments.threads_on(place) if not thread.is_settled]
        self._id = on[0].first.id if on and place.on else ""
        self.refresh()
        take_keyboard(self._view.field)

    def refresh(self) -> None:
        """Show the threads as they are now."""
        if self._session.current is None:
            self.reject()
            return
        every = [thread for thread in self._comments.threads if not thread.is_doubt]
        for name, pill in self._pills.items():
            shown = [thread for thread in every if self._passes(thread, name)]
            pill.show_words(f"{_(FILTERS[name])} {number(len(shown))}")
            pill.setChecked(name == self._filter)
        self._threads = [thread for thread in every if self._passes(thread, self._filter)]
        ids = [thread.first.id for thread in self._threads]
        self._filling = True
        self._rows.show_rows([self._row(thread) for thread in self._threads])
        if self._id in ids:
            self._rows.selectRow(ids.index(self._id))
        else:
            self._rows.selectionModel().clear()
        self._filling = False
        self._show_thread()

    @property
    def current(self) -> Thread | None:
        """The thread that is answered; None where a new one is begun."""
        return next((one for one in self._comments.threads if one.first.id == self._id), None)

    def _show_thread(self) -> None:
        thread = self.current
        self._view.show_threads([thread] if thread else [])
        place = thread.place if thread else self._place
        words = without_marks(self._words(place))
        on = _("On “{words}”").format(words=words) if words else _("On the article")
        self._about.setText(on)
        self._settle.setVisible(thread is not None)
        self._settle.setText(_("Open again") if thread and thread.is_settled else _("Settle"))
        self._new.setVisible(thread is not None)

    def _words(self, place: Place) -> str:
        """Return the words of the place; empty for the article, or where they are not known."""
        own = self._session.document
        for document in (own, *self._others.documents):
            if document.annotator == place.annotator and place.on in document.annotations:
                return plain_line(document.words(document.annotations[place.on]))
        return "…" if place.on else ""

    def _row(self, thread: Thread) -> TwoLines:
        words = self._words(thread.place)
        about = (annotator_name(thread.first.by), local_time(thread.first.at), words or _("the article"))
        answers = ngettext("{count} answer", "{count} answers", len(thread.replies))
        said = answers.format(count=number(len(thread.replies))) if thread.replies else ""
        settled = pgettext("thread of comments", "settled") if thread.is_settled else ""
        return TwoLines(plain_line(thread.first.text), " · ".join(about), " · ".join(filter(None, (settled, said))))

    def _passes(self, thread: Thread, name: str) -> bool:
        match name:
            case "open":
                return not thread.is_settled
            case "settled":
                return thread.is_settled
            case "mine":
                return thread.is_by(self._comments.name)
            case _:
                return True

    # its parts

    def _lay_out(self) -> None:
        self.setMinimumSize(SMALLEST)
        self._rows.setObjectName("commentRows")
        self._rows.setAccessibleName(_("Comments"))
        self._rows.say_when_empty(_("No comments"))
        self._settle.setObjectName("settleComment")
        self._new.setObjectName("newComment")
        above, foot, inner = QVBoxLayout(), QHBoxLayout(), QVBoxLayout()
        above.setContentsMargins(margins(16, 12, 16, 8))
        filters = FlowLayout(None, 6, 6)
        above.addLayout(filters)
        for pill in self._pills.values():
            filters.addWidget(pill)
        foot.addStretch(1)
        for button in (self._new, self._settle):
            button.setAutoDefault(False)
            foot.addWidget(button)
        inner.setContentsMargins(margins(16, 8, 16, 14))
        inner.setSpacing(8)
        inner.addWidget(self._about)
        inner.addWidget(self._view)
        inner.addLayout(foot)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(above)
        column.addWidget(self._rows, 1)
        column.addLayout(inner)

    def _connect(self) -> None:
        for name, pill in self._pills.items():
            pill.clicked.connect(partial(self._choose_filter, name))
            pill.stepped.connect(partial(self._step_filter, name))
        self._rows.selectionModel().currentRowChanged.connect(lambda now, _before: self._choose(now.row()))
        self._rows.entered.connect(lambda row: self.went.emit(self._threads[row]))
        self._rows.doubleClicked.connect(lambda index: self.went.emit(self._threads[index.row()]))
        self._rows.left.connect(self.reject)
        self._view.said.connect(self._say)
        self._view.done.connect(self._rows.setFocus)
        self._view.left.connect(self._leave_field)
        self._settle.clicked.connect(self._turn_settled)
        self._new.clicked.connect(self._begin)
        for signal in (self._session.changed, self._session.opened, self._others.changed):
            signal.connect(self.refresh)
        for key, run in ((Standard.Undo, self._session.undo), (Standard.Redo, self._session.redo)):
            QShortcut(QKeySequence(key), self, run)

    def _choose_filter(self, name: str) -> None:
        self._filter = name
        self.refresh()

    def _step_filter(self, name: str, step: int) -> None:
        names = [*self._pills]
        other = self._pills[names[(names.index(name) + step) % len(names)]]
        take_keyboard(other)
        other.click()

    def _choose(self, row: int) -> None:
        if not self._filling and 0 <= row < len(self._threads) and self._threads[row].first.id != self._id:
            self._id = self._threads[row].first.id
            self._show_thread()

    def _begin(self) -> None:
        self._id = ""
        self._rows.selectionModel().clear()
        self._show_thread()
        take_keyboard(self._view.field)

    def _say(self, words: str) -> None:
        if thread := self.current:
            self._comments.reply(thread, words)
        else:
            self._comments.say(self._place, words)

    def _leave_field(self) -> None:
        """Close the window, but go to the list where a comment has been begun."""
        if self._view.field.shown_text().strip():
            self._rows.setFocus()
        else:
            self.reject()

    def _turn_settled(self) -> None:
        if thread := self.current:
            self._comments.settle(thread)
