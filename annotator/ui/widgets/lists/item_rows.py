"""List of a document's items: a tick, a label's badge, text, and a remark at the right."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from msgspec import Struct
from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QWidget

from annotator.language.label_names import label_name
from annotator.language.plain_line import plain_line
from annotator.model.scheme import Scheme
from annotator.translation.messages import listed
from annotator.ui.theme.fonts import chrome_font, small_font
from annotator.ui.theme.icons import paint_icon
from annotator.ui.theme.look import Look
from annotator.ui.theme.mirroring import placed
from annotator.ui.theme.paint import LIST_BADGE, paint_badge
from annotator.ui.widgets.lists.rows_model import RowsModel
from annotator.ui.widgets.lists.rows_view import RowDelegate, RowsView
from annotator.ui.widgets.words.line_of_text import literal, paint_line

Index = QModelIndex | QPersistentModelIndex
ROW_HEIGHT, LEFT, RIGHT, GAP, TICK = 32, 16, 16, 8, 16
MOST_AT_RIGHT = 0.5


class ItemRow(Struct, frozen=True):
    """One row. ``label`` is an annotation's label id, empty for other items; ``remark`` stands at the right."""

    words: str
    label: str = ""
    remark: str = ""
    done: bool = False


class ItemRowsModel(RowsModel[ItemRow]):
    """List model of item rows, with accessible text that names the label."""

    def __init__(self, scheme: Scheme, parent: QObject) -> None:
        super().__init__(parent)
        self._scheme = scheme

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return plain_line(row.words)
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._said(row)
            case Qt.ItemDataRole.ToolTipRole:
                return literal(plain_line(row.words))
            case _:
                return None

    def _said(self, row: ItemRow) -> str:
        name = label_name(self._scheme, row.label)
        return listed(part for part in (name, plain_line(row.words), row.remark) if part)


class ItemRowsDelegate(RowDelegate):
    """Painter of item rows; ``ticking`` leaves room for a tick before the badge."""

    def __init__(self, model: ItemRowsModel, scheme: Scheme, look: Look, parent: QWidget, *, ticking: bool) -> None:
        super().__init__(look, parent)
        self._model, self._scheme, self._ticking = model, scheme, ticking
        self._words, self._small = chrome_font(), small_font()

    def paint_row(self, painter: QPainter, rect: QRectF, row: int, *, selected: bool) -> None:
        item, theme = self._model.rows[row], self._look.theme
        room = rect.adjusted(LEFT, 0, -RIGHT, 0)
        if self._ticking:
            if item.done:
                tick = QRectF(room.left(), room.top(), TICK, room.height())
                paint_icon(painter, placed(painter, tick, rect), "check", theme.success, TICK)
            room.adjust(TICK + GAP, 0, 0, 0)
        if item.label:
            label = self._scheme.label(item.label)
            badge = QRectF(room.left(), round(room.center().y() - LIST_BADGE / 2), LIST_BADGE, LIST_BADGE)
            colours = theme.label(label, item.label)
            paint_badge(painter, placed(painter, badge, rect), colours, colours.sign, selected=selected)
        room.adjust(LIST_BADGE + GAP, 0, 0, 0)
        room = self._paint_remark(painter, rect, room, item.remark)
        painter.setFont(self._words)
        painter.setPen(theme.text)
        metrics = QFontMetricsF(self._words)
        paint_line(painter, placed(painter, room, rect), plain_line(item.words), metrics, leading=True)

    def _paint_remark(self, painter: QPainter, rect: QRectF, room: QRectF, remark: str) -> QRectF:
        """Paint the remark at the end of ``room`` and return the room that is left."""
        metrics = QFontMetricsF(self._small)
        width = min(metrics.horizontalAdvance(remark) + 1, room.width() * MOST_AT_RIGHT)
        painter.setFont(self._small)
        painter.setPen(self._look.theme.muted)
        end = QRectF(room.right() - width, room.top(), width, room.height())
        paint_line(painter, placed(painter, end, rect), remark, metrics)
        return room.adjusted(0, 0, -width - GAP, 0)


class ItemRows(RowsView):
    """List of item rows. ``went_to``: the number of the row that has become the current one."""

    went_to = Signal(int)

    def __init__(self, scheme: Scheme, look: Look, parent: QWidget, *, ticking: bool = False) -> None:
        super().__init__(ROW_HEIGHT, parent=parent)
        self._rows = ItemRowsModel(scheme, self)
        self.setModel(self._rows)
        self.setItemDelegate(ItemRowsDelegate(self._rows, scheme, look, self, ticking=ticking))
        self.selectionModel().currentRowChanged.connect(lambda now, _before: self.went_to.emit(now.row()))
        look.changed.connect(self.viewport().update)

    def show_rows(self, rows: Sequence[ItemRow]) -> None:
        """Show ``rows`` in place of all others."""
        self._rows.show_rows(rows)

    def put(self, number: int, row: ItemRow) -> None:
        """Replace the row ``number``."""
        self._rows.put(number, row)

    def go_to(self, number: int) -> None:
        """Make the row ``number`` current and scroll it into view; ignore a number that does not exist."""
        if 0 <= number < self._rows.rowCount():
            self.selectRow(number)
            self.scrollTo(self._rows.index(number))
