"""Table of measures: a row for each label, for all, and for each type of relation and each attribute."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPalette, QResizeEvent
from PySide6.QtWidgets import QWidget

from annotator.language.label_names import capitalised, label_name
from annotator.model.scheme import Scheme
from annotator.review.agreement.folder import Agreement
from annotator.review.agreement.measures import ATTRIBUTES, EXACT, RELATIONS
from annotator.review.agreement.results import Cell, Row
from annotator.review.agreement.wording import HEADS, interval_words, number_words, row_reason, why_no_number
from annotator.translation.messages import N_, _, listed, number
from annotator.ui.dialogs.agreement_dialog.columns import HEIGHT, Columns, columns_in, first_of, has_line
from annotator.ui.dialogs.agreement_dialog.end_words import paint_at_end, paint_number
from annotator.ui.dialogs.agreement_dialog.interval import LOWEST, lowest_of, paint_interval
from annotator.ui.theme.fonts import STRONG, chrome_font, small_font
from annotator.ui.theme.look import Look
from annotator.ui.theme.mirroring import placed
from annotator.ui.theme.paint import LIST_BADGE, paint_badge
from annotator.ui.theme.sharp import paint_outline
from annotator.ui.widgets.lists.rows_model import RowsModel
from annotator.ui.widgets.lists.rows_view import RowDelegate, RowsView
from annotator.ui.widgets.words.line_of_text import literal, paint_line

Index = QModelIndex | QPersistentModelIndex
RADIUS, RING_ROOM = 5, (0, 5, 8, -6)
ABOUT = {RELATIONS: N_("F1 of relations on matched ends"), ATTRIBUTES: N_("alpha of matched annotations")}
"""Measures that are not the one that the head of the first column names."""


class MeasureModel(RowsModel[Row]):
    """List model of rows, with accessible text that says all numbers."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.agreement: Agreement | None = None
        self.scheme: Scheme | None = None
        self.lowest = LOWEST

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self.name(row)
        if role == Qt.ItemDataRole.ToolTipRole:
            return literal("\n".join(self._numbers(row)))
        return self._said(row) if role == Qt.ItemDataRole.AccessibleTextRole else None

    def name(self, row: Row) -> str:
        """Return the row's name as it is shown."""
        match row.key.kind:
            case "all":
                return _("All labels")
            case "relation":
                return capitalised(row.key.name)
            case "attribute":
                label = label_name(self.scheme, row.key.label) if self.scheme else row.key.label
                return f"{label}: {row.key.name}"
            case _:
                return label_name(self.scheme, row.key.name) if self.scheme else row.key.name

    def why(self, row: Row) -> str:
        """Return why the row has no numbers; empty if it has some."""
        reason = row_reason(row)
        if reason is None or self.agreement is None:
            return ""
        return why_no_number(reason, row, len(self.agreement.articles), self.agreement.least)

    def interval(self, cell: Cell) -> str:
        """Return the interval of a number or, where resamples gave none, that there is none."""
        resampled = cell.number is not None and self.agreement is not None and self.agreement.resamples > 0
        return interval_words(cell) or (_("no interval") if resampled else "")

    def _said(self, row: Row) -> str:
        parts = [self.name(row), *(number(count) for count in row.used.values())]
        if why := self.why(row):
            return listed([*parts, why])
        return listed([*parts, *self._numbers(row)])

    def _numbers(self, row: Row) -> list[str]:
        """Return all measures of the row that are numbers, with their intervals."""
        found = ((name, cell, cell.number) for name, cell in row.cells.items() if cell.number is not None)
        return [" ".join([_(HEADS[name]), number_words(one), self.interval(cell)]).strip() for name, cell, one in found]


class MeasureDelegate(RowDelegate):
    """Painter of rows. ``chosen``: the measure whose places are listed, if any are."""

    def __init__(self, model: MeasureModel, look: Look, parent: QWidget) -> None:
        super().__init__(look, parent)
        self._model = model
        self.chosen = ""

    def paint_row(self, painter: QPainter, rect: QRectF, row: int, *, selected: bool) -> None:
        item, theme = self._model.rows[row], self._look.theme
        columns = columns_in(rect)
        if item.key.kind == "all" and not selected:
            painter.fillRect(rect, theme.panel)
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), theme.border)
        self._paint_name(painter, rect, columns, item, selected=selected)
        painter.setFont(chrome_font())
        painter.setPen(theme.muted)
        for at, count in zip(columns.used, item.used.values(), strict=False):
            paint_number(painter, placed(painter, at, rect), number(count))
        if why := self._model.why(item):
            painter.setFont(small_font())
            paint_line(painter, placed(painter, columns.rest, rect), why, QFontMetricsF(small_font()), leading=True)
        else:
            self._paint_numbers(painter, rect, columns, item)
            if selected and self.chosen:
                ring = columns.place_of(self.chosen, item).adjusted(*RING_ROOM)
                paint_outline(painter, placed(painter, ring, rect), theme.text, RADIUS, width=2)

    def _paint_name(self, painter: QPainter, rect: QRectF, columns: Columns, item: Row, *, selected: bool) -> None:
        theme, scheme = self._look.theme, self._model.scheme
        strong = chrome_font(0, STRONG) if item.key.kind == "all" else chrome_font()
        room = QRectF(columns.name)
        if item.key.kind == "label":
            label = scheme.label(item.key.name) if scheme else None
            badge = QRectF(room.left(), round(room.center().y() - LIST_BADGE / 2), LIST_BADGE, LIST_BADGE)
            colours = theme.label(label, item.key.name)
            paint_badge(painter, placed(painter, badge, rect), colours, colours.sign, selected=selected)
            room.adjust(LIST_BADGE + 8, 0, 0, 0)
        painter.setFont(strong)
        painter.setPen(theme.text)
        name = self._model.name(item)
        paint_line(painter, placed(painter, room, rect), name, QFontMetricsF(strong), leading=True)

    def _paint_numbers(self, painter: QPainter, rect: QRectF, columns: Columns, item: Row) -> None:
        theme, first = self._look.theme, first_of(item)
        strong = chrome_font(0, STRONG)
        cell = item.cells[first]
        painter.setPen(theme.text)
        painter.setFont(strong)
        shown = "–" if cell.number is None else number_words(cell.number)
        paint_number(painter, placed(painter, columns.first, rect), shown)
        if columns.line.width() > 0 and has_line(item):
            paint_interval(painter, columns.line, rect, cell, self._model.lowest, theme)
        painter.setFont(small_font())
        painter.setPen(theme.muted)
        paint_number(painter, placed(painter, columns.interval, rect), self._model.interval(cell))
        room, words = columns.beside(item), _(ABOUT.get(first, ""))
        if words and QFontMetricsF(small_font()).horizontalAdvance(words) <= room.width():
            paint_at_end(painter, placed(painter, room, rect), words)
        painter.setFont(strong if item.key.kind == "all" else chrome_font())
        painter.setPen(theme.text)
        for name, at in columns.others.items():
            if name in item.cells and name != first:
                found = item.cells[name].number
                paint_number(painter, placed(painter, at, rect), "–" if found is None else number_words(found))


class MeasureRows(RowsView):
    """List of rows, in each of which a number can be chosen.

    ``widened``: the width that the rows have now. ``chosen``: a number, by ``row`` and ``measure``, in one way or
    another.
    """

    widened = Signal(int)
    chosen = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(HEIGHT, parent=parent)
        self.setObjectName("agreementRows")
        self.setAccessibleName(_("Agreement"))
        self._rows = MeasureModel(self)
        self.setModel(self._rows)
        self._delegate = MeasureDelegate(self._rows, look, self)
        self._wanted = EXACT
        self.setItemDelegate(self._delegate)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Base)
        look.changed.connect(self.viewport().update)

    def show_agreement(self, agreement: Agreement | None, scheme: Scheme | None) -> None:
        """Show the rows of the agreement, none without one."""
        chosen = max(self.current_row(), 0)
        self._rows.agreement, self._rows.scheme = agreement, scheme
        rows = agreement.rows if agreement and agreement.articles else []
        self._rows.lowest = lowest_of([row.cells[first_of(row)] for row in rows if has_line(row)])
        self._rows.show_rows(rows)
        if self._rows.rows:
            self.selectRow(min(chosen, len(self._rows.rows) - 1))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.widened.emit(self.viewport().width())

    @property
    def row(self) -> Row | None:
        """The current row; None where there is none."""
        at = self.current_row()
        return self._rows.rows[at] if 0 <= at < len(self._rows.rows) else None

    @property
    def measure(self) -> str:
        """The measure chosen in the current row; the first where it is not shown there."""
        row = self.row
        shown = self._columns().measures(row) if row else [EXACT]
        return self._wanted if self._wanted in shown else shown[0]

    def name(self, row: Row, measure: str) -> str:
        """Return the name of the row and of the measure, as they are shown."""
        return f"{self._rows.name(row)} · {_(HEADS[measure])}"

    def show_chosen(self, *, on: bool) -> None:
        """Show which number is chosen, or none."""
        self._delegate.chosen = self.measure if on else ""
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        sideways = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if sideways and self.row:
            shown = self._columns().measures(self.row)
            at = shown.index(self.measure) + (-sideways if self.isRightToLeft() else sideways)
            self._wanted = shown[min(max(at, 0), len(shown) - 1)]
            self.chosen.emit()
            return
        before = self.current_row()
        super().keyPressEvent(event)
        if self.current_row() != before:
            self.chosen.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if self.row and self.indexAt(event.position().toPoint()).isValid():
            x, width = event.position().x(), self.viewport().width()
            self._wanted = self._columns().measure_at(width - x if self.isRightToLeft() else x, self.row)
            self.chosen.emit()

    def _columns(self) -> Columns:
        return columns_in(QRectF(0, 0, self.viewport().width(), HEIGHT))
