"""The list of rows: which keys it answers to, and which it keeps from the window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QAbstractListModel, QModelIndex, QStringListModel, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from annotator.ui.widgets.lists.rows_view import RowsView


class Headed(QStringListModel):
    """Rows in capitals are headers."""

    def flags(self, index: QModelIndex) -> Qt.ItemFlag:
        return Qt.ItemFlag.NoItemFlags if str(index.data()).isupper() else super().flags(index)


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    window = QMainWindow()
    qtbot.addWidget(window)
    view = RowsView(20, parent=window)
    model = Headed(["A", "a1", "a2", "B", "b1", "b2", "C"], view)
    view.setModel(model)
    window.setCentralWidget(view)
    window.resize(200, 100)
    window.show()
    window.activateWindow()
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    return window


def view_of(window: QMainWindow) -> RowsView:
    view = window.centralWidget()
    assert isinstance(view, RowsView)
    return view


@pytest.mark.parametrize(
    ("keys", "row"),
    [
        ([Qt.Key.Key_Down], "a2"),
        ([Qt.Key.Key_Down, Qt.Key.Key_Down], "b1"),
        ([Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up], "a2"),
        ([Qt.Key.Key_End], "b2"),
        ([Qt.Key.Key_End, Qt.Key.Key_Down], "b2"),
        ([Qt.Key.Key_End, Qt.Key.Key_Home], "a1"),
        ([Qt.Key.Key_Home, Qt.Key.Key_Up], "a1"),
        ([Qt.Key.Key_PageDown], "b2"),
        ([Qt.Key.Key_End, Qt.Key.Key_PageUp], "a1"),
    ],
)
def test_keys_pass_over_headers(window: QMainWindow, keys: list[Qt.Key], row: str) -> None:
    view = view_of(window)
    view.setCurrentIndex(view.model().index(1, 0))
    for key in keys:
        QTest.keyClick(view, key)
    assert view.currentIndex().data() == row
    assert [view.model().index(r, 0).data() for r in view.selected_rows()] == [row]


@pytest.mark.parametrize("model", [[], ["A", "B"]])
def test_without_a_row_to_go_to_nothing_happens(window: QMainWindow, model: list[str]) -> None:
    view = view_of(window)
    view.setModel(Headed(model, view))
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_PageDown, Qt.Key.Key_Return):
        QTest.keyClick(view, key)
    assert view.current_row() == -1


def test_enter_delete_escape_and_letters_are_told(window: QMainWindow, qtbot: QtBot) -> None:
    view = view_of(window)
    view.setCurrentIndex(view.model().index(2, 0))
    with qtbot.waitSignals([view.entered, view.deleted, view.left, view.typed]):
        for key in (Qt.Key.Key_Enter, Qt.Key.Key_Delete, Qt.Key.Key_Escape, Qt.Key.Key_C):
            QTest.keyClick(view, key)
    assert view.current_row() == 2


@pytest.mark.parametrize("key", ["C", "Delete", "Esc", "Return"])
def test_the_windows_shortcuts_do_not_take_its_keys(window: QMainWindow, key: str) -> None:
    heard: list[str] = []
    for shortcut in (key, "Ctrl+J"):
        action = QAction(window)
        action.setShortcut(shortcut)
        action.triggered.connect(lambda _checked=False, shortcut=shortcut: heard.append(shortcut))
        window.addAction(action)
    code = {"C": Qt.Key.Key_C, "Delete": Qt.Key.Key_Delete, "Esc": Qt.Key.Key_Escape, "Return": Qt.Key.Key_Return}
    QTest.keyClick(view_of(window), code[key])
    QTest.keyClick(view_of(window), Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    assert heard == ["Ctrl+J"]


def test_tab_leaves_the_list(window: QMainWindow) -> None:
    view = view_of(window)
    view.setCurrentIndex(view.model().index(1, 0))
    QTest.keyClick(view, Qt.Key.Key_Tab)
    assert view.current_row() == 1


def test_a_row_put_in_does_not_look_at_all_the_others(qtbot: QtBot) -> None:
    """The reason for a table: what it asks of the model does not grow with the rows."""
    asked = []
    for rows in (100, 10_000):
        model = Counting(rows)
        view = RowsView(20)
        qtbot.addWidget(view)
        view.setModel(model)
        view.resize(200, 200)
        view.show()
        qtbot.waitExposed(view)
        view.grab()
        model.calls = 0
        model.put_in(rows // 2)
        view.grab()
        asked.append(model.calls)
    assert asked[1] <= 1.5 * asked[0]


class Counting(QAbstractListModel):
    """Counts how often it is asked."""

    def __init__(self, rows: int) -> None:
        super().__init__()
        self.rows = rows
        self.calls = 0

    def put_in(self, row: int) -> None:
        self.beginInsertRows(QModelIndex(), row, row)
        self.rows += 1
        self.endInsertRows()

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008  # never changed
        self.calls += 1
        return 0 if parent.isValid() else self.rows

    def flags(self, index: QModelIndex) -> Qt.ItemFlag:
        self.calls += 1
        return super().flags(index)

    def data(self, index: QModelIndex, role: int = 0) -> object:
        self.calls += 1
        return f"row {index.row()}" if role == 0 else None
