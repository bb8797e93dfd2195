"""Page of the review: queue, text of the one who is reviewed, and what is under review."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCursor, QPalette, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedLayout, QVBoxLayout, QWidget

from annotator.language.label_names import label_name
from annotator.session.open_article import OpenArticle
from annotator.session.preferences.settings_store import SettingsStore
from annotator.session.preferences.zoom import zoom
from annotator.session.review.review_mode import ReviewMode
from annotator.session.session import Session
from annotator.ui.actions.mnemonics import give_mnemonics
from annotator.ui.article_page.mode_bar import ModeBar
from annotator.ui.article_view.review.reviewed_view import ReviewedView
from annotator.ui.article_view.typography import NAMES, typeface
from annotator.ui.review import queue_panel, under_panel
from annotator.ui.review.name_pane import REVIEWER, NamePane
from annotator.ui.review.queue_panel import QueuePanel
from annotator.ui.review.review_header import ReviewHeader
from annotator.ui.review.review_keys import ReviewKeys, review_clicks, review_keys
from annotator.ui.review.under_panel import UnderPanel
from annotator.ui.theme.look import Look
from annotator.ui.widgets.keyboard import take_keyboard

BAR, NARROW, NARROW_WIDTH = 46, 1200, 280
Key = Qt.Key


class ReviewPage(QWidget):
    """Page of the mode. ``left``: F9 or Escape."""

    left = Signal()

    def __init__(self, mode: ReviewMode, session: Session, look: Look, store: SettingsStore, leave: str) -> None:
        super().__init__()
        self._mode, self._session, self._store = mode, session, store
        self._shown: OpenArticle | None = None
        self.setObjectName("reviewPage")
        self.view = ReviewedView(look, typeface(store.settings), store.settings.column_width)
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.queue = QueuePanel(mode, session, look, self)
        self.under = UnderPanel(mode, session, look, self)
        self._header = ReviewHeader(mode, session, look, self)
        self._name = NamePane(mode.reviewer.take, REVIEWER, self)
        self._bar = ModeBar(look, self)
        self._bar.setFixedHeight(BAR)
        self._does = self._what_keys_do()
        self._keys = ReviewKeys(self._does, lambda: session.scheme.labels, self._add, self)
        self._keys.watch(self.view, self.queue.list)
        self._clicks = review_clicks(self._does, leave, self.left.emit, self._ask_label)
        self._bar.show_keys(review_keys(leave), awaited=False, acting=self._clicks)
        self._lay_out()
        self._connect()

    def refresh(self) -> None:
        """Show the mode as it is: the question for a name, or the review."""
        mode = self._mode
        if not mode.under_way:
            return
        asking = mode.reviewer.asking
        if asking and self._pages.currentWidget() is not self._name:
            self._name.propose(asking)
            self._pages.setCurrentWidget(self._name)
            take_keyboard(self._name.field)
        elif not asking and mode.theirs:
            self._show_review(mode.theirs)

    @property
    def panes(self) -> Sequence[QWidget]:
        """Widgets that F6 stops at: the question for a name, or the queue, the text, and what is under review."""
        return self._name, self.queue, self.view, self.under

    def take_keyboard(self) -> None:
        """Put the keyboard into the text, or into the field for the name."""
        take_keyboard(self._name.field if self._mode.reviewer.asking else self.view)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the queue below what is under review where the window is narrow."""
        super().resizeEvent(event)
        narrow = self.width() < NARROW
        self.under.setFixedWidth(NARROW_WIDTH if narrow else under_panel.WIDTH)
        self.queue.setFixedWidth(NARROW_WIDTH if narrow else queue_panel.WIDTH)
        if narrow and self._side.indexOf(self.queue) < 0:
            self._side.addWidget(self.queue, 2)
        elif not narrow and self._row.indexOf(self.queue) < 0:
            self._row.insertWidget(0, self.queue)

    def _show_review(self, theirs: OpenArticle) -> None:
        mode = self._mode
        if theirs is not self._shown:
            self._shown = theirs
            self.view.show_article(theirs)
        rows = mode.queue.rows
        known = theirs.document.annotations
        current = known.get(mode.queue.id)
        meant = [row.annotation for row in rows if row.is_open and row.annotation.id in known]
        added = [row.annotation for row in rows if row.annotation.id not in known]
        self.view.show_review(current, [*meant, *([current] if current else [])], added)
        for part in (self.queue, self.under, self._header):
            part.refresh()
        if self._pages.currentWidget() is self._name:
            self._pages.setCurrentIndex(0)
            self.take_keyboard()

    def _what_keys_do(self) -> dict[Qt.Key, Callable[[], object]]:
        mode = self._mode
        return {
            Key.Key_A: mode.deciding.accept,
            Key.Key_X: lambda: mode.deciding.reject(),
            Key.Key_R: self._ask_reason,
            Key.Key_Return: mode.deciding.correct,
            Key.Key_Enter: mode.deciding.correct,
            Key.Key_C: self.under.begin_comment,
            Key.Key_S: mode.settle,
            Key.Key_Space: mode.skip,
            Key.Key_Tab: lambda: mode.step(1),
            Key.Key_Escape: self.left.emit,
        }

    def _ask_reason(self) -> None:
        """Ask for a reason, in the room of the queue too where the window is narrow."""
        self.queue.setVisible(self._row.indexOf(self.queue) >= 0)
        self.under.ask_reason()

    def _end_reason(self) -> None:
        self.queue.show()
        take_keyboard(self.view)

    def _ask_label(self) -> None:
        """Ask for the label of what is missing at the selected words; say so where none are."""
        if self.view.selection is None:
            self._add("")
            return
        menu = QMenu(self)
        for label in self._session.scheme.labels:
            name = label_name(self._session.scheme, label.id)
            menu.addAction(name.replace("&", "&&"), partial(self._add, label.id))
        give_mnemonics(menu)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(QCursor.pos())

    def _add(self, label: str) -> None:
        self._mode.deciding.add(label, self.view.selection)

    def _lay_out(self) -> None:
        middle = QVBoxLayout()
        middle.setSpacing(0)
        for part, stretch in ((self._header, 0), (self.view, 1), (self._bar, 0)):
            middle.addWidget(part, stretch)
        self._side = QVBoxLayout()
        self._side.setSpacing(0)
        self._side.addWidget(self.under, 3)
        content = QWidget()
        content.setAutoFillBackground(True)
        content.setBackgroundRole(QPalette.ColorRole.Base)
        self._row = QHBoxLayout(content)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addWidget(self.queue)
        self._row.addLayout(middle, 1)
        self._row.addLayout(self._side)
        self._pages = QStackedLayout(self)
        self._pages.addWidget(content)
        self._pages.addWidget(self._name)

    def _connect(self) -> None:
        self._bar.pressed.connect(lambda key: self._clicks[key]())
        self._mode.changed.connect(self.refresh)
        self._mode.begun.connect(self.refresh)
        self.view.chosen.connect(self._take_framed)
        self.view.customContextMenuRequested.connect(lambda _at: self._ask_label())
        self.view.zoomed.connect(lambda steps: zoom(self._store, steps))
        self.queue.left.connect(lambda: take_keyboard(self.view))
        self.under.left.connect(self._end_reason)
        self._name.left.connect(self.left)
        self._store.changed.connect(self._set_type)

    def _take_framed(self) -> None:
        framed = self.view.framed()
        if framed:
            self._mode.select(framed.id)

    def _set_type(self, setting: str) -> None:
        if setting in NAMES:
            self.view.set_type(typeface(self._store.settings), self._store.settings.column_width)
