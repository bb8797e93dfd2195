"""View of the annotations: columns beside the words, and groups that close and open."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from annotator.translation.messages import _
from annotator.ui.panels.annotations.column_headings import ColumnHeadings
from annotator.ui.panels.annotations.columns import WIDTHS
from annotator.ui.panels.annotations.row_delegate import ROW_HEIGHT
from annotator.ui.panels.annotations.rows import AnnotationRows
from annotator.ui.widgets.keyboard import sideways_step
from annotator.ui.widgets.lists.rows_view import SELECT, RowsView
from annotator.ui.widgets.tab_order import step_out

LEAST_WIDTH, LEAST_WORDS = 40, 120
NO_MODIFIER = ~Qt.KeyboardModifier.KeypadModifier


class AnnotationList(RowsView):
    """List of ``rows``. The arrow keys left and right close and open a group, as a click on its heading does.

    ``columns_wanted``: the place, in global coordinates, for the menu of columns. ``widened``: a column and its new
    width.
    """

    columns_wanted = Signal(QPoint)
    widened = Signal(str, int)

    def __init__(self, rows: AnnotationRows, parent: QWidget) -> None:
        super().__init__(ROW_HEIGHT, many=True, parent=parent)
        self._rows, self._laying_out = rows, False
        self._widths = dict(WIDTHS)
        self.setObjectName("annotationsList")
        self.setAccessibleName(_("Annotations"))
        self.setModel(rows)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        across = ColumnHeadings(self)
        self.setHorizontalHeader(across)
        across.customContextMenuRequested.connect(lambda at: self.columns_wanted.emit(across.mapToGlobal(at)))
        across.sectionResized.connect(self._note_width)
        self.show_columns((), {})

    def focusNextPrevChild(self, onwards: bool) -> bool:
        """Go on with Tab to the first part of the details, of which the panel leads to the note."""
        return step_out(self, onwards=onwards) or super().focusNextPrevChild(onwards)

    def show_columns(self, columns: tuple[str, ...], widths: Mapping[str, int]) -> None:
        """Show these columns beside the words, with these widths where one was chosen."""
        self._widths.update((column, width) for column, width in widths.items() if column in WIDTHS)
        self._laying_out = True
        self._rows.show_columns(columns)
        across = self.horizontalHeader()
        across.setVisible(bool(columns))
        across.setMinimumSectionSize(LEAST_WIDTH)
        across.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for number in range(1, len(columns) + 1):
            across.setSectionResizeMode(number, QHeaderView.ResizeMode.Interactive)
        self._laying_out = False
        self._divide()

    def set_all_closed(self, *, closed: bool) -> None:
        """Close or open all groups."""
        self._rows.set_all_closed(closed=closed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._divide()

    def _divide(self) -> None:
        """Give each column its width, less where the words would have no room."""
        wanted = [self._widths[column] for column in self._rows.columns]
        room = max(self.viewport().width() - LEAST_WORDS, 0)
        share = min(1.0, room / sum(wanted)) if wanted else 1.0
        self._laying_out = True
        for number, width in enumerate(wanted, start=1):
            self.horizontalHeader().resizeSection(number, max(LEAST_WIDTH, int(width * share)))
        self._laying_out = False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Close or open a group whose heading is pressed, without selecting it."""
        row = self.rowAt(event.position().toPoint().y())
        group = self._rows.group(row) if row >= 0 else None
        if group and event.button() == Qt.MouseButton.LeftButton:
            self._rows.set_closed(row, closed=not group.closed)
        else:
            super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = sideways_step(Qt.Key(event.key()), self)
        if step and not event.modifiers() & NO_MODIFIER:
            self._close_or_open(self.current_row(), closed=step < 0)
        else:
            super().keyPressEvent(event)

    def _close_or_open(self, row: int, *, closed: bool) -> None:
        """Close the group of the row and go to its heading, or open the closed one and go to its first annotation."""
        heading = self._rows.heading_above(row) if row >= 0 else None
        group = None if heading is None else self._rows.group(heading)
        if heading is None or group is None or group.closed == closed:
            return
        self._rows.set_closed(heading, closed=closed)
        index = self._rows.index(heading if closed else heading + 1, 0)
        self.selectionModel().setCurrentIndex(index, SELECT)
        self.scrollTo(index)

    def _note_width(self, number: int, _before: int, width: int) -> None:
        if not self._laying_out and 0 < number <= len(self._rows.columns):
            column = self._rows.columns[number - 1]
            self._widths[column] = width
            self.widened.emit(column, width)
