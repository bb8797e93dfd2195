"""Foot of the window: scope and settled rows at the left, below them the keys, and what is done with the list."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from annotator.session.background.long_work import Stage
from annotator.translation.messages import _
from annotator.ui.long_work.work_row import WorkRow
from annotator.ui.system.announcing import announce
from annotator.ui.theme.look import Look
from annotator.ui.theme.mirroring import margins, painter_on
from annotator.ui.widgets.buttons.pill import Pill
from annotator.ui.widgets.layouts.header_row import HeaderRow
from annotator.ui.widgets.panel_header import muted_label

SIDE, GAP, ABOVE = 16, 8, 8


class ListsFoot(QWidget):
    """Foot. ``scoped``: the whole folder, else the article. ``widened``: settled rows are to be shown, or not."""

    scoped = Signal(bool)
    widened = Signal(bool)
    cancelled = Signal()
    copied = Signal()
    printed = Signal()
    saved = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        scopes = QWidget(self)  # pills of one parent exclude each other
        self._scopes = [Pill(look, scopes) for _scope in range(2)]
        self._settled = QCheckBox(_("Answered ones too"), self)
        self._settled.setObjectName("settledToo")
        self._said, self._keys, self._work = muted_label(self), muted_label(self), WorkRow(self)
        self._said.setObjectName("listSaid")
        self._keys.setObjectName("listKeys")
        self._lay_out(scopes)
        for whole, (pill, name) in enumerate(zip(self._scopes, ("listsOfArticle", "listsOfFolder"), strict=True)):
            pill.setObjectName(name)
            pill.clicked.connect(partial(self._scope, bool(whole)))
            pill.stepped.connect(partial(self._step, pill))
        self._settled.clicked.connect(self.widened)
        self._work.cancelled.connect(self.cancelled)

    def show_scope(self, article: str, *, whole_folder: bool) -> None:
        """Show whether the lists are those of the article of that name, empty for none, or of the folder."""
        one, folder = self._scopes
        one.show_words(article or _("No article"))
        one.setEnabled(bool(article) or not whole_folder)
        folder.show_words(_("Whole folder"))
        (folder if whole_folder else one).setChecked(True)

    def allow_settled(self, *, on: bool) -> None:
        """Let answered rows be asked for, in a list that has such."""
        self._settled.setEnabled(on)

    def show_keys(self, words: str, *, busy: bool) -> None:
        """Say what keys do in the list; while the folder is read its progress stands there."""
        self._keys.show_line(words)
        self._keys.setVisible(not busy)
        if not busy:
            self._work.hide()

    def begin(self, doing: str) -> None:
        """Show the progress of reading from now on, with a button that stops it."""
        focused = self.window().focusWidget()
        self._keys.hide()
        self._work.begin(doing)
        if focused:
            focused.setFocus()

    def show_stage(self, stage: Stage) -> None:
        """Show how far reading has got."""
        self._work.show_stage(stage)

    def say(self, sentence: str) -> None:
        """Say what was done."""
        self._said.show_line(sentence)
        if sentence:
            announce(self, sentence)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter_on(self).fillRect(QRectF(0, 0, self.width(), 1), self._look.theme.border)

    def _lay_out(self, scopes: QWidget) -> None:
        inner = QHBoxLayout(scopes)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(6)
        for pill in self._scopes:
            inner.addWidget(pill)
        above = HeaderRow(GAP)
        for part in (scopes, self._settled):
            above.add(part)
        above.add(self._said, yields=True)
        for words, name, signal in (
            (_("Copy"), "copyList", self.copied),
            (_("Print…"), "printList", self.printed),
            (_("Save as CSV…"), "saveList", self.saved),
        ):
            button = QPushButton(words, self)
            button.setObjectName(name)
            button.setAutoDefault(False)
            button.clicked.connect(signal)
            above.add(button, end=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(margins(SIDE, ABOVE, SIDE, ABOVE))
        column.setSpacing(4)
        column.addLayout(above)
        column.addWidget(self._keys)
        column.addWidget(self._work)

    def _scope(self, whole_folder: bool) -> None:
        self.scoped.emit(whole_folder)

    def _step(self, pill: Pill, _step: int) -> None:
        other = next(one for one in self._scopes if one is not pill)
        if other.isEnabled():
            other.setFocus()
            other.click()
