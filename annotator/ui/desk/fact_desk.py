"""The queries and the criticism of one annotation, as rows."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, partial

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from annotator.facts.desk.open_facts import is_answered
from annotator.language.plain_line import plain_line
from annotator.model.change import Change
from annotator.model.kinds.criticisms import Criticism
from annotator.model.kinds.queries import Query
from annotator.session.editing.desk.asked import asked_of
from annotator.session.editing.desk.criticism import criticised_words
from annotator.session.editing.desk.desk_words import criticism_words, query_words
from annotator.translation.messages import N_, _
from annotator.ui.actions.mnemonics import give_mnemonics
from annotator.ui.desk.desk_parts import DeskParts
from annotator.ui.widgets.lists.two_line_rows import ROW_HEIGHT, TwoLineRows, TwoLines
from annotator.ui.widgets.panel_header import muted_label

KEYS = N_("Enter answers it, E edits the question, R reopens it, Del removes it")
MOST = 5
Item = Query | Criticism


class FactDesk(QWidget):
    """Rows of the annotation that ``show_fact`` names; hidden while there are none.

    Enter opens a row with the keyboard in the answer, E in the question; R reopens a query, Delete removes.
    ``left``: Escape, to return to the article. ``filled``: there are other rows now.
    """

    left = Signal()
    filled = Signal()

    def __init__(self, parts: DeskParts, parent: QWidget, *, titled: bool = True) -> None:
        super().__init__(parent)
        self._parts, self._items = parts, list[Item]()
        self._id: str | None = None
        self.setObjectName("factDesk")
        self.setAccessibleName(_("Queries and criticism"))
        title = muted_label(self)
        title.setText(_("Queries and criticism"))
        title.setVisible(titled)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.addWidget(title)
        parts.session.changed.connect(self._follow)
        self.hide()

    @cached_property
    def _rows(self) -> DeskRows:
        """The list, which is made for the first item: most annotations have none."""
        rows = DeskRows(self._parts, self)
        self._column.addWidget(rows)
        self.setFocusProxy(rows)
        self._connect(rows)
        return rows

    @property
    def count(self) -> int:
        """Number of the rows."""
        return len(self._items)

    def show_fact(self, id: str | None) -> None:
        """Show what is asked and criticised of the annotation with this id, or of the article if it is empty.

        Nothing is shown for None.
        """
        self._id = id
        self.refresh()

    def refresh(self) -> None:
        """Show the rows as they are now."""
        current = self._parts.session.current
        before, self._items = (
            self._items,
            asked_of(current.document, self._id) if current and self._id is not None else [],
        )
        if before or self._items:
            self._show_rows()
        self.setVisible(bool(self._items))
        self.filled.emit()

    def _show_rows(self) -> None:
        before = self._rows.current_row()
        self._rows.show_rows([self._row(item) for item in self._items], min(max(before, 0), len(self._items) - 1))
        self._rows.setFixedHeight(min(len(self._items), MOST) * ROW_HEIGHT + 2)
        if not self._rows.hasFocus():
            self._rows.clearSelection()

    def _connect(self, rows: DeskRows) -> None:
        rows.entered.connect(lambda _row: self._with_current(self._open))
        rows.doubleClicked.connect(lambda _index: self._with_current(self._open))
        rows.deleted.connect(lambda: self._with_current(self._remove))
        rows.typed.connect(self._follow_letter)
        rows.left.connect(self.left)
        rows.focused.connect(lambda: self._parts.session.say(_(KEYS)))
        rows.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        rows.customContextMenuRequested.connect(lambda at: self._with_current(partial(self._open_menu, at)))

    def _follow(self, change: Change) -> None:
        kinds = (Query, Criticism)
        if any(change.removed_of(kind) or change.added_of(kind) for kind in kinds) or change.annotations_removed:
            self.refresh()

    def _with_current(self, act: Callable[[Item], None]) -> None:
        row = self._rows.current_row()
        if 0 <= row < len(self._items):
            act(self._items[row])

    def _follow_letter(self, letter: str) -> None:
        match letter.casefold():
            case "e":
                self._with_current(partial(self._open, answering=False))
            case "r":
                self._with_current(self._reopen)

    def _open(self, item: Item, *, answering: bool = True) -> None:
        from annotator.ui.desk.criticism_dialog import open_criticism  # here: not before it is wanted
        from annotator.ui.desk.query_dialog import open_query

        if isinstance(item, Query):
            open_query(self._parts, item, self.window(), answering=answering)
        else:
            open_criticism(self._parts, item, self.window())

    def _reopen(self, item: Item) -> None:
        if isinstance(item, Query) and self._parts.session.writable:
            self._parts.queries.reopen(item.id)

    def _remove(self, item: Item) -> None:
        if not self._parts.session.writable:
            return
        if isinstance(item, Query):
            self._parts.queries.remove(item.id)
        else:
            self._parts.criticism.remove(item.id)

    def _open_menu(self, at: QPoint, item: Item) -> None:
        menu, writable = QMenu(self.accessibleName(), self), self._parts.session.writable
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(_("Edit…"), partial(self._open, item))
        answered = isinstance(item, Query) and is_answered(item)
        menu.addAction(_("Reopen"), partial(self._reopen, item)).setEnabled(writable and answered)
        menu.addAction(_("Remove"), partial(self._remove, item)).setEnabled(writable)
        give_mnemonics(menu)
        menu.popup(self._rows.viewport().mapToGlobal(at))

    def _row(self, item: Item) -> TwoLines:
        glyph = "success" if is_answered(item) else "question"
        if isinstance(item, Query):
            return TwoLines(plain_line(item.text), query_words(item), _("Query"), glyph=glyph)
        document = self._parts.session.document
        against = _("Criticism of {name}").format(name=criticised_words(document, item))
        return TwoLines(against, criticism_words(document, item), glyph=glyph)


class DeskRows(TwoLineRows):
    """The rows; none is drawn as selected while the keyboard is elsewhere. ``focused``: the keyboard is here now."""

    focused = Signal()

    def __init__(self, parts: DeskParts, parent: QWidget) -> None:
        super().__init__(parts.look, parent)
        self.setObjectName("deskRows")
        self.setAccessibleName(_("Queries and criticism"))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show which row is current, and say what the keys do."""
        super().focusInEvent(event)
        if self.model().rowCount() and not self.selectionModel().hasSelection():
            self.go_to(max(0, self.current_row()))
        self.focused.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.clearSelection()

    def minimumSizeHint(self) -> QSize:
        return QSize(120, ROW_HEIGHT)
