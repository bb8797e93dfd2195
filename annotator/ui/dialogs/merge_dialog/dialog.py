"""Dialog that resolves conflicts: a list of them, and both sides of the current one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from annotator.model.deciding import BOTH, MINE, THEIRS
from annotator.model.document import Document
from annotator.model.merge import Conflict
from annotator.model.scheme import Scheme
from annotator.translation.messages import N_, _, ngettext, number
from annotator.ui.dialogs.merge_dialog.conflict_page import CHOICES, ConflictPage, keeps_both
from annotator.ui.dialogs.merge_dialog.context import label_of, row_words
from annotator.ui.theme.fonts import article_font
from annotator.ui.theme.look import Look
from annotator.ui.widgets.buttons.decision_buttons import decision_buttons
from annotator.ui.widgets.fitting_dialog import FittingDialog, ScrolledContent
from annotator.ui.widgets.lists.item_rows import ItemRow, ItemRows
from annotator.ui.widgets.lists.list_ground import ListGround
from annotator.ui.widgets.panel_header import muted_label, name_label
from annotator.ui.widgets.words.wrapping_label import WrappingLabel

SENTENCE = N_("Everything else has been merged; nothing has been overwritten. Choose for each what is to stay.")
SIZE, LIST_WIDTH, PADDING, ARTICLE_SIZE = QSize(940, 640), 290, 20, 16
BY_KEY = {key: choice for choice, (key, _name) in CHOICES.items()}
# Translators: which side of a conflict was chosen, one’s own or that of somebody else.
REMARKS = {MINE: N_("mine"), THEIRS: N_("theirs"), BOTH: N_("both")}


class MergeDialog(FittingDialog):
    """Merge dialog. ``decided``: the choices by ``Conflict.key``, emitted once all are made and accepted."""

    decided = Signal(object)

    def __init__(
        self,
        conflicts: Sequence[Conflict],
        document: Document,
        scheme: Scheme,
        look: Look,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._conflicts, self._document, self._scheme = list(conflicts), document, scheme
        self._choices: dict[tuple[str, str], str] = {}
        self.setObjectName("mergeDialog")
        self.setWindowTitle(_("Mine and theirs"))
        self.setAccessibleName(_("Mine and theirs"))
        self.setAccessibleDescription(_(SENTENCE))
        self._progress = muted_label(self)
        self._progress.setObjectName("mergeProgress")
        self._list = ItemRows(scheme, look, self, ticking=True)
        self._page = ConflictPage(document, scheme, look, article_font("serif", ARTICLE_SIZE), self)
        self._accept, self._later = QPushButton(_("Accept"), self), QPushButton(_("Decide later"), self)
        self._all = {MINE: QPushButton(_("All mine"), self), THEIRS: QPushButton(_("All theirs"), self)}
        self._lay_out()
        self._connect()
        look.changed.connect(self._show_again)
        self._show_conflicts()
        self.fit(SIZE)

    @property
    def choices(self) -> Mapping[tuple[str, str], str]:
        """Choices made so far, by ``Conflict.key``."""
        return self._choices

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose by M, T and B, whichever part has the focus."""
        if event.text().upper() in BY_KEY:
            self._choose_by_key(event.text())
        else:
            super().keyPressEvent(event)

    def _show_conflicts(self) -> None:
        """List all conflicts, the first of them current."""
        self._list.show_rows([self._row(conflict) for conflict in self._conflicts])
        self._list.go_to(0)
        self._list.setFocus()
        self._show_progress()

    def _lay_out(self) -> None:
        self._list.setObjectName("conflicts")
        self._list.setAccessibleName(_("What both sides have changed"))
        content = QWidget(self)
        middle = QHBoxLayout(content)
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(0)
        middle.addWidget(ListGround(self._list, LIST_WIDTH, self))
        middle.addWidget(self._page, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._top())
        column.addWidget(ScrolledContent(content, self), 1)
        column.addLayout(self._bottom())

    def _top(self) -> QVBoxLayout:
        sentence = WrappingLabel(self)
        sentence.setText(_(SENTENCE))
        sentence.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        row = QHBoxLayout()
        row.setSpacing(PADDING)
        row.addWidget(name_label(_title(len(self._conflicts)), self), 1)
        row.addWidget(self._progress)
        column = QVBoxLayout()
        column.setContentsMargins(PADDING, 16, PADDING, 14)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(sentence)
        return column

    def _bottom(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(PADDING, 12, PADDING, 16)
        row.setSpacing(8)
        for name, button in (("allMine", self._all[MINE]), ("allTheirs", self._all[THEIRS])):
            button.setObjectName(name)
            row.addWidget(button)
        row.addStretch(1)
        for name, button in (("decideLater", self._later), ("accept", self._accept)):
            button.setObjectName(name)
        row.addWidget(decision_buttons(self._accept, self._later, self))
        for button in (*self._all.values(), self._later, self._accept):
            button.setAccessibleName(button.text())
            button.setAutoDefault(False)
        self._accept.setDefault(True)
        return row

    def _connect(self) -> None:
        self._list.went_to.connect(self._show)
        self._list.typed.connect(self._choose_by_key)
        self._list.entered.connect(self._enter)
        self._list.left.connect(self.reject)
        self._page.chosen.connect(self._choose)
        for choice, button in self._all.items():
            button.clicked.connect(lambda _on, choice=choice: self._choose_all(choice))
        self._later.clicked.connect(self.reject)
        self._accept.clicked.connect(self._decide)
        self.finished.connect(self.deleteLater)

    def _show(self, number: int) -> None:
        if number >= 0:
            conflict = self._conflicts[number]
            self._page.show_conflict(conflict, self._choices.get(conflict.key, ""))

    def _show_again(self) -> None:
        self._show(self._list.current_row())

    def _choose_by_key(self, letter: str) -> None:
        choice = BY_KEY.get(letter.upper())
        number = self._list.current_row()
        if choice and number >= 0 and (choice != BOTH or keeps_both(self._conflicts[number])):
            self._choose(choice)
            self._go_on()

    def _choose(self, choice: str) -> None:
        self._put(self._list.current_row(), choice)
        self._page.show_choice(choice)
        self._show_progress()

    def _choose_all(self, choice: str) -> None:
        for row in range(len(self._conflicts)):
            self._put(row, choice)
        self._page.show_choice(choice)
        self._show_progress()

    def _put(self, number: int, choice: str) -> None:
        conflict = self._conflicts[number]
        self._choices[conflict.key] = choice
        self._list.put(number, self._row(conflict))

    def _row(self, conflict: Conflict) -> ItemRow:
        choice = self._choices.get(conflict.key, "")
        words = row_words(conflict, self._document, self._scheme)
        return ItemRow(words, label_of(conflict), _(REMARKS.get(choice, "")), done=bool(choice))

    def _go_on(self) -> None:
        """Go to the next undecided conflict, wrapping around; stay where there is none."""
        here, count = self._list.current_row(), len(self._conflicts)
        order = [(here + step) % count for step in range(1, count)]
        open_ones = (number for number in order if self._conflicts[number].key not in self._choices)
        self._list.go_to(next(open_ones, here))

    def _show_progress(self) -> None:
        made, all_ = len(self._choices), len(self._conflicts)
        self._progress.show_line(_("{count} of {total} decided").format(count=number(made), total=number(all_)))
        self._accept.setEnabled(made == all_)

    def _enter(self, _row: int) -> None:
        if self._accept.isEnabled():
            self._decide()
        else:
            self._go_on()

    def _decide(self) -> None:
        self.accept()
        self.decided.emit(dict(self._choices))


def _title(count: int) -> str:
    words = ngettext(
        "{count} thing has been changed both here and by somebody else",
        "{count} things have been changed both here and by somebody else",
        count,
    )
    return words.format(count=number(count))
