"""Cards of the charts, three, two or one beside each other by the width, in an area that scrolls."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from annotator.corpus.charts.chart import Chart
from annotator.translation.messages import _
from annotator.ui.charts.chart_view import EDGE, ChartView
from annotator.ui.theme.look import Look

GAP, LOW, HIGH = 16, 330, 420
WIDE, MIDDLE = 1200, 800
"""Pixels under which two cards stand beside each other instead of three, and one instead of two."""


def columns_for(width: int) -> int:
    """Return how many cards stand beside each other."""
    return 3 if width >= WIDE else 2 if width >= MIDDLE else 1


class Cards(QScrollArea):
    """Area of cards. ``pointed`` and ``entered``: a Mark of one of the charts."""

    pointed = Signal(object)
    entered = Signal(object)

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._content = QWidget()
        self._views: dict[str, ChartView] = {}
        self.setObjectName("statisticsCards")
        self.setAccessibleName(_("Charts"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setBackgroundRole(QPalette.ColorRole.Window)
        self.setWidget(self._content)

    @property
    def views(self) -> list[ChartView]:
        """Cards in the order in which they stand."""
        return [*self._views.values()]

    @property
    def current(self) -> ChartView | None:
        """The card that has the keyboard."""
        return next((view for view in self.views if view.hasFocus()), None)

    def show_charts(self, charts: Sequence[Chart]) -> None:
        """Show the charts; a card of the same name stays, with the keyboard where it has it."""
        before, self._views = self._views, {}
        for chart in charts:
            view = before.pop(chart.head.key, None)
            if view:
                view.show_chart(chart)
            self._views[chart.head.key] = view or self._made(chart)
        for view in before.values():
            view.hide()
            view.deleteLater()
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def minimumSizeHint(self) -> QSize:
        return QSize(LOW, LOW // 2)

    def _made(self, chart: Chart) -> ChartView:
        view = ChartView(chart, self._look, self._content)
        view.pointed.connect(self._point)
        view.entered.connect(self.entered)
        view.show()
        return view

    def _point(self, mark: object) -> None:
        view = self.current
        if view and self.sender() is view:
            self.ensureWidgetVisible(view, GAP, GAP)
        self.pointed.emit(mark)

    def _arrange(self) -> None:
        """Place the cards, in the direction of the window, and put them into the order of Tab."""
        room = self.viewport().size()
        columns = columns_for(self.width())
        width = (room.width() - GAP * (columns + 1)) // columns
        height = min(max((room.height() - 3 * GAP) // 2, LOW), HIGH) if columns > 1 else LOW
        for number, view in enumerate(self.views):
            row, column = divmod(number, columns)
            at = columns - 1 - column if self.isRightToLeft() else column
            left, top = GAP + at * (width + GAP), GAP + row * (height + GAP)
            view.setGeometry(left - EDGE, top - EDGE, width + 2 * EDGE, height + 2 * EDGE)
            if number:
                QWidget.setTabOrder(self.views[number - 1], view)
        rows = ceil(len(self._views) / columns)
        self._content.resize(room.width(), max(GAP + rows * (height + GAP), room.height()))
