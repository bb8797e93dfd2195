"""Changes of single rows of a model, each announced to the views."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QAbstractTableModel, QModelIndex

from annotator.model.annotation import Annotation
from annotator.ui.panels.annotations.order import RowOrder

NOWHERE = QModelIndex()


class RowChanges:
    """Changes of the rows of ``model``, which have this order; ``matches`` tells if the filter shows an annotation."""

    def __init__(self, model: QAbstractTableModel, order: RowOrder, matches: Callable[[Annotation], bool]) -> None:
        self._model, self._order, self._matches = model, order, matches

    def exchange(self, before: Annotation, after: Annotation | None) -> None:
        """Show the annotation ``after`` in place of ``before``, its version until now; None removes the row."""
        row = self._order.row_of(before)
        stays = after and row is not None and row == self._order.row_of(after) and self._matches(after)
        if stays and row is not None:
            self._tell(row)
            return
        self._take_out(before)
        if after:
            self.put_in(after)

    def put_in(self, annotation: Annotation) -> None:
        """Insert the annotation, if the filter shows it."""
        if not self._matches(annotation):
            return
        if rows := self._order.rows_for(annotation):
            self._model.beginInsertRows(NOWHERE, rows.start, rows.stop - 1)
        self._order.put_in(annotation)
        if rows:
            self._model.endInsertRows()
        self._count_anew(annotation)

    def _take_out(self, annotation: Annotation) -> None:
        rows = self._order.rows_with(annotation)
        if rows is None:
            return
        if rows:
            self._model.beginRemoveRows(NOWHERE, rows.start, rows.stop - 1)
        self._order.take_out(annotation)
        if rows:
            self._model.endRemoveRows()
        self._count_anew(annotation)

    def _count_anew(self, annotation: Annotation) -> None:
        heading = self._order.heading_of(annotation)
        if heading is not None:
            self._tell(heading)

    def _tell(self, row: int) -> None:
        last = self._model.columnCount() - 1
        self._model.dataChanged.emit(self._model.index(row, 0), self._model.index(row, last))
