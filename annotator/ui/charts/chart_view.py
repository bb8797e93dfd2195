"""Card of one chart, whose marks are gone through by keys and mouse."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QWidget

from annotator.corpus.charts.chart import Chart, Lines, Mark, marks_of
from annotator.ui.charts.paint_chart import paint_chart
from annotator.ui.charts.sheet import Spot
from annotator.ui.system.announcing import announce
from annotator.ui.theme.look import Look
from annotator.ui.theme.mirroring import painter_on
from annotator.ui.theme.paint import CARD_RADIUS
from annotator.ui.theme.sharp import paint_outline

EDGE, LEAST = 3, QSize(300, 300)
"""Pixels around the card for the ring; the least size at which a chart can be read."""
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
Place = tuple[int, int]


class ChartView(QWidget):
    """Card. ``pointed``: the Mark under the mouse or chosen by a key, or None; ``entered``: the one to list."""

    pointed = Signal(object)
    entered = Signal(object)

    def __init__(self, chart: Chart, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._chart, self._look = chart, look
        self._marks = marks_of(chart)
        self._spots: list[Spot] = []
        self._at: Place | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setMinimumSize(LEAST)
        self.show_chart(chart)
        look.changed.connect(self.update)

    @property
    def chart(self) -> Chart:
        return self._chart

    @property
    def mark(self) -> Mark | None:
        """The mark that is chosen; None where none is."""
        return self._marks[self._at[0]][self._at[1]] if self._at else None

    def show_chart(self, chart: Chart) -> None:
        """Show the chart in place of another one of its kind; the chosen mark stays as far as it is there."""
        self._chart, self._marks = chart, marks_of(chart)
        if self._at and not self._is_there(self._at):
            self._at = None
        head = chart.head
        self.setObjectName(f"chart-{head.key}")
        self.setAccessibleName(head.title)
        self.setAccessibleDescription(" ".join(part for part in (head.line, head.nothing, head.note) if part))
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in ENTER and self.mark:
            self.entered.emit(self.mark)
        elif self._marks and (place := self._after(key)):
            self._choose(place)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self._marks and self._at is None:
            self._at = self._first
        self.pointed.emit(self.mark)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if spot := self._spot_at(event.position()):
            self._choose((spot.row, spot.column))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._spot_at(event.position()) and self.mark:
            self.entered.emit(self.mark)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        spot = self._spot_at(event.position())
        self.pointed.emit(self._marks[spot.row][spot.column] if spot else self.mark)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.pointed.emit(None)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = painter_on(self), self._look.theme
        card = QRectF(self.rect()).adjusted(EDGE, EDGE, -EDGE, -EDGE)
        painter.setRenderHint(painter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.base)
        painter.drawRoundedRect(card, CARD_RADIUS, CARD_RADIUS)
        paint_outline(painter, card, theme.outline, CARD_RADIUS)
        at = self._at if self.hasFocus() else None
        self._spots = paint_chart(painter, card, self._chart, theme, at)
        if self.hasFocus():
            paint_outline(painter, card.adjusted(-EDGE, -EDGE, EDGE, EDGE), theme.accent, CARD_RADIUS + EDGE, width=2)

    @property
    def _first(self) -> Place | None:
        return next(((row, 0) for row, marks in enumerate(self._marks) if marks), None)

    def _is_there(self, place: Place) -> bool:
        return place[0] < len(self._marks) and place[1] < len(self._marks[place[0]])

    def _choose(self, place: Place) -> None:
        self._at = place
        self.pointed.emit(self.mark)
        if self.mark:
            announce(self, self.mark.words)
        self.update()

    def _after(self, key: Qt.Key) -> Place | None:
        """Return the place that an arrow, Home or End leads to; None for any other key."""
        row, column = self._at or self._first or (0, 0)
        rows, columns = len(self._marks), len(self._marks[row])
        onwards = -1 if self.isRightToLeft() and not isinstance(self._chart, Lines) else 1
        match key:
            case Qt.Key.Key_Up | Qt.Key.Key_Down:
                row = min(max(row + (1 if key == Qt.Key.Key_Down else -1), 0), rows - 1)
                return row, min(column, len(self._marks[row]) - 1)
            case Qt.Key.Key_Left | Qt.Key.Key_Right:
                step = onwards if key == Qt.Key.Key_Right else -onwards
                return row, min(max(column + step, 0), columns - 1)
            case Qt.Key.Key_Home:
                return row, 0
            case Qt.Key.Key_End:
                return row, columns - 1
            case _:
                return None

    def _spot_at(self, point: QPointF) -> Spot | None:
        """Return the spot under the point, the last drawn first; a little beside a thin bar counts, too."""
        near = (spot for spot in reversed(self._spots) if spot.rect.adjusted(-2, -2, 2, 2).contains(point))
        return next((spot for spot in near if self._is_there((spot.row, spot.column))), None)
