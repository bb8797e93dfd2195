"""Table model of the open article's annotations, updated change by change."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Signal

from annotator.language.label_names import label_name
from annotator.model.annotation import Annotation
from annotator.model.change import Change
from annotator.session.annotation_filter import parsed
from annotator.session.session import Session
from annotator.translation.messages import number
from annotator.ui.panels.annotations.order import Group, Position, RowOrder
from annotator.ui.panels.annotations.row_text import first_words, matches, said, tip
from annotator.ui.panels.annotations.search import AnnotationSearch
from annotator.ui.widgets.words.line_of_text import literal

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
OF_A_ROW = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
ONE_BY_ONE = 60
"""Changes to more annotations than this reset the model, since the view checks all rows at every single insertion."""
AT_ONCE = 4000
"""Annotations that are searched at first, in text order; the rows found are shown before the search goes on."""
FURTHER = 3
"""Times as many are searched at each later time: the view paints all its rows again wherever one is added."""


class AnnotationRows(QAbstractTableModel):
    """Rows of annotations and, where ``by_label``, of label headers; ``words`` is the filter.

    ``searched``: the search has come further; it goes on in the event loop while ``searching``.
    """

    searched = Signal()

    def __init__(self, session: Session, parent: QObject | None = None, *, at_once: int = AT_ONCE) -> None:
        super().__init__(parent)
        self._session, self._at_once = session, at_once
        self._order: RowOrder | None = None
        self._search: AnnotationSearch | None = None
        self._rest: list[Position] = []
        self._soon = QTimer(self, interval=0, singleShot=True)
        self._soon.timeout.connect(self._go_on)
        self.words = ""
        self.by_label = False
        self.rebuild()

    def rebuild(self) -> None:
        """Reset the model to the session's document."""
        self._show(self._session.index.order if self._session.current else None)

    @property
    def searching(self) -> bool:
        return bool(self._rest)

    def _show(self, among: list[Position] | None) -> None:
        """Show those of the positions, given in text order or by label, that match; None without an article."""
        self.beginResetModel()
        at_once = self._at_once if self.words and not self.by_label else None
        self._rest = among[at_once:] if among and at_once else []
        self._order = None if among is None else self._ordered(among[:at_once])
        self.endResetModel()
        if self._rest:
            self._soon.start()

    def _go_on(self) -> None:
        """Search a part of the rest, and append the rows found."""
        many = FURTHER * self._at_once
        part, self._rest = self._rest[:many], self._rest[many:]
        found = self._searched().found(self._session, self.words, part)
        if found and self._order is not None:
            self.beginInsertRows(NOWHERE, len(self._order), len(self._order) + len(found) - 1)
            self._order.append(found)
            self.endInsertRows()
        if self._rest:
            self._soon.start()
        self.searched.emit()

    def show(self, words: str, *, by_label: bool) -> None:
        """Show the annotations that meet the filter ``words``, all for an empty one."""
        if (words, by_label) == (self.words, self.by_label):
            return
        narrows = self._has_words_only(words) and self.words.casefold() in words.casefold()
        narrows = narrows and by_label == self.by_label
        self.words, self.by_label = words, by_label
        if narrows and self._order is not None:
            self._show(self._order.positions + self._rest)
        else:
            self.rebuild()

    def follow(self, change: Change) -> None:
        """Update the rows of the annotations that the change removed or added."""
        removed, added = change.annotations_removed, change.annotations_added
        asks_more = self._order is not None and not self._has_words_only("")
        if not removed and not added and not asks_more:
            return
        if self._order is None or asks_more or self._rest or len(removed) + len(added) > ONE_BY_ONE:
            self.rebuild()
            return
        after = {annotation.id: annotation for annotation in added}
        for annotation in removed:
            self._replace(self._order, annotation, after.pop(annotation.id, None))
        for annotation in after.values():
            self._put_in(self._order, annotation)

    def annotation(self, row: int) -> Annotation | None:
        """Return the annotation in the row; None for a header, or where the document no longer has it."""
        position = self._order.at(row)[1] if self._order else None
        return self._session.document.annotations.get(position[2]) if position else None

    def ids_in(self, rows: range) -> list[str]:
        """Return the ids of the annotations in these rows that the document has."""
        known = self._session.document.annotations if self._order else {}
        return [id for id in self._order.ids_in(rows) if id in known] if self._order else []

    def group(self, row: int) -> Group | None:
        """Return the group whose header stands in the row; None in every other row."""
        group, position = self._order.at(row) if self._order else (None, None)
        return group if position is None else None

    def row_of(self, annotation: Annotation | None) -> int | None:
        """Return the row of the annotation; None where it is None or filtered out."""
        return self._order.row_of(annotation) if self._order and annotation else None

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
        return 0 if parent.isValid() else 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        header = not index.isValid() or (self.by_label and self.group(index.row()))
        return Qt.ItemFlag.NoItemFlags if header else OF_A_ROW

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or role not in SHOWN_ROLES:
            return None
        group = self.group(index.row())
        if group is not None:
            return self._heading(group, role)
        annotation = self.annotation(index.row())
        return self._told(annotation, role) if annotation else None

    def _heading(self, group: Group, role: int) -> str | None:
        name = label_name(self._session.scheme, group.label)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return name
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{name}, {number(len(group.positions))}"
            case _:
                return None

    def _told(self, annotation: Annotation, role: int) -> str:
        text = self._session.document.article.text
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return first_words(annotation, text)
            case Qt.ItemDataRole.AccessibleTextRole:
                return said(annotation, text, self._session.scheme)
            case _:
                return literal(tip(annotation, text, self._session.scheme))

    def _ordered(self, positions: Iterable[Position]) -> RowOrder:
        order = RowOrder(self._session.scheme, by_label=self.by_label)
        if self.words:
            positions = self._searched().found(self._session, self.words, positions)
        if self.by_label:
            annotations = self._session.document.annotations
            order.fill((annotations[position[2]].label, position) for position in positions)
        else:
            order.fill_in_text_order(list(positions))
        return order

    def _searched(self) -> AnnotationSearch:
        article = self._session.document.article
        if self._search is None or self._search.article is not article:
            self._search = AnnotationSearch(article)
        return self._search

    def _replace(self, order: RowOrder, before: Annotation, after: Annotation | None) -> None:
        row = order.row_of(before)
        stays = after and row is not None and self._same_row(before, after) and self._matches(after)
        if stays and row is not None:
            self.dataChanged.emit(self.index(row, 0), self.index(row, 0))
            return
        self._take_out(order, before)
        if after:
            self._put_in(order, after)

    def _same_row(self, before: Annotation, after: Annotation) -> bool:
        return before.position == after.position and (before.label == after.label or not self.by_label)

    def _put_in(self, order: RowOrder, annotation: Annotation) -> None:
        if self._matches(annotation):
            self.beginInsertRows(NOWHERE, *order.rows_for(annotation))
            order.put_in(annotation)
            self.endInsertRows()
            self._count_anew(order, annotation.label)

    def _take_out(self, order: RowOrder, annotation: Annotation) -> None:
        rows = order.rows_with(annotation)
        if rows:
            self.beginRemoveRows(NOWHERE, *rows)
            order.take_out(annotation)
            self.endRemoveRows()
            self._count_anew(order, annotation.label)

    def _count_anew(self, order: RowOrder, label: str) -> None:
        header = order.header_of(label)
        if header is not None:
            self.dataChanged.emit(self.index(header, 0), self.index(header, 0))

    def _matches(self, annotation: Annotation) -> bool:
        if not self.words:
            return True
        session = self._session
        asked = parsed(self.words, session.scheme)
        if asked.terms and not asked.meets(session.document, session.scheme)(annotation):
            return False
        return not asked.words or matches(annotation, session.document.article.text, session.scheme, asked.words)

    def _has_words_only(self, words: str) -> bool:
        """Return whether neither this filter nor the present one has a term, so that each letter narrows it."""
        return self._order is None or not any(
            parsed(typed, self._session.scheme).terms for typed in (self.words, words)
        )


SHOWN_ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.ToolTipRole,
)
