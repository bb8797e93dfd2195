"""Relations of the selected annotation, both ways: out first, then in; each with the annotation at its other end."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent, QMouseEvent
from PySide6.QtWidgets import QMenu, QWidget

from annotator.model.annotation import Relation
from annotator.model.change import Change
from annotator.session.editing.relations.linking import Linking
from annotator.session.editing.relations.relation_words import direction_words, type_words
from annotator.session.session import Session
from annotator.translation.messages import _
from annotator.ui.actions.mnemonics import give_mnemonics
from annotator.ui.panels.details.relation_delegate import KEYS_HEIGHT, ROW_HEIGHT, RelationDelegate
from annotator.ui.panels.details.relation_row import RelationModel, RelationRow
from annotator.ui.theme.look import Look
from annotator.ui.widgets.lists.rows_view import RowsView

MOST_ROWS = 12


class RelationList(RowsView):
    """List of the relations, hidden where there are none.

    Enter or a double click goes to the other end, Delete removes the relation, R gives it another type, T turns it
    round, E edits its attributes and note. ``jumped``: id of the annotation to go to. ``current_changed``: id of the
    current relation, empty for none; also emitted when that relation itself has changed. ``edited``: E was pressed.
    """

    jumped = Signal(str)
    current_changed = Signal(str)
    edited = Signal()

    def __init__(self, session: Session, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(ROW_HEIGHT, parent=parent)
        self._session, self._linking = session, Linking(session)
        self._rows = RelationModel(self)
        self._here, self._with_keys = "", -1
        self.setObjectName("relations")
        self.setAccessibleName(_("Relations"))
        self.setModel(self._rows)
        self.setItemDelegate(RelationDelegate(self._rows, session, look, self))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.entered.connect(self._go)
        self.doubleClicked.connect(lambda index: self._go(index.row()))
        self.deleted.connect(lambda: self._with_current(self._remove))
        self.typed.connect(lambda letter: self._with_current(partial(self._follow_letter, letter)))
        self.selectionModel().currentRowChanged.connect(lambda *_rows: self._follow_current())
        self.customContextMenuRequested.connect(lambda at: self._with_current(partial(self._open_menu, at)))
        look.changed.connect(self.viewport().update)
        session.opened.connect(self.refresh)
        session.selected.connect(self.refresh)
        session.changed.connect(self._follow)
        self.refresh()

    def refresh(self) -> None:
        """Show the relations of the selected annotation; the current one stays current, or its place, if it is gone."""
        current, annotation = self._session.current, self._session.selected_annotation
        before, self._here = self._here, annotation.id if annotation else ""
        relations = current.relations.of(self._here) if current and self._here else ()
        found = [RelationRow(self._session, relation, self._here) for relation in relations]
        found.sort(key=lambda shown: (shown.inwards, shown.other.position if shown.other else (0, 0, "")))
        row, focused = self._place_among(found), self.hasFocus()
        self._rows.show_rows(found)
        self._show_keys()
        if focused and not found:
            self.left.emit()
        self.setVisible(bool(found))
        if found and (focused or (row >= 0 and before == self._here)):
            self.selectRow(min(max(row, 0), len(found) - 1) if before == self._here else 0)
        self._tell_current()

    def _place_among(self, found: list[RelationRow]) -> int:
        """Return where the current relation stands among these, or the place where it stood; -1 for none."""
        shown, places = self._current(), [row.relation.id for row in found]
        return places.index(shown.relation.id) if shown and shown.relation.id in places else self.current_row()

    def _show_keys(self) -> None:
        """Make room for the keys below the current row while it has the keyboard."""
        self._stretch(self.current_row() if self.hasFocus() else -1)
        shown = min(len(self._rows.rows), MOST_ROWS)
        height = shown * ROW_HEIGHT + (KEYS_HEIGHT if self._with_keys >= 0 else 0) + 2
        if height != self.height():
            self.setFixedHeight(height)

    def _stretch(self, row: int) -> None:
        """Make this row, -1 for none, higher by a line of keys, and the row that was higher before as low as others."""
        before, self._with_keys = self._with_keys, row
        if before != row:
            for changed, height in ((before, ROW_HEIGHT), (row, ROW_HEIGHT + KEYS_HEIGHT)):
                if changed >= 0:
                    self.verticalHeader().resizeSection(changed, height)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, ROW_HEIGHT)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Make a row current, unless the mouse gives the keyboard: rows that move would be clicked by mistake."""
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.MouseFocusReason:
            if self._rows.rows and not self.selectionModel().hasSelection():
                self.selectRow(max(0, self.current_row()))
            self._show_keys()
        self._session.say(_("Enter goes there, R changes the relation, T turns it round, E edits it, Del removes it"))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self._show_keys()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._show_keys()

    def _follow(self, change: Change) -> None:
        touched = (*change.annotations_removed, *change.annotations_added)
        if (self._rows.rows and touched) or change.removed_of(Relation) or change.added_of(Relation):
            self.refresh()

    def _current(self) -> RelationRow | None:
        row = self.current_row()
        return self._rows.rows[row] if 0 <= row < len(self._rows.rows) else None

    def _follow_current(self) -> None:
        self._show_keys()
        self._tell_current()

    def _tell_current(self) -> None:
        shown = self._current()
        self.current_changed.emit(shown.relation.id if shown else "")

    def _with_current(self, act: Callable[[RelationRow], None]) -> None:
        if shown := self._current():
            act(shown)

    def _go(self, row: int) -> None:
        if self._rows.rows[row].other:
            self.jumped.emit(self._rows.rows[row].other_id)

    def _remove(self, shown: RelationRow) -> None:
        self._linking.remove([shown.relation.id])

    def _turn(self, shown: RelationRow) -> None:
        rule = self._session.scheme.relation(shown.relation.type)
        if rule and rule.symmetric:
            self._session.say(_("“{type}” goes both ways").format(type=type_words(shown.relation.type)))
        else:
            self._linking.turn_round(shown.relation.id)

    def _follow_letter(self, letter: str, shown: RelationRow) -> None:
        match letter.casefold():
            case "r":
                self._choose_type(shown)
            case "t":
                self._turn(shown)
            case "e":
                self.edited.emit()

    def _choose_type(self, shown: RelationRow) -> None:
        """Open a menu of the other types that the scheme allows for this relation; say so where there are none."""
        if self._fitting(shown.relation):
            at = self.visualRect(self.currentIndex()).bottomLeft()
            self._types(shown).popup(self.viewport().mapToGlobal(at))
        else:
            self._session.say(_("The scheme allows no other relation between these two in this direction"))

    def _fitting(self, relation: Relation) -> list[str]:
        """Return the other types that the scheme allows between the two ends."""
        if not {relation.source, relation.target} <= self._session.document.annotations.keys():
            return []
        rules = self._linking.types(relation.source, relation.target)
        return [rule.id for rule in rules if rule.id != relation.type]

    def _types(self, shown: RelationRow) -> QMenu:
        menu = QMenu(_("Other relation"), self)
        menu.setObjectName("relationTypes")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for type in self._fitting(shown.relation):
            words = direction_words(type, inwards=shown.inwards)
            self._add(menu, words, partial(self._linking.retype, shown.relation.id, type))
        give_mnemonics(menu)
        return menu

    def _open_menu(self, at: QPoint, shown: RelationRow) -> None:
        menu = QMenu(_("Relation"), self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._add(menu, _("Go to the other end"), lambda: self._go(self.current_row()), changes=False)
        types = self._types(shown)
        types.setEnabled(self._session.writable and not types.isEmpty())
        menu.addMenu(types)
        self._add(menu, _("Turn round"), partial(self._turn, shown))
        self._add(menu, _("Edit what it says"), self.edited.emit)
        menu.addSeparator()
        self._add(menu, _("Remove"), partial(self._remove, shown))
        give_mnemonics(menu)
        menu.popup(self.viewport().mapToGlobal(at))

    def _add(self, menu: QMenu, text: str, act: Callable[[], object], *, changes: bool = True) -> None:
        action = QAction(text, menu)
        action.triggered.connect(lambda: act())
        action.setEnabled(self._session.writable or not changes)
        menu.addAction(action)
