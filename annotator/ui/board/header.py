"""Header of the board: its label, what passes, groups, columns, filter, and the way to a file."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QAction, QActionGroup, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QSizePolicy, QWidget

from annotator.facts.board.columns import BoardColumn
from annotator.language.label_names import label_name
from annotator.session.annotation_filter import divided
from annotator.session.board.arrangement import NO_GROUPS
from annotator.session.board.board import Board
from annotator.session.board.filtering import SCOPES, known_names, suggested_terms
from annotator.session.board.keys import group_columns
from annotator.session.board.titles import column_title
from annotator.translation.messages import N_, _, number
from annotator.ui.actions.mnemonics import give_mnemonics
from annotator.ui.theme.look import Look
from annotator.ui.theme.mirroring import margins, painter_on
from annotator.ui.widgets.buttons.pill import Pill
from annotator.ui.widgets.lists.term_field import TermField
from annotator.ui.widgets.menu_place import open_below

HEIGHT, SIDE, FIELD, LEAST_FIELD = 46, 14, 260, 120
# Translators: which facts the board shows; {count} is their number.
SCOPE_NAMES = {"all": N_("All {count}"), "open": N_("Open {count}"), "checked": N_("Checked {count}")}
NARROW = 1000


class BoardHeader(QWidget):
    """Header of ``board``. ``columns_chosen``: ids of the columns to show, in order. ``saved``: as a CSV file.

    ``filtered``: the filter has become another. ``went_down``: on to the rows. ``left``: back to the article.
    """

    columns_chosen = Signal(tuple)
    saved = Signal()
    filtered = Signal(str)
    went_down = Signal()
    left = Signal()

    def __init__(self, board: Board, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._board, self._look = board, look
        self._shown: tuple[str, ...] = ()
        self.setMinimumHeight(HEIGHT)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self._label, self._group, self._columns = (Pill(look, self, opens=True) for _pill in range(3))
        self._scopes = {scope: Pill(look, self) for scope in SCOPES}
        self._field = TermField(look, _("Filter the board"), self._divided, parent=self)
        self._field.setToolTip(_("Words, or terms such as verdict:none, state:asked, has:evidence; a minus excludes"))
        self._save = QPushButton(_("Save as CSV…"), self)
        self._menu = QMenu(self)
        self._name_parts()
        self._lay_out()
        self._connect()

    def show_board(self, shown: Sequence[str]) -> None:
        """Show the label, the groups and the terms of the board, of which the columns ``shown`` are seen."""
        self._shown = tuple(shown)
        self._field.offer(suggested_terms(self._board.table.columns))
        self._field.blockSignals(True)
        self._field.set_filter(self._board.view.filter)
        self._field.blockSignals(False)
        self.refresh()

    def refresh(self) -> None:
        """Show the numbers and the choices as they are now."""
        board = self._board
        self._label.show_words(label_name(board.scheme, board.label) if board.scheme else _("Board"))
        self._label.setAccessibleName(_("Label: {name}").format(name=self._label.text()))
        self._group.show_words(self._group_words())
        self._columns.show_words(_("Columns"))
        every, still_open = len(board.table), board.table.open_facts
        for (scope, pill), count in zip(self._scopes.items(), (every, still_open, every - still_open), strict=True):
            pill.show_words(_(SCOPE_NAMES[scope]).format(count=number(count)))
            pill.setChecked(scope == board.view.scope)
            pill.setVisible(board.is_of_facts or scope == "all")

    def focus_filter(self) -> None:
        """Focus the filter and select what it has."""
        self._field.setFocus()
        self._field.selectAll()

    def clear_filter(self) -> None:
        """Remove the filter."""
        self._field.set_filter("")

    def fold(self, *, on: bool) -> None:
        """Leave out what a narrow window has no room for: the file and the menu of columns are in the heads’ menu."""
        self._save.setHidden(on)
        self._columns.setHidden(on)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter_on(self).fillRect(QRectF(0, self.height() - 1, self.width(), 1), self._look.theme.border)

    def columns_menu(self) -> QMenu:
        """Return the menu of columns, each with a tick."""
        menu = self._fresh_menu(_("Columns"), "boardColumnsMenu")
        for column in self._board.table.columns:
            action = menu.addAction(column_title(column).replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(column.id in self._shown)
            action.triggered.connect(lambda is_on, column=column: self._toggle_column(column, is_on=is_on))
        give_mnemonics(menu)
        return menu

    # making

    def _name_parts(self) -> None:
        names = ("boardLabel", self._label), ("boardGroup", self._group), ("boardColumns", self._columns)
        for name, part in (*names, ("boardFilter", self._field), ("boardSave", self._save)):
            part.setObjectName(name)
        for scope, pill in self._scopes.items():
            pill.setObjectName(f"boardScope-{scope}")

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(margins(SIDE, 4, SIDE, 5))
        row.setSpacing(7)
        for part in (self._label, *self._scopes.values(), self._group, self._columns):
            row.addWidget(part)
        row.addStretch(1)
        self._field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._field.setMaximumWidth(FIELD)
        self._field.setMinimumWidth(LEAST_FIELD)
        row.addWidget(self._field, 100)
        row.addWidget(self._save)
        self.setFocusProxy(self._field)

    def _connect(self) -> None:
        for scope, pill in self._scopes.items():
            pill.clicked.connect(partial(self._choose_scope, scope))
            pill.stepped.connect(partial(self._step_scope, scope))
        self._label.clicked.connect(self._open_labels)
        self._group.clicked.connect(self._open_groups)
        self._columns.clicked.connect(lambda: open_below(self.columns_menu(), self._columns))
        self._save.clicked.connect(self.saved)
        self._field.edited.connect(lambda: self.filtered.emit(self._field.filter))
        self._field.went_down.connect(self.went_down)
        self._field.left.connect(self.left)

    # choices

    def _divided(self, text: str) -> tuple[list[str], str]:
        return divided(text, known_names(self._board.table.columns))

    def _choose_scope(self, scope: str, _on: bool = False) -> None:
        self._board.show_as(scope=scope)

    def _step_scope(self, scope: str, step: int) -> None:
        pill = self._scopes[SCOPES[(SCOPES.index(scope) + step) % len(SCOPES)]]
        pill.setFocus()
        pill.click()

    def _open_labels(self) -> None:
        board, menu = self._board, self._fresh_menu(_("Label"), "boardLabelMenu")
        for label in board.labels:
            name = label_name(board.scheme, label) if board.scheme else label
            self._add_choice(menu, name, label == board.label).triggered.connect(partial(self._show_label, label))
        give_mnemonics(menu)
        open_below(menu, self._label)

    def _show_label(self, label: str, _on: bool = False) -> None:
        if label != self._board.label:
            self._board.show_label(label)

    def _open_groups(self) -> None:
        board, menu = self._board, self._fresh_menu(_("Groups"), "boardGroupMenu")
        choices = [(column.id, column_title(column)) for column in group_columns(board.table.columns)]
        for id, title in [*choices, (NO_GROUPS, _("No groups"))]:
            name = title if id == NO_GROUPS else _("By {column}").format(column=title)
            self._add_choice(menu, name, id == board.view.group).triggered.connect(partial(self._show_groups, id))
        menu.addSeparator()
        keys = {group.key for group in board.arrangement.groups}
        menu.addAction(_("Close all groups")).triggered.connect(lambda: board.close_groups(keys))
        menu.addAction(_("Open all groups")).triggered.connect(lambda: board.close_groups(set()))
        give_mnemonics(menu)
        open_below(menu, self._group)

    def _show_groups(self, id: str, _on: bool = False) -> None:
        self._board.arrangement.closed.clear()
        self._board.show_as(group=id)

    def _group_words(self) -> str:
        columns = [column for column in self._board.table.columns if column.id == self._board.view.group]
        return _("By {column}").format(column=column_title(columns[0])) if columns else _("No groups")

    def _toggle_column(self, column: BoardColumn, *, is_on: bool) -> None:
        others = [id for id in self._shown if id != column.id]
        shown = [*others, column.id] if is_on else others
        if any(one.id in shown for one in self._board.table.columns):
            self.columns_chosen.emit(tuple(shown))

    def _fresh_menu(self, title: str, name: str) -> QMenu:
        self._menu.deleteLater()
        self._menu = QMenu(title, self)
        self._menu.setObjectName(name)
        return self._menu

    def _add_choice(self, menu: QMenu, name: str, is_on: bool) -> QAction:
        action = menu.addAction(name.replace("&", "&&"))
        action.setCheckable(True)
        action.setChecked(is_on)
        QActionGroup(menu).addAction(action)
        return action
