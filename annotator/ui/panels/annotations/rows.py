"""Table model of the open article's annotations, updated change by change."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Signal

from annotator.language.folding import folded_query
from annotator.model.annotation import Annotation, Relation
from annotator.model.change import Change
from annotator.session.session import Session
from annotator.translation.messages import _
from annotator.ui.panels.annotations.cells import cell, heading
from annotator.ui.panels.annotations.columns import COLUMNS, NAMES
from annotator.ui.panels.annotations.grouping import grouping
from annotator.ui.panels.annotations.order import Group, Position, RowOrder
from annotator.ui.panels.annotations.row_changes import RowChanges
from annotator.ui.panels.annotations.search import SessionSearch

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
OF_A_ROW = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
ONE_BY_ONE = 60
"""Changes of more annotations reset the model, since the view checks all rows at every single insertion."""
AT_ONCE = 4000
"""Number of annotations that are searched first, in text order; what is found is shown before the search goes on."""
FURTHER = 3
"""How many times as many are searched in each later part: the view paints all its rows anew whenever one is added."""


class AnnotationRows(QAbstractTableModel):
    """Rows of annotations and of headings where ``grouped`` by an order; ``filter`` is the filter as it is typed.

    The first column has the annotation's words, the others are the ``columns`` that the user has chosen.
    ``searched``: the search has come further; it goes on in the event loop while ``searching``.
    """

    searched = Signal()

    def __init__(self, session: Session, parent: QObject | None = None, *, at_once: int = AT_ONCE) -> None:
        super().__init__(parent)
        self._session, self._at_once = session, at_once
        self._order: RowOrder | None = None
        self._search = SessionSearch(session)
        self._rest: list[Position] = []
        self._soon = QTimer(self, interval=0, singleShot=True)
        self._soon.timeout.connect(self._go_on)
        self._closed: dict[str, set[str]] = {}
        self.filter, self.grouped = "", "text"
        self.columns: tuple[str, ...] = ()
        self.rebuild()

    def rebuild(self) -> None:
        """Reset the model to the session's document."""
        self._show(self._session.index.order if self._session.current else None)

    @property
    def searching(self) -> bool:
        return bool(self._rest)

    def _show(self, among: list[Position] | None) -> None:
        """Show the annotations at these positions, in the order of the rows, that match; None without an article."""
        self.beginResetModel()
        at_once = self._at_once if self.filter and self.grouped == "text" else None
        self._rest = among[at_once:] if among and at_once else []
        self._order = None if among is None else self._ordered(among[:at_once])
        self.endResetModel()
        if self._rest:
            self._soon.start()

    def _go_on(self) -> None:
        """Search a part of the rest, and append the rows found."""
        many = FURTHER * self._at_once
        part, self._rest = self._rest[:many], self._rest[many:]
        found = self._search.found(self.filter, part)
        if found and self._order is not None:
            self.beginInsertRows(NOWHERE, len(self._order), len(self._order) + len(found) - 1)
            self._order.append(found)
            self.endInsertRows()
        if self._rest:
            self._soon.start()
        self.searched.emit()

    def show(self, filter: str, *, grouped: str) -> None:
        """Show the annotations that meet the ``filter``, all for an empty one, in the order ``grouped``."""
        if (filter, grouped) == (self.filter, self.grouped):
            return
        narrows = self._search.has_words_only(self.filter, filter) and folded_query(self.filter) in folded_query(filter)
        narrows = narrows and grouped == self.grouped
        self.filter, self.grouped = filter, grouped
        if narrows and self._order is not None:
            self._show(self._order.positions + self._rest)
        else:
            self.rebuild()

    def follow(self, change: Change) -> None:
        """Update the rows of the annotations that the change removed or added."""
        removed, added = change.annotations_removed, change.annotations_added
        if self._order is None or self._needs_rebuilding(self._order, change):
            self.rebuild()
            return
        changes = RowChanges(self, self._order, lambda annotation: self._search.matches(self.filter, annotation))
        after = {annotation.id: annotation for annotation in added}
        for annotation in removed:
            changes.exchange(annotation, after.pop(annotation.id, None))
        for annotation in after.values():
            changes.put_in(annotation)
        if "linked" in self.columns and (change.removed_of(Relation) or change.added_of(Relation)):
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._order) - 1, len(self.columns)))

    def _needs_rebuilding(self, order: RowOrder, change: Change) -> bool:
        many = len(change.annotations_removed) + len(change.annotations_added)
        regroups = order.grouping is not None and order.grouping.outdated(change)
        has_terms = not self._search.has_words_only(self.filter)
        return regroups or has_terms or many > ONE_BY_ONE or bool(self._rest and many)

    def annotation(self, row: int) -> Annotation | None:
        """Return the annotation in the row; None for a heading, or where the document no longer has it."""
        position = self._order.at(row)[1] if self._order else None
        return self._session.document.annotations.get(position[2]) if position else None

    def ids_in(self, rows: range) -> list[str]:
        """Return the ids of the annotations in these rows that the document has."""
        known = self._session.document.annotations if self._order else {}
        return [id for id in self._order.ids_in(rows) if id in known] if self._order else []

    def group(self, row: int) -> Group | None:
        """Return the group whose heading stands in the row; None in every other row."""
        group, position = self._order.at(row) if self._order else (None, None)
        return group if position is None else None

    def row_of(self, annotation: Annotation | None) -> int | None:
        """Return the row of the annotation, or of the heading of its closed group; None where it is filtered out."""
        if self._order is None or annotation is None:
            return None
        row = self._order.row_of(annotation)
        hidden = row is None and self._order.rows_with(annotation) is not None
        return self._order.heading_of(annotation) if hidden else row

    def heading_above(self, row: int) -> int | None:
        """Return the row of the heading of the group that the row belongs to; None where there is none."""
        return self._order.heading_above(row) if self._order else None

    def set_closed(self, row: int, *, closed: bool) -> None:
        """Close or open the group whose heading stands in the row."""
        group, order = self.group(row), self._order
        if group is None or order is None or group.closed == closed:
            return
        self._remember(group, closed=closed)
        begin, end = (
            (self.beginRemoveRows, self.endRemoveRows) if closed else (self.beginInsertRows, self.endInsertRows)
        )
        begin(NOWHERE, row + 1, row + len(group.positions))
        order.set_closed(group, closed=closed)
        end()
        self.dataChanged.emit(self.index(row, 0), self.index(row, len(self.columns)))

    def set_all_closed(self, *, closed: bool) -> None:
        """Close or open all groups."""
        for group in self._order.groups if self._order and self._order.grouping else ():
            self._remember(group, closed=closed)
        self.rebuild()

    def show_columns(self, columns: tuple[str, ...]) -> None:
        """Show these of COLUMNS after the first column."""
        self.beginResetModel()
        self.columns = columns
        self.endResetModel()

    def _remember(self, group: Group, *, closed: bool) -> None:
        known = self._closed.setdefault(self.grouped, set())
        (known.add if closed else known.discard)(group.key)

    @property
    def labels(self) -> Counter[str]:
        """Number of annotations by label, shown or not."""
        return self._session.index.counts() if self._session.current else Counter()

    @property
    def shown(self) -> int:
        """Number of annotations that have a row."""
        return self._order.annotations if self._order else 0

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return len(self._order) if self._order and not parent.isValid() else 0

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else 1 + len(self.columns)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let arrow keys reach the heading of a group only while it is closed."""
        group = self.group(index.row()) if index.isValid() and self.grouped != "text" else None
        no_row = not index.isValid() or (group is not None and not group.closed)
        return Qt.ItemFlag.NoItemFlags if no_row else OF_A_ROW

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return _(NAMES[self.columns[section - 1]]) if 0 < section <= len(self.columns) else _("Annotation")

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or role not in SHOWN_ROLES:
            return None
        group, article = self.group(index.row()), self._session.current
        if group is not None:
            grouping = self._order.grouping if self._order else None
            return heading(group, grouping, role) if grouping and not index.column() else None
        annotation = self.annotation(index.row())
        if annotation is None or article is None:
            return None
        column = index.column()
        return COLUMNS[self.columns[column - 1]](annotation, article) if column else cell(annotation, article, role)

    def _ordered(self, positions: Iterable[Position]) -> RowOrder:
        article = self._session.current
        assert article is not None
        order = RowOrder(grouping(self.grouped, article), self._closed.get(self.grouped, frozenset()))
        if self.filter:
            positions = self._search.found(self.filter, positions)
        if order.grouping:
            annotations = article.document.annotations
            order.fill((annotations[position[2]], position) for position in positions)
        else:
            order.fill_in_text_order(list(positions))
        return order


SHOWN_ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.ToolTipRole,
)
