"""The style: measures, what it draws where, and that every control can be drawn in every theme."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDialogButtonBox,
    QDockWidget,
    QDoubleSpinBox,
    QGroupBox,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QMainWindow,
    QMenu,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QRadioButton,
    QScrollBar,
    QTableWidget,
    QTabWidget,
    QToolButton,
    QTreeWidget,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from annotator.ui.theme.draw_buttons import RING
from annotator.ui.theme.look import Look
from tests.ui.directions import LEFTWARDS, RIGHTWARDS, direction
from tests.ui.pixels import colours as all_colours

CONTROLS: list[Callable[[], QWidget]] = [
    QCheckBox,
    QComboBox,
    QDialogButtonBox,
    QDoubleSpinBox,
    QGroupBox,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QRadioButton,
    QTableWidget,
    QTabWidget,
    QToolButton,
    QTreeWidget,
]


@pytest.fixture
def look(qapp: QApplication) -> Iterator[Look]:
    look = Look(choice="light")
    yield look
    look.set_choice("light")


@pytest.fixture
def panel(look: Look, qtbot: QtBot) -> QWidget:
    panel = QWidget()
    QVBoxLayout(panel)
    qtbot.addWidget(panel)
    return panel


def put(panel: QWidget, widget: QWidget) -> QImage:
    """What the widget looks like, shown in the panel."""
    panel.layout().addWidget(widget)
    panel.show()
    return widget.grab().toImage()


def colours(image: QImage, rect: QRect | None = None) -> set[str]:
    return all_colours(image.copy(rect) if rect else image)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("make", CONTROLS)
def test_every_control_is_drawn(look: Look, panel: QWidget, make: Callable[[], QWidget], theme: str) -> None:
    look.set_choice(theme)
    widget = make()
    assert not put(panel, widget).isNull()
    widget.setEnabled(False)
    assert not widget.grab().toImage().isNull()


def test_buttons_are_thirty_high_with_room_for_a_ring(panel: QWidget) -> None:
    button = QPushButton("Cancel")
    put(panel, button)
    assert button.height() == 30 + 2 * RING


def test_layouts_line_buttons_up_without_their_rings(panel: QWidget) -> None:
    row = QHBoxLayout()
    row.setSpacing(8)
    one, other = QPushButton("One"), QPushButton("Other")
    row.addWidget(one)
    row.addWidget(other)
    panel.layout().addLayout(row)
    panel.show()
    assert other.geometry().left() - one.geometry().right() - 1 == 8 - 2 * RING


def test_the_default_button_alone_is_of_the_accents_colour(look: Look, panel: QWidget) -> None:
    plain, default = QPushButton("Cancel"), QPushButton("Accept")
    default.setDefault(True)
    assert look.theme.accent.name() not in colours(put(panel, plain))
    assert look.theme.accent.name() in colours(put(panel, default))


def test_a_default_button_that_cannot_be_pressed_is_not(look: Look, panel: QWidget) -> None:
    default = QPushButton("Accept")
    default.setDefault(True)
    default.setEnabled(False)
    assert look.theme.accent.name() not in colours(put(panel, default))


def test_the_ring_is_for_the_keyboard_alone(look: Look, panel: QWidget, qtbot: QtBot) -> None:
    one, other = QPushButton("One"), QPushButton("Other")
    for button in (one, other):
        put(panel, button)
    with qtbot.waitActive(panel):
        panel.activateWindow()
    qtbot.mouseClick(one, Qt.MouseButton.LeftButton)
    one.setFocus(Qt.FocusReason.MouseFocusReason)
    assert look.theme.accent.name() not in colours(one.grab().toImage())
    qtbot.keyClick(one, Qt.Key.Key_Tab)
    qtbot.waitUntil(other.hasFocus)
    assert look.theme.accent.name() in colours(other.grab().toImage())


def test_a_field_with_the_focus_has_the_accents_outline(look: Look, panel: QWidget, qtbot: QtBot) -> None:
    field = QLineEdit("words")
    assert look.theme.accent.name() not in colours(put(panel, QLineEdit()))
    put(panel, field)
    with qtbot.waitActive(panel):
        panel.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    assert look.theme.accent.name() in colours(field.grab().toImage())
    assert field.height() >= 28


@pytest.fixture
def bar(panel: QWidget) -> QScrollBar:
    bar = QScrollBar(Qt.Orientation.Vertical)
    bar.setRange(0, 300)
    bar.setPageStep(100)
    panel.layout().addWidget(bar)
    panel.resize(60, 460)
    panel.show()
    return bar


def test_scroll_bars_are_slim_and_have_no_arrows(look: Look, bar: QScrollBar) -> None:
    image = bar.grab().toImage()
    ground = image.pixelColor(0, image.height() - 1)
    handle = [y for y in range(image.height()) if image.pixelColor(6, y) != ground]
    assert bar.width() == 12
    assert handle == list(range(2, handle[-1] + 1))
    assert len(handle) == pytest.approx(bar.height() / 4, abs=5)
    assert image.pixelColor(1, 20) == ground


def test_a_scroll_bar_with_nothing_to_scroll_is_empty(bar: QScrollBar) -> None:
    bar.setRange(0, 0)
    assert len(colours(bar.grab().toImage())) == 1


def test_a_scroll_bars_handle_can_be_dragged(bar: QScrollBar, qtbot: QtBot) -> None:
    qtbot.mousePress(bar, Qt.MouseButton.LeftButton, pos=QPoint(6, 30))
    QTest.mouseMove(bar, QPoint(6, 130))
    qtbot.mouseRelease(bar, Qt.MouseButton.LeftButton, pos=QPoint(6, 130))
    assert bar.value() == pytest.approx(300 * 100 / (bar.height() * 3 / 4), abs=5)


def test_a_click_beside_the_handle_turns_a_page(bar: QScrollBar, qtbot: QtBot) -> None:
    qtbot.mouseClick(bar, Qt.MouseButton.LeftButton, pos=QPoint(6, bar.height() - 4))
    assert bar.value() == 100


@pytest.mark.qt_log_ignore("This plugin does not support")  # offscreen says so of every menu
def test_menus_show_keys_ticks_and_what_is_current(look: Look, qtbot: QtBot) -> None:
    menu = QMenu()
    qtbot.addWidget(menu)
    first, ticked = menu.addAction("Open folder…"), menu.addAction("Show marks")
    first.setShortcut("Ctrl+O")
    ticked.setCheckable(True)
    ticked.setChecked(True)
    menu.addSeparator()
    menu.addMenu("Theme")
    menu.addAction("Redo").setEnabled(False)
    menu.popup(QPoint(0, 0))
    menu.setActiveAction(first)
    image = menu.grab().toImage()
    assert menu.actionGeometry(first).height() == 26
    assert look.theme.accent_soft.name() in colours(image, menu.actionGeometry(first))
    assert look.theme.text.name() in colours(image, menu.actionGeometry(ticked).adjusted(0, 0, -60, 0))
    menu.close()


@pytest.mark.qt_log_ignore("This plugin does not support")  # offscreen says so of every popup
@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
@pytest.mark.parametrize("way", [LEFTWARDS, RIGHTWARDS])
def test_popups_of_combo_boxes_have_roomy_rows_that_can_be_read(
    look: Look, panel: QWidget, theme: str, way: Qt.LayoutDirection
) -> None:
    look.set_choice(theme)
    with direction(way):
        box = QComboBox()
        box.addItems(["Folder", "Article"])
        put(panel, box)
        box.showPopup()
        row = box.view().visualRect(box.model().index(0, 0))
        image = box.view().viewport().grab().toImage()
        box.hidePopup()
    assert row.height() == 29
    assert {look.theme.accent_soft.name(), look.theme.text.name()} <= colours(image, row), "the row is the current one"
    written = [x for x in range(row.width()) if len(colours(image, QRect(x, 8, 1, 14))) > 1]
    begin = written[0] if way == RIGHTWARDS else row.width() - 1 - written[-1]
    assert 9 <= begin <= 14


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_selected_row_of_a_plain_list_can_be_read(look: Look, panel: QWidget, theme: str) -> None:
    look.set_choice(theme)
    rows = QListWidget()
    rows.addItem("What it is")
    rows.setCurrentRow(0)
    image = put(panel, rows)
    assert look.theme.text.name() in colours(image, rows.visualItemRect(rows.item(0)))


def test_docks_are_divided_by_a_hairline_at_the_articles_side(look: Look, qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    window.setCentralWidget(QWidget())
    for area, name in (
        (Qt.DockWidgetArea.LeftDockWidgetArea, "Articles"),
        (Qt.DockWidgetArea.RightDockWidgetArea, "Details"),
    ):
        dock = QDockWidget(name)
        dock.setWidget(QWidget())
        window.addDockWidget(area, dock)
    window.menuBar().addMenu("&File")
    window.resize(600, 300)
    window.show()
    image, centre = window.grab().toImage(), window.centralWidget().geometry()
    assert image.pixelColor(centre.left() - 1, 200) == look.theme.border
    assert image.pixelColor(centre.right() + 1, 200) == look.theme.border
    assert image.pixelColor(centre.left() - 3, 200) == look.theme.panel
    assert image.pixelColor(300, window.menuBar().height() - 1) == look.theme.border


def test_a_combo_box_takes_the_keyboard_and_shows_its_choice(panel: QWidget, qtbot: QtBot) -> None:
    combo = QComboBox()
    combo.addItems(["quantity", "event"])
    put(panel, combo)
    qtbot.keyClick(combo, Qt.Key.Key_Down)
    assert combo.currentText() == "event"
    assert combo.height() >= 28


def test_changing_the_theme_redraws_what_is_shown(look: Look, panel: QWidget) -> None:
    field = QLineEdit()
    assert QColor(look.theme.base).name() in colours(put(panel, field))
    look.set_choice("dark")
    assert look.theme.base.name() in colours(field.grab().toImage())
