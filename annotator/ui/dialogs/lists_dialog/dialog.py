"""Window of the lists: five lists in one table, of the article or of its folder."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from annotator.corpus.desk.table import CALLS, CHANGES, CRITICISM, NAMES, OPEN, QUERIES
from annotator.session.desk_lists.columns import TITLES
from annotator.session.desk_lists.lines import ListLine
from annotator.storage.program.contacts import Contact
from annotator.translation.messages import N_, _
from annotator.ui.actions.mnemonics import give_mnemonics
from annotator.ui.dialogs.lists_dialog.acts import KEYS, OTHERS, Act
from annotator.ui.dialogs.lists_dialog.foot import ListsFoot
from annotator.ui.dialogs.lists_dialog.header import ListsHeader
from annotator.ui.dialogs.lists_dialog.rows import ListRows
from annotator.ui.dialogs.lists_dialog.table import ListTable
from annotator.ui.theme.look import Look
from annotator.ui.widgets.fitting_dialog import FittingDialog
from annotator.ui.widgets.tab_order import order_tabs

SIZE, SMALLEST = QSize(1160, 620), QSize(480, 360)
Standard = QKeySequence.StandardKey
ANSWERED = (QUERIES, CRITICISM, CHANGES)
"""Lists that have answered rows too."""

EMPTY = {
    QUERIES: N_(
        "No open query. “Query to the author…” in the menu Annotate asks about the selected annotation, or the article."
    ),
    CALLS: N_("Nobody is to be called: no open fact has a source."),
    CRITICISM: N_(
        "No criticism without a reply. “Criticism and reply…” in the menu Annotate marks a claim as criticism."
    ),
    CHANGES: N_(
        "No proposed wording waits for an answer. The card and the details of an annotation have a place for one."
    ),
    OPEN: N_("Nothing is open."),
}
"""Sentences for empty lists, which say what puts something into them."""


class ListsDialog(FittingDialog):
    """Window. ``chosen``: a list by its name. ``went``: to the place of a line. ``acted``: a line and an Act.

    ``acts`` returns what can be done about a line. ``undone``, ``redone``: the keys.
    """

    chosen = Signal(str)
    went = Signal(object)
    acted = Signal(object, object)
    undone = Signal()
    redone = Signal()

    def __init__(self, look: Look, acts: Callable[[ListLine], Sequence[Act]], parent: QWidget) -> None:
        super().__init__(parent)
        self._acts, self._name = acts, NAMES[0]
        self.setObjectName("listsDialog")
        self.setWindowTitle(_("Lists"))
        self.setAccessibleName(_("Lists"))
        self.header, self.foot = ListsHeader(look, self), ListsFoot(look, self)
        self._rows = ListRows(self)
        self.table = ListTable(self._rows, look, self)
        self._lay_out()
        self._connect()
        self._add_keys()
        self.table.show_columns(_(TITLES[self._name]))
        self.fit(SIZE)
        order_tabs(self)

    @property
    def lines(self) -> Sequence[ListLine]:
        """Lines that are shown, as they are filtered and sorted."""
        self._rows.finish()
        return self._rows.lines

    def show_scope(self, article: str, *, whole_folder: bool) -> None:
        """Show whether the lists are those of the article of that name, empty for none, or of the folder."""
        self.foot.show_scope(article, whole_folder=whole_folder)
        self.table.show_article_column(on=whole_folder)

    def show_list(self, name: str, lines: Sequence[ListLine], counts: Mapping[str, int], *, busy: bool) -> None:
        """Show the lines of the list of that name; ``counts`` are the numbers of open rows of each."""
        current, is_other = self.current, name != self._name
        self._name = name
        self._rows.show_lines(name, lines)
        if is_other:
            self.table.show_columns(_(TITLES[name]))
        self.header.show_list(name, counts)
        self.table.say_when_empty("" if busy else _("No match") if lines else _(EMPTY[name]))
        self.foot.allow_settled(on=name in ANSWERED)
        self.foot.show_keys(_(KEYS.get(name, OTHERS)), busy=busy)
        self._select(None if is_other else current)

    def show_contacts(self, contacts: Mapping[str, Contact]) -> None:
        """Show these contacts beside their sources from now on."""
        self._rows.show_contacts(contacts)

    def contact(self, line: ListLine) -> Contact | None:
        """Return the contact of the source of a line; None for none."""
        return self._rows.contact(line)

    @property
    def current(self) -> ListLine | None:
        """The line that the keys act on; None for none."""
        row = self.table.current_row()
        return self._rows.lines[row] if 0 <= row < len(self._rows.lines) else None

    def _select(self, line: ListLine | None) -> None:
        """Select the line as it is now, else the first."""
        if self._rows.lines:
            row = self._rows.row_of(line) if line else 0
            self.table.selectRow(min(max(row, 0), len(self._rows.lines) - 1))

    def _lay_out(self) -> None:
        self.setMinimumSize(SMALLEST)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part, stretch in ((self.header, 0), (self.table, 1), (self.foot, 0)):
            column.addWidget(part, stretch)

    def _connect(self) -> None:
        table, header = self.table, self.header
        header.chosen.connect(self.chosen)
        self._rows.looked.connect(self._show_end)
        header.filter.textChanged.connect(self._narrow)
        header.filter.went_down.connect(table.setFocus)
        header.filter.left.connect(self.reject)
        table.entered.connect(lambda _row: self._go())
        table.doubleClicked.connect(lambda _index: self._go())
        table.left.connect(self.reject)
        table.typed.connect(self._type)
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        table.customContextMenuRequested.connect(self._open_menu)

    def _add_keys(self) -> None:
        does: dict[QKeySequence.StandardKey | str, Callable[[], object]] = {
            Standard.Undo: self.undone.emit,
            Standard.Redo: self.redone.emit,
            Standard.Find: self.header.filter.setFocus,
            **{f"Alt+{number}": partial(self.chosen.emit, name) for number, name in enumerate(NAMES, start=1)},
            **{f"Ctrl+{number}": partial(self.table.sort_by, number - 1) for number in range(1, 9)},
        }
        for key, run in does.items():
            QShortcut(QKeySequence(key), self, run, context=Qt.ShortcutContext.WindowShortcut)

    def _narrow(self, words: str) -> None:
        self._rows.narrow(words)
        self._select(None)

    def _show_end(self) -> None:
        if self.current is None:
            self._select(None)

    def _go(self) -> None:
        if line := self.current:
            self.went.emit(line)

    def _type(self, letter: str) -> None:
        if line := self.current:
            act = next((one for one in self._acts(line) if one.key == letter.casefold()), None)
            if act:
                self.acted.emit(line, act)

    def _open_menu(self, at: QPoint) -> None:
        line = self.current
        if line is None:
            return
        menu = QMenu(self.windowTitle(), self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(_("Go there"), self._go)
        menu.addSeparator()
        for act in self._acts(line):
            menu.addAction(act.words.replace("&", "&&"), partial(self.acted.emit, line, act))
        give_mnemonics(menu)
        menu.popup(self.table.viewport().mapToGlobal(at))
