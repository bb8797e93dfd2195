"""Window of statistics: header, choices, cards of charts, foot."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.session.statistics.statistics import Statistics
from annotator.translation.messages import _
from annotator.ui.charts.chart_view import ChartView
from annotator.ui.dialogs.statistics_dialog.cards import Cards
from annotator.ui.dialogs.statistics_dialog.foot import Foot
from annotator.ui.dialogs.statistics_dialog.header import Header
from annotator.ui.dialogs.statistics_dialog.options import Options
from annotator.ui.theme.look import Look
from annotator.ui.widgets.fitting_dialog import FittingDialog

SIZE, SMALLEST, FOLDS = QSize(1440, 900), QSize(420, 400), 900


class StatisticsDialog(FittingDialog):
    """Window, whose parts ``header``, ``options``, ``cards`` and ``foot`` tell what the user wants."""

    def __init__(self, statistics: Statistics, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._statistics = statistics
        self._last: ChartView | None = None
        self.setObjectName("statisticsDialog")
        self.setWindowTitle(_("Statistics"))
        self.setAccessibleName(self.windowTitle())
        self.setMinimumSize(SMALLEST)
        self.header, self.options = Header(look, self), Options(look, self)
        self.cards, self.foot = Cards(look, self), Foot(look, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.options)
        column.addWidget(self.cards, 1)
        column.addWidget(self.foot)
        self._connect()
        self.fit(SIZE)

    def refresh(self, article: str) -> None:
        """Show the charts, and of what they are; ``article`` is the name of the open one."""
        asked = self._statistics.asked
        self.header.show_scope(article, whole_folder=asked.whole_folder)
        self.header.show_count(self._statistics.state_words())
        self.options.refresh(asked, self._statistics.answer)
        self.cards.show_charts(self._statistics.charts)
        if self._last in self.cards.views:
            self.foot.show_mark(self._last.mark)

    def chosen_card(self) -> ChartView | None:
        """Return the card that had the keyboard last; the first if none had it."""
        return self._last if self._last in self.cards.views else next(iter(self.cards.views), None)

    def take_keyboard(self) -> None:
        """Put the keyboard into the card that had it last."""
        if card := self.chosen_card():
            card.setFocus(Qt.FocusReason.TabFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.header.fold(on=self.width() < FOLDS)

    def _connect(self) -> None:
        self.cards.pointed.connect(self.foot.show_mark)
        self.cards.pointed.connect(lambda _mark: self._note_card())
        self.options.filter.went_down.connect(self.take_keyboard)
        self.options.filter.left.connect(self.reject)
        self.foot.cancelled.connect(self._statistics.stop)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.activated.connect(self.options.filter.setFocus)

    def _note_card(self) -> None:
        self._last = self.cards.current or self._last
