"""List of rows of two lines: an icon or a check box, a name, a remark at the right, and a muted second line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal

from msgspec import Struct
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QMouseEvent, QPainter
from PySide6.QtWidgets import QApplication, QStyle, QStyleOptionButton, QWidget

from annotator.translation.messages import _, listed
from annotator.ui.theme.draw_buttons import DISABLED_OPACITY
from annotator.ui.theme.fonts import MEDIUM, chrome_font, small_font
from annotator.ui.theme.icons import paint_icon
from annotator.ui.theme.look import Look
from annotator.ui.theme.mirroring import placed
from annotator.ui.widgets.lists.rows_model import RowsModel
from annotator.ui.widgets.lists.rows_view import RowDelegate, RowsView
from annotator.ui.widgets.words.line_of_text import literal, paint_line

Index = QModelIndex | QPersistentModelIndex
ROW_HEIGHT, LEFT, RIGHT, GAP, GLYPH, FIRST, SECOND, MOST_AT_RIGHT = 46, 18, 16, 8, 16, 7, 24, 0.5
Tone = Literal["muted", "warning", "error"]


class TwoLines(Struct, frozen=True):
    """One row. ``glyph`` is an icon's name, ``tone`` colours icon and second line; a ``dim`` row is drawn as disabled.

    ``ticked`` is None for a row without a check box, which otherwise stands in place of the icon.
    """

    first: str
    second: str = ""
    remark: str = ""
    glyph: str = ""
    tone: Tone = "muted"
    dim: bool = False
    ticked: bool | None = None

    @property
    def in_words(self) -> str:
        """Text of the row for a screen reader."""
        tick = "" if self.ticked is None else _("taken") if self.ticked else _("left out")
        return listed(part for part in (self.first, tick, self.remark, self.second) if part)


class TwoLinesModel(RowsModel[TwoLines]):
    """List model of two-line rows."""

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.first
            case Qt.ItemDataRole.AccessibleTextRole:
                return row.in_words
            case Qt.ItemDataRole.ToolTipRole:
                return literal(f"{row.first}\n{row.second}" if row.second else row.first)
            case _:
                return None


class TwoLinesDelegate(RowDelegate):
    """Painter of two-line rows."""

    def __init__(self, model: TwoLinesModel, look: Look, parent: QWidget) -> None:
        super().__init__(look, parent)
        self._model = model
        self._first, self._small = chrome_font(0, MEDIUM), small_font()

    def paint_row(self, painter: QPainter, rect: QRectF, row: int, *, selected: bool) -> None:  # noqa: ARG002  # the background shows it
        said = self._model.rows[row]
        painter.setOpacity(DISABLED_OPACITY if said.dim else 1.0)
        room = rect.adjusted(LEFT, 0, -RIGHT, 0)
        if said.ticked is not None:
            self._paint_box(painter, self._glyph_rect(painter, rect), ticked=said.ticked)
            room.adjust(GLYPH + GAP, 0, 0, 0)
        elif said.glyph:
            paint_icon(painter, self._glyph_rect(painter, rect), said.glyph, self._tone(said.tone))
            room.adjust(GLYPH + GAP, 0, 0, 0)
        self._paint_words(painter, rect, room, said)

    def _paint_words(self, painter: QPainter, rect: QRectF, room: QRectF, said: TwoLines) -> None:
        first, small = QFontMetricsF(self._first), QFontMetricsF(self._small)
        line = QRectF(room.left(), room.top() + FIRST, room.width(), first.height())
        width = min(small.horizontalAdvance(said.remark) + 1, line.width() * MOST_AT_RIGHT) if said.remark else -GAP
        painter.setFont(self._small)
        painter.setPen(self._look.theme.muted)
        if said.remark:
            remark = QRectF(line.right() - width, line.top(), width, line.height())
            paint_line(painter, placed(painter, remark, rect), said.remark, small)
        painter.setPen(self._tone(said.tone))
        second = QRectF(room.left(), room.top() + SECOND, room.width(), small.height())
        paint_line(painter, placed(painter, second, rect), said.second, small, leading=True)
        painter.setFont(self._first)
        painter.setPen(self._look.theme.text)
        name = line.adjusted(0, 0, -width - GAP, 0)
        paint_line(painter, placed(painter, name, rect), said.first, first, leading=True)

    def _glyph_rect(self, painter: QPainter, rect: QRectF) -> QRectF:
        line = QFontMetricsF(self._first).height()
        return placed(painter, QRectF(rect.left() + LEFT, rect.top() + FIRST, GLYPH, line), rect)

    def _paint_box(self, painter: QPainter, glyph: QRectF, *, ticked: bool) -> None:
        option = QStyleOptionButton()
        option.rect = QRect(glyph.topLeft().toPoint(), QSize(GLYPH, GLYPH))
        option.state = QStyle.StateFlag.State_On if ticked else QStyle.StateFlag.State_Off
        option.state |= QStyle.StateFlag.State_Enabled
        QApplication.style().drawPrimitive(QStyle.PrimitiveElement.PE_IndicatorCheckBox, option, painter)

    def _tone(self, tone: str) -> QColor:
        theme = self._look.theme
        return {"warning": theme.warning, "error": theme.error}.get(tone, theme.muted)


class TwoLineRows(RowsView):
    """List of two-line rows.

    ``went_to``: the number of the row that has become current, -1 for none. ``turned``: a row's tick is to be toggled,
    by a click on its box or by Space.
    """

    went_to = Signal(int)
    turned = Signal(int)

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(ROW_HEIGHT, parent=parent)
        self._rows = TwoLinesModel(self)
        self.setModel(self._rows)
        self.setItemDelegate(TwoLinesDelegate(self._rows, look, self))
        self.selectionModel().currentRowChanged.connect(lambda now, _before: self.went_to.emit(now.row()))
        self.typed.connect(self._type)
        look.changed.connect(self.viewport().update)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        at = event.position().toPoint()
        inside = self.viewport().width() - 1 - at.x() if self.isRightToLeft() else at.x()
        if event.button() == Qt.MouseButton.LeftButton and inside < LEFT + GLYPH + GAP:
            self._turn(self.indexAt(at).row())

    def _type(self, letter: str) -> None:
        if letter == " ":
            self._turn(self.current_row())

    def _turn(self, row: int) -> None:
        if row >= 0 and self._rows.rows[row].ticked is not None:
            self.turned.emit(row)

    def show_rows(self, rows: Sequence[TwoLines], current: int = 0) -> None:
        """Replace all rows and make ``current`` the current one."""
        self._rows.show_rows(rows)
        if rows:
            self.go_to(current)

    def add_rows(self, rows: Sequence[TwoLines]) -> None:
        """Append ``rows``."""
        self._rows.add_rows(rows)

    def put(self, number: int, row: TwoLines) -> None:
        """Replace the row ``number``."""
        self._rows.put(number, row)

    def go_to(self, number: int) -> None:
        """Make the row ``number`` current and scroll it into view."""
        self.selectRow(number)
        self.scrollTo(self._rows.index(number))
