"""Heads of the columns, each of which sorts the table by its column."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QWidget

from annotator.session.fact_tables.lines import Order
from annotator.translation.messages import _
from annotator.ui.dialogs.figures_dialog.tables.columns import Column, laid_out
from annotator.ui.theme.fonts import small_font
from annotator.ui.theme.icons import paint_icon
from annotator.ui.theme.look import Look
from annotator.ui.theme.mirroring import LEFTWARDS, mirrored, painter_on, placed
from annotator.ui.widgets.buttons.painted_button import PaintedButton
from annotator.ui.widgets.words.line_of_text import TO_THE_LEFT, TO_THE_RIGHT

HEIGHT, CHEVRON = 30, 12


class HeadRow(QWidget):
    """Row of heads. ``chosen``: the number of the column by which to sort, or to turn the order round."""

    chosen = Signal(int)

    def __init__(self, columns: Sequence[Column], look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._columns, self._look = columns, look
        self.setFixedHeight(HEIGHT)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.AlternateBase)
        self._heads = [Head(column, look, self) for column in columns]
        for number, head in enumerate(self._heads):
            head.clicked.connect(lambda _on=False, number=number: self.chosen.emit(number))

    def show_order(self, order: Order) -> None:
        """Show by which column the table is sorted."""
        for number, head in enumerate(self._heads):
            head.show_order(sorted_by=number == order.column, down=order.down)

    def show_columns(self, columns: Sequence[Column]) -> None:
        """Share the width among the columns anew."""
        self._columns = columns
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        whole = QRectF(self.rect())
        for head, rect in zip(self._heads, laid_out(self._columns, whole), strict=True):
            shown = mirrored(rect, whole) if self.isRightToLeft() else rect
            head.setGeometry(shown.adjusted(-4, 3, 4, -4).toRect())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter_on(self).fillRect(QRectF(0, HEIGHT - 1, self.width(), 1), self._look.theme.border)


class Head(PaintedButton):
    """Head of one column, with a chevron where the table is sorted by it."""

    def __init__(self, column: Column, look: Look, parent: QWidget) -> None:
        super().__init__(look, parent)
        self._ends, self._sorted, self._down = column.ends, False, False
        self.setText(column.title)
        self.setFont(small_font())
        self.show_order(sorted_by=False, down=False)

    def show_order(self, *, sorted_by: bool, down: bool) -> None:
        """Show whether the table is sorted by this column, and in which direction."""
        self._sorted, self._down = sorted_by, down
        sentence = _("{column}, sorted") if sorted_by else _("Sort by {column}")
        self.setAccessibleName(sentence.format(column=self.text()))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, whole, theme = self.painter(), QRectF(self.rect()), self._look.theme
        self.paint_ground(painter, whole, 4)
        painter.setFont(self.font())
        painter.setPen(theme.text if self._sorted else theme.muted)
        metrics, room = QFontMetricsF(self.font()), whole.adjusted(4, 0, -4, 0)
        if self._sorted:
            room = self._paint_chevron(painter, room, metrics)
        shown = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width() + 1)
        at_end = self._ends != (painter.layoutDirection() == LEFTWARDS)
        painter.drawText(placed(painter, room, whole), TO_THE_RIGHT if at_end else TO_THE_LEFT, shown)

    def _paint_chevron(self, painter: QPainter, room: QRectF, metrics: QFontMetricsF) -> QRectF:
        """Paint the chevron beside the title, and return the room that is left for that."""
        name, width = "chevron-down" if self._down else "chevron-up", metrics.horizontalAdvance(self.text())
        at = room.left() if self._ends else min(room.left() + width + 2, room.right() - CHEVRON)
        box = QRectF(at, room.top(), CHEVRON, room.height())
        paint_icon(painter, placed(painter, box, QRectF(self.rect())), name, self._look.theme.text, CHEVRON)
        return room.adjusted(CHEVRON, 0, 0, 0) if self._ends else room.adjusted(0, 0, -CHEVRON, 0)
