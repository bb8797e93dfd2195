"""The window in Arabic: parts stand mirrored, a click hits what is shown, the article reads as it is written."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QDockWidget, QMenu, QTableView, QWidget
from pytestqt.qtbot import QtBot

from annotator.ui.article_page.label_chip import LabelChip
from annotator.ui.article_page.status_button import StatusButton
from annotator.ui.widgets.overlay import Overlay
from annotator.ui.widgets.rail import RailName
from tests.support.program import CTRL, LEFT, Key, Program
from tests.support.stories import write_folder
from tests.ui.directions import arabic
from tests.ui.pixels import pixels

Start = Callable[..., Program]
WORDS = "Thousands of people left the town"


@pytest.fixture
def arabic_start(start: Start, monkeypatch: pytest.MonkeyPatch) -> Iterator[Start]:
    """Start the program in Arabic, whatever its settings say."""
    with arabic():
        monkeypatch.setattr("annotator.app.speak", lambda _choice: None)
        yield start


@pytest.fixture
def program(arabic_start: Start, tmp_path: Path) -> Program:
    """A window with an article in English and an annotation in it."""
    program = arabic_start(write_folder(tmp_path))
    resize(program, 1440, 900)
    program.select(WORDS)
    program.type("c")
    program.press(Key.Key_Escape)
    return program


def resize(program: Program, width: int, height: int) -> None:
    program.window.resize(width, height)
    program.wait_for(lambda: (program.window.width(), program.window.height()) == (width, height))


def left_of(widget: QWidget) -> int:
    return widget.mapTo(widget.window(), QPoint(0, 0)).x()


def dock(program: Program, name: str) -> QDockWidget:
    return program.part(QDockWidget, name)


def shown_at(margin: QWidget) -> QPoint:
    """The middle of the first thing that is drawn in the margin."""
    picture = margin.grab().toImage()
    shown, width = pixels(picture), picture.width()
    ground = shown[0]
    y = next(at for at, colour in enumerate(shown) if colour != ground) // width + 6
    columns = [x for x, colour in enumerate(shown[y * width : (y + 1) * width]) if colour != ground]
    return QPoint((columns[0] + columns[-1]) // 2, y)


def test_the_panels_change_sides(program: Program) -> None:
    articles, annotations, details = (dock(program, f"{name}Dock") for name in ("articles", "annotations", "details"))
    assert left_of(articles) > left_of(program.view) > left_of(annotations) == left_of(details)


def test_a_click_on_a_badge_selects_its_annotation(program: Program) -> None:
    program.click(program.point_at(len(program.document.article.text) - 3))
    program.press(Key.Key_Escape)
    margin = program.part(QWidget, "statementMargin")
    assert left_of(margin) > left_of(program.view.viewport())  # the article is English
    program.click_at(margin, shown_at(margin))
    chosen = program.session.selected_annotation
    assert chosen is not None
    assert program.document.words(chosen) == WORDS


def test_the_names_of_parts_stand_beside_the_scroll_bar(program: Program) -> None:
    bar = program.view.verticalScrollBar()
    assert left_of(bar) + bar.width() <= left_of(program.part(QWidget, "structureMargin"))


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_menu_of_the_status_opens_below_its_button(program: Program, qtbot: QtBot) -> None:
    button = program.part(StatusButton)
    qtbot.mouseClick(button, LEFT)
    menu = next(menu for menu in button.findChildren(QMenu) if menu.isVisible())
    right = button.mapToGlobal(QPoint(button.width(), 0)).x()
    assert menu.geometry().right() + 1 == right
    menu.close()


def test_left_leads_to_the_next_label(program: Program) -> None:
    first, second = program.window.findChildren(LabelChip)[:2]
    assert left_of(second) < left_of(first)
    first.setFocus(Qt.FocusReason.TabFocusReason)
    program.press(Key.Key_Left)
    assert second.hasFocus()
    program.press(Key.Key_Right)
    assert first.hasFocus()


def test_a_click_on_an_article_opens_it(program: Program, qtbot: QtBot) -> None:
    rows = dock(program, "articlesDock").findChild(QTableView)
    before = program.opened
    other = next(row for row in range(rows.model().rowCount()) if rows.model().index(row, 0).data() not in before)
    place = rows.visualRect(rows.model().index(other, 0))
    qtbot.mouseClick(rows.viewport(), LEFT, pos=QPoint(place.right() - 60, place.center().y()))
    program.wait_for(lambda: program.opened != before)


def test_folded_panels_open_at_the_side_of_their_name(program: Program, qtbot: QtBot) -> None:
    resize(program, 900, 600)
    names = [name for name in program.window.findChildren(RailName) if name.isVisible()]
    sides = {left_of(name) > program.window.width() // 2 for name in names}
    assert sides == {True, False}
    for name in names:
        qtbot.mouseClick(name, LEFT)
        overlay = program.part(Overlay)
        program.wait_for(overlay.isVisible)
        at_right = left_of(overlay) > program.window.width() // 3
        assert at_right == (left_of(name) > program.window.width() // 2)
        assert overlay.geometry().right() < program.window.width()
        program.press(Key.Key_Escape)


def test_a_layout_is_remembered_for_each_direction(program: Program, start: Start) -> None:
    window = program.window
    window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock(program, "annotationsDock"))
    program.close()
    again = start()
    assert left_of(dock(again, "annotationsDock")) > left_of(again.view)
    again.close()
    QApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    english = start()
    assert left_of(dock(english, "articlesDock")) < left_of(english.view) < left_of(dock(english, "annotationsDock"))
    english.close()
    QApplication.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    last = start()
    assert left_of(dock(last, "annotationsDock")) > left_of(last.view)


def test_a_tick_is_taken_away_by_a_click_on_its_box(program: Program, qtbot: QtBot) -> None:
    program.press(Key.Key_E, CTRL)
    program.wait_for(lambda: program.window.findChild(QAbstractButton, "tick-claim") is not None)
    chip = program.part(QAbstractButton, "tick-claim")
    assert chip.isChecked()
    qtbot.mouseClick(chip, LEFT, pos=QPoint(chip.width() - 12, chip.height() // 2))
    assert not chip.isChecked()
