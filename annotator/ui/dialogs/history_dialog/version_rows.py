"""List of versions: time, annotator, and counts or the reason why the version cannot be read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QWidget

from annotator.session.opening.entry import PROBLEM
from annotator.translation.messages import listed
from annotator.ui.theme.fonts import MEDIUM, chrome_font, small_font
from annotator.ui.theme.look import Look
from annotator.ui.theme.mirroring import placed
from annotator.ui.theme.paint import STATUS_GLYPH, paint_status
from annotator.ui.widgets.lists.rows_model import RowsModel
from annotator.ui.widgets.lists.rows_view import RowDelegate, RowsView
from annotator.ui.widgets.words.line_of_text import literal, paint_line

Index = QModelIndex | QPersistentModelIndex
ROW_HEIGHT, LEFT, RIGHT, GAP, FIRST, SECOND, MOST_WHOSE = 46, 18, 16, 8, 7, 24, 0.5


@dataclass(frozen=True, slots=True)
class VersionRow:
    """One version as text; ``second`` is the second line: counts or, with ``problem``, the reason."""

    time: str
    annotator: str = ""
    second: str = ""
    problem: bool = False

    @property
    def said(self) -> str:
        """Text of the row for a screen reader."""
        return listed(part for part in (self.time, self.annotator, self.second) if part)


class VersionRowsModel(RowsModel[VersionRow]):
    """List model of versions."""

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.time
            case Qt.ItemDataRole.AccessibleTextRole:
                return row.said
            case Qt.ItemDataRole.ToolTipRole:
                return literal(row.second)
            case _:
                return None


class VersionDelegate(RowDelegate):
    """Painter of two-line rows."""

    def __init__(self, model: VersionRowsModel, look: Look, parent: QWidget) -> None:
        super().__init__(look, parent)
        self._model = model
        self._time, self._small = chrome_font(0, MEDIUM), small_font()

    def paint_row(self, painter: QPainter, rect: QRectF, row: int, *, selected: bool) -> None:  # noqa: ARG002  # the background shows it
        version, theme = self._model.rows[row], self._look.theme
        times, small = QFontMetricsF(self._time), QFontMetricsF(self._small)
        line = QRectF(rect.left() + LEFT, rect.top() + FIRST, rect.width() - LEFT - RIGHT, times.height())
        width = min(small.horizontalAdvance(version.annotator) + 1, line.width() * MOST_WHOSE)
        painter.setFont(self._small)
        painter.setPen(theme.muted)
        whose = QRectF(line.right() - width, line.top(), width, line.height())
        paint_line(painter, placed(painter, whose, rect), version.annotator, small)
        second = QRectF(line.left(), rect.top() + SECOND, line.width(), small.height())
        if version.problem:
            glyph = QRectF(second.left(), second.top(), STATUS_GLYPH, second.height())
            paint_status(painter, placed(painter, glyph, rect), PROBLEM, theme)
            second.adjust(STATUS_GLYPH + GAP, 0, 0, 0)
            painter.setPen(theme.warning)
        paint_line(painter, placed(painter, second, rect), version.second, small, leading=True)
        painter.setFont(self._time)
        painter.setPen(theme.text)
        paint_line(
            painter, placed(painter, line.adjusted(0, 0, -width - GAP, 0), rect), version.time, times, leading=True
        )


class VersionRows(RowsView):
    """List of versions. ``went_to``: the number of the version that has become current."""

    went_to = Signal(int)

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(ROW_HEIGHT, parent=parent)
        self._rows = VersionRowsModel(self)
        self.setModel(self._rows)
        self.setItemDelegate(VersionDelegate(self._rows, look, self))
        self.selectionModel().currentRowChanged.connect(lambda now, _before: self.went_to.emit(now.row()))
        look.changed.connect(self.viewport().update)

    def show_rows(self, rows: Sequence[VersionRow]) -> None:
        """Replace all rows and make the first one current."""
        self._rows.show_rows(rows)
        if rows:
            self.selectRow(0)

    def put(self, number: int, row: VersionRow) -> None:
        """Replace the row ``number``."""
        self._rows.put(number, row)
