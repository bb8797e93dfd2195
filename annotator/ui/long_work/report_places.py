"""List of the places that a reason in a report applies to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPalette
from PySide6.QtWidgets import QWidget

from annotator.translation.messages import _, listed
from annotator.ui.long_work.report_reasons import Place
from annotator.ui.theme.fonts import chrome_font, small_font
from annotator.ui.theme.look import Look
from annotator.ui.theme.mirroring import placed
from annotator.ui.widgets.lists.rows_model import RowsModel
from annotator.ui.widgets.lists.rows_view import RowDelegate, RowsView
from annotator.ui.widgets.words.line_of_text import literal, paint_line

Index = QModelIndex | QPersistentModelIndex
ROW_HEIGHT, SIDE, GAP, MOST_WHERE = 29, 18, 12, 0.45


class PlacesModel(RowsModel[Place]):
    """List model of places as text."""

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        place = self.rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return place.where
            case Qt.ItemDataRole.AccessibleTextRole:
                return listed(part for part in (place.where, place.more) if part)
            case Qt.ItemDataRole.ToolTipRole:
                return literal("\n".join(part for part in (place.where, place.more) if part))
            case _:
                return None


class PlaceDelegate(RowDelegate):
    """Painter of a row: the place, and further details in small type after it."""

    def __init__(self, model: PlacesModel, look: Look, parent: QWidget) -> None:
        super().__init__(look, parent)
        self._model = model
        self._name, self._small = chrome_font(), small_font()

    def paint_row(self, painter: QPainter, rect: QRectF, row: int, *, selected: bool) -> None:  # noqa: ARG002  # the ground says it
        place, theme = self._model.rows[row], self._look.theme
        name, small = QFontMetricsF(self._name), QFontMetricsF(self._small)
        room = rect.adjusted(SIDE, 0, -SIDE, 0)
        most = room.width() * MOST_WHERE if place.more else room.width()
        width = min(name.horizontalAdvance(place.where) + 1, most)
        painter.setFont(self._name)
        painter.setPen(theme.text)
        where = placed(painter, QRectF(room.left(), room.top(), width, room.height()), rect)
        paint_line(painter, where, place.where, name, leading=True)
        painter.setFont(self._small)
        painter.setPen(theme.muted)
        more = placed(painter, room.adjusted(width + GAP, 0, 0, 0), rect)
        paint_line(painter, more, place.more, small, leading=True)


class PlaceRows(RowsView):
    """List of places.

    ``gone_to``: Loss of the place entered or clicked; not emitted for a place without one. ``passed``: Enter on such a
    place.
    """

    gone_to = Signal(object)
    passed = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(ROW_HEIGHT, parent=parent)
        self._rows = PlacesModel(self)
        self.setObjectName("reportPlaces")
        # Translators: name of the list of places in articles that a report’s reason applies to.
        self.setAccessibleName(_("Where"))
        self.setModel(self._rows)
        self.setItemDelegate(PlaceDelegate(self._rows, look, self))
        self.viewport().setBackgroundRole(QPalette.ColorRole.Window)
        self.entered.connect(self._enter)
        self.clicked.connect(lambda index: self._go(index.row()))
        look.changed.connect(self.viewport().update)

    def show_places(self, places: Sequence[Place]) -> None:
        self._rows.show_rows(places)
        if places:
            self.selectRow(0)

    def _enter(self, row: int) -> None:
        if self._rows.rows[row].loss:
            self._go(row)
        else:
            self.passed.emit()

    def _go(self, row: int) -> None:
        loss = self._rows.rows[row].loss
        if loss:
            self.gone_to.emit(loss)
