"""The window of statistics on a folder of two articles, opened and used by keys and mouse."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLabel, QLineEdit, QMenu, QTableView, QWidget
from pytestqt.qtbot import QtBot

from annotator.ui.charts.chart_view import ChartView
from tests.support.program import LEFT, SHIFT, Key, Program
from tests.support.statistics.counted_folder import write_counted

Start = Callable[..., Program]


class StatisticsPart:
    """The window and what a user does in it."""

    def __init__(self, program: Program, qtbot: QtBot) -> None:
        self.program, self._qtbot = program, qtbot

    def open(self) -> None:
        """Open it by its key and wait until its charts are drawn and the folder is read."""
        self.program.window.activateWindow()
        self.wait_for(self.program.window.isActiveWindow)
        self.program.press(Key.Key_F12, SHIFT)
        self.wait_for(lambda: self.program.window.findChild(QDialog, "statisticsDialog") is not None)
        self.wait_for(self.dialog.isActiveWindow)
        self.wait_for(lambda: self.count.startswith("2 articles"))
        self.wait_for(lambda: isinstance(QApplication.focusWidget(), ChartView))

    @property
    def dialog(self) -> QDialog:
        return self.program.part(QDialog, "statisticsDialog")

    @property
    def cards(self) -> list[str]:
        """Names of the charts in their order."""
        return [view.accessibleName() for view in self.dialog.findChildren(ChartView) if view.isVisible()]

    def card(self, key: str) -> ChartView:
        return self.program.part(ChartView, f"chart-{key}")

    @property
    def focused(self) -> str:
        """Name of the chart that has the keyboard; empty where none has it."""
        widget = QApplication.focusWidget()
        return widget.accessibleName() if isinstance(widget, ChartView) else ""

    @property
    def count(self) -> str:
        """How much is counted, in words."""
        return self.text("statisticsCount")

    @property
    def mark(self) -> str:
        """What the line at the bottom says."""
        return self.text("statisticsMark")

    @property
    def rows(self) -> list[str]:
        """What a screen reader says of each row of the list behind a mark."""
        model = self.program.part(QTableView, "behindRows").model()
        places = (model.index(row, 0) for row in range(model.rowCount()))
        return [str(model.data(place, Qt.ItemDataRole.AccessibleTextRole)) for place in places]

    def list_behind(self) -> None:
        """List what is behind the chosen mark, and wait until the list has the keyboard."""
        self.program.press(Key.Key_Return)
        self.wait_for(lambda: self.program.window.findChild(QDialog, "behindDialog") is not None)
        self.wait_for(lambda: self.program.part(QTableView, "behindRows").hasFocus())

    def text(self, name: str) -> str:
        return self.program.part(QLabel, name).text()

    def focus(self, key: str) -> None:
        """Put the keyboard into a chart, as Tab does."""
        self.card(key).setFocus(Qt.FocusReason.TabFocusReason)

    def click(self, name: str) -> None:
        """Click the button of that name."""
        self._qtbot.mouseClick(self.program.part(QAbstractButton, name), LEFT)

    def choose(self, pill: str, words: str) -> None:
        """Choose an item of the menu that a pill opens."""
        self.click(pill)
        self.wait_for(lambda: self.program.window.findChild(QMenu, f"{pill}Menu") is not None)
        menu = self.program.part(QMenu, f"{pill}Menu")
        next(action for action in menu.actions() if action.text() == words).trigger()
        menu.close()
        self.wait_for(lambda: self.program.window.findChild(QMenu, f"{pill}Menu") is None)
        self.dialog.activateWindow()  # as a window system does by itself
        self.wait_for(self.dialog.isActiveWindow)

    def trigger(self, name: str) -> None:
        """Choose the item of that name in a menu of the window."""
        self.program.part(QAction, name).trigger()

    def type_into(self, name: str, words: str) -> None:
        """Type into the field of that name, and Enter."""
        self.program.part(QLineEdit, name).setFocus()
        self.program.type(words)
        self.program.press(Key.Key_Return)

    def press(self, key: Qt.Key) -> None:
        self.program.press(key)

    def widget(self, name: str) -> QWidget:
        return self.program.part(QWidget, name)

    def wait_for(self, condition: Callable[[], bool]) -> None:
        self.program.wait_for(condition)


@pytest.fixture
def statistics(start: Start, qtbot: QtBot, tmp_path: Path) -> StatisticsPart:
    """The window on a folder of two articles."""
    window = StatisticsPart(start(write_counted(tmp_path)), qtbot)
    window.open()
    return window
