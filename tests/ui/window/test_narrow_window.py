"""Narrow windows: panels fold to rails and open over the page one at a time, and the text keeps its width."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QAbstractButton, QApplication, QDockWidget, QLabel, QTableView, QWidget
from pytestqt.qtbot import QtBot

from annotator.ui.panels.details.panel import DetailsPanel
from annotator.ui.widgets.overlay import Overlay
from annotator.ui.widgets.rail import Rail, RailName
from annotator.ui.window.main_window import SIZE
from tests.support.program import CTRL, LEFT, SHIFT, Key, Program, send_mouse
from tests.support.stories import TOWN, write_folder

Start = Callable[..., Program]
RUNNING = "A council of nine people met in the old town hall and put off what it had been asked to decide. " * 20
WORDS = "Thousands of people left the town"
DOCKS = ("articlesDock", "annotationsDock", "detailsDock")


@pytest.fixture
def narrow(start_again: Start, tmp_path: Path) -> Program:
    """A window of 900 × 600 with an annotation, which is selected."""
    program = start_again(write_folder(tmp_path))
    resize(program, 900, 600)
    program.select(WORDS)
    program.type("c")
    program.wait_for(program.view.hasFocus)
    return program


def resize(program: Program, width: int, height: int) -> None:
    program.window.resize(width, height)
    program.wait_for(lambda: (program.window.width(), program.window.height()) == (width, height))


def docked(program: Program) -> list[str]:
    return [name for name in DOCKS if program.part(QDockWidget, name).isVisible()]


def widths(program: Program) -> list[int]:
    return [program.part(QDockWidget, name).width() for name in DOCKS]


def drag_edge(program: Program, name: str, by: int) -> None:
    """Drag what divides the dock at the left from the text."""
    dock, held = program.part(QDockWidget, name), Qt.MouseButton.LeftButton
    width, at = dock.width(), dock.geometry().topRight() + QPoint(3, dock.height() // 2)
    send_mouse(program.window, QEvent.Type.MouseButtonPress, at, held, held)
    send_mouse(program.window, QEvent.Type.MouseMove, at + QPoint(by, 0), Qt.MouseButton.NoButton, held)
    program.wait_for(lambda: dock.width() == width + by)
    send_mouse(program.window, QEvent.Type.MouseButtonRelease, at + QPoint(by, 0), held, Qt.MouseButton.NoButton)


def trigger(program: Program, title: str) -> None:
    """Choose the action of that title, as in the menu."""
    next(a for a in program.window.actions() if a.text().replace("&", "") == title).trigger()


def names(program: Program) -> list[str]:
    """Names on the rails that can be seen, an open one with an asterisk."""
    found = [name for rail in program.window.findChildren(Rail) for name in rail.findChildren(RailName)]
    return [name.title + "*" * name.is_open for name in found if name.isVisible()]


def over_the_page(program: Program) -> str:
    """Name of the panel that is open over the page; empty where none is."""
    overlays = [overlay for overlay in program.window.findChildren(Overlay) if overlay.isVisible()]
    assert len(overlays) <= 1
    return overlays[0].accessibleName() if overlays else ""


def click(program: Program, qtbot: QtBot, name: str) -> None:
    buttons = program.window.findChildren(QAbstractButton)
    found = [b for b in buttons if b.isVisible() and name in (b.accessibleName().split(",")[0], b.text())]
    qtbot.mouseClick(found[0], LEFT)


def most_characters(program: Program) -> int:
    """Characters of the longest line of the text as it is laid out."""
    block, longest = program.view.document().firstBlock(), 0
    while block.isValid():
        layout = block.layout()
        longest = max([longest, *(layout.lineAt(n).textLength() for n in range(layout.lineCount()))])
        block = block.next()
    return longest


@pytest.mark.parametrize("size", [(700, 500), (900, 600), (1010, 700), (1366, 728), (1366, 300)])
def test_the_text_keeps_45_characters_a_line(start_again: Start, tmp_path: Path, size: tuple[int, int]) -> None:
    article = write_folder(tmp_path)
    article.write_text(RUNNING, "utf-8")
    program = start_again(article)
    resize(program, *size)
    assert most_characters(program) >= 45


def test_larger_text_folds_the_panels_before_a_line_is_short(start_again: Start, tmp_path: Path) -> None:
    article = write_folder(tmp_path)
    article.write_text(RUNNING, "utf-8")
    program = start_again(article)
    resize(program, 1200, 700)
    assert docked(program) == list(DOCKS)
    program.press(Key.Key_Equal, CTRL, times=7)
    assert docked(program) == []
    assert most_characters(program) >= 45
    program.press(Key.Key_0, CTRL)
    assert docked(program) == list(DOCKS)


def test_the_panels_fold_below_1000_pixels_and_come_back(start_again: Start, tmp_path: Path) -> None:
    program = start_again(write_folder(tmp_path))
    resize(program, *SIZE)
    before = widths(program)
    assert (docked(program), names(program)) == (list(DOCKS), [])
    resize(program, 990, 700)
    assert (docked(program), names(program)) == ([], ["Articles", "Annotations", "Details", "Guidelines"])
    resize(program, *SIZE)
    assert (docked(program), names(program)) == (list(DOCKS), [])
    program.wait_for(lambda: widths(program) == before)


def test_a_hidden_panel_stays_hidden_when_the_others_come_back(start: Start, tmp_path: Path) -> None:
    program = start(write_folder(tmp_path))
    program.part(QDockWidget, "annotationsDock").hide()
    resize(program, 900, 600)
    program.close()
    again = start(tmp_path)
    assert docked(again) == []
    resize(again, *SIZE)
    assert docked(again) == ["articlesDock", "detailsDock"]


def test_panels_have_their_last_wide_widths_when_a_narrow_window_grows_in_a_later_run(
    start: Start, tmp_path: Path
) -> None:
    program = start(write_folder(tmp_path))
    resize(program, *SIZE)
    program.wait_for(lambda: widths(program) == [238, 324, 324])
    drag_edge(program, "articlesDock", 70)
    resize(program, 900, 600)
    program.close()
    again = start(tmp_path)
    resize(again, *SIZE)
    again.wait_for(lambda: widths(again) == [308, 324, 324])
    again.close()
    wide = start(tmp_path)
    wide.wait_for(lambda: widths(wide) == [308, 324, 324])


def test_a_panel_that_is_shown_after_the_window_has_grown_has_its_last_width(start: Start, tmp_path: Path) -> None:
    program = start(write_folder(tmp_path))
    resize(program, *SIZE)
    drag_edge(program, "articlesDock", 70)
    trigger(program, "Articles")
    resize(program, 900, 600)
    program.close()
    again = start(tmp_path)
    resize(again, *SIZE)
    assert docked(again) == ["annotationsDock", "detailsDock"]
    trigger(again, "Articles")
    again.wait_for(lambda: widths(again) == [308, 324, 324])


def test_f6_opens_one_panel_after_the_other(narrow: Program) -> None:
    seen = []
    for _ in range(6):
        narrow.press(Key.Key_F6)
        seen.append(over_the_page(narrow))
    assert seen == ["", "Annotations", "Details", "Guidelines", "Articles", "Articles"]
    assert narrow.view.hasFocus()
    narrow.press(Key.Key_F6, SHIFT)
    assert over_the_page(narrow) == "Articles"


def test_escape_closes_the_panel_and_goes_back_to_the_text(narrow: Program) -> None:
    narrow.press(Key.Key_Return)
    assert over_the_page(narrow) == "Details"
    assert names(narrow) == ["Articles", "Annotations", "Details*", "Guidelines"]
    assert narrow.part(DetailsPanel).isAncestorOf(QApplication.focusWidget())
    narrow.type("seen")
    narrow.press(Key.Key_Escape)
    assert over_the_page(narrow) == ""
    assert narrow.view.hasFocus()
    assert [dict(a.attributes) for a in narrow.document.annotations.values()] == [{"in_full": "seen"}]
    assert narrow.session.selected_annotation is not None
    narrow.press(Key.Key_Escape)
    assert narrow.session.selected_annotation is None


def test_escape_in_the_text_closes_the_panel_beside_it_first(narrow: Program) -> None:
    narrow.press(Key.Key_Return)
    narrow.click(narrow.point_at(TOWN.index(WORDS)))
    assert over_the_page(narrow) == "Details"
    assert narrow.view.hasFocus()
    narrow.press(Key.Key_Escape)
    assert over_the_page(narrow) == ""


def test_a_panel_that_covers_the_text_closes_when_the_text_is_clicked(narrow: Program) -> None:
    resize(narrow, 700, 500)
    narrow.press(Key.Key_Return)
    assert over_the_page(narrow) == "Details"
    narrow.click(narrow.point_at(TOWN.index(WORDS)))
    assert over_the_page(narrow) == ""


@pytest.mark.parametrize("number", [0, 20, 38, 39])
@pytest.mark.parametrize("panel", ["Details", "Annotations"])
def test_a_panel_over_the_text_leaves_the_selected_annotation_in_sight(
    start_again: Start, tmp_path: Path, qtbot: QtBot, number: int, panel: str
) -> None:
    article = write_folder(tmp_path)
    article.write_text("\n".join(f"{RUNNING[:95]} {n}." for n in range(40)), "utf-8")
    program = start_again(article)
    resize(program, 700, 500)
    words = program.document.article.text.split("\n")[number]
    program.select(words[-40:])
    program.type("c")
    click(program, qtbot, panel)
    view, overlay = program.view, program.part(Overlay)
    lines = [view.cursorRect(cursor_at(program, words, at)) for at in (len(words) - 40, len(words) - 1)]
    card = overlay.geometry().adjusted(8, 8, -8, -8).translated(overlay.parentWidget().mapTo(program.window, QPoint()))
    for line in lines:
        seen = line.translated(view.viewport().mapTo(program.window, QPoint()))
        assert view.viewport().rect().contains(line)
        assert seen.bottom() < card.top() or seen.top() > card.bottom()


def cursor_at(program: Program, words: str, at: int) -> QTextCursor:
    cursor = program.view.textCursor()
    cursor.setPosition(program.document.article.text.index(words) + at)
    return cursor


def test_a_panel_beside_the_text_leaves_it_its_width(start_again: Start, tmp_path: Path, qtbot: QtBot) -> None:
    article = write_folder(tmp_path)
    article.write_text(RUNNING, "utf-8")
    program = start_again(article)
    resize(program, 900, 600)
    before = most_characters(program)
    click(program, qtbot, "Annotations")
    overlay = program.part(Overlay)
    assert before > most_characters(program) >= 45
    assert program.view.mapTo(program.window, program.view.rect().topRight()).x() <= overlay.card_left(program.window)
    click(program, qtbot, "Annotations")
    assert most_characters(program) == before


def test_the_margins_stay_beside_the_text_when_only_the_width_changes(start_again: Start, tmp_path: Path) -> None:
    program = start_again(write_folder(tmp_path))
    for width in (1900, 1700, 1800):
        resize(program, width, 800)
        view, before = program.view, program.part(QWidget, "structureMargin")
        assert before.geometry().right() + 1 == view.viewport().geometry().left()
        assert program.part(QWidget, "statementMargin").geometry().left() == view.viewport().geometry().right() + 1


def test_a_rail_has_the_short_form_of_a_count(narrow: Program) -> None:
    narrow.select("Red Cross")
    narrow.type("z")
    name = next(n for n in narrow.window.findChildren(RailName) if n.title == "Annotations")
    assert name.accessibleName() == "Annotations, 2"
    resize(narrow, *SIZE)
    assert "2, of them 1 part" in [
        label.text() for label in narrow.part(QDockWidget, "annotationsDock").findChildren(QLabel)
    ]


def test_a_click_on_a_name_opens_the_panel_and_closes_the_other(narrow: Program, qtbot: QtBot) -> None:
    click(narrow, qtbot, "Annotations")
    assert narrow.part(QTableView, "annotationsList").hasFocus()
    click(narrow, qtbot, "Articles")
    assert over_the_page(narrow) == "Articles"
    qtbot.mouseClick(narrow.part(Overlay).findChildren(QAbstractButton, "closeOverlay")[0], LEFT)
    assert over_the_page(narrow) == ""
    assert narrow.view.hasFocus()


def test_enter_on_an_annotation_goes_on_to_its_details(narrow: Program, qtbot: QtBot) -> None:
    click(narrow, qtbot, "Annotations")
    narrow.press(Key.Key_Return)
    assert over_the_page(narrow) == "Details"
    narrow.wait_for(lambda: narrow.part(DetailsPanel).isAncestorOf(QApplication.focusWidget()))


def test_the_menu_opens_and_closes_a_folded_panel(narrow: Program) -> None:
    action = next(a for a in narrow.window.actions() if a.text().replace("&", "") == "Details")
    action.trigger()
    assert over_the_page(narrow) == "Details"
    assert action.isChecked()
    action.trigger()
    assert over_the_page(narrow) == ""
    assert not action.isChecked()


def test_keep_open_docks_the_panel_from_then_on(
    narrow: Program, qtbot: QtBot, start_again: Start, tmp_path: Path
) -> None:
    narrow.press(Key.Key_Return)
    click(narrow, qtbot, "Keep open")
    assert (docked(narrow), over_the_page(narrow)) == (["detailsDock"], "")
    assert names(narrow) == ["Articles", "Annotations", "Details*", "Guidelines"]
    narrow.wait_saved()
    narrow.close()
    again = start_again(tmp_path)
    assert docked(again) == ["detailsDock"]
    click(again, qtbot, "Details")
    assert docked(again) == []


def test_a_panel_cannot_be_kept_open_where_the_text_would_be_too_narrow(narrow: Program) -> None:
    resize(narrow, 700, 500)
    narrow.press(Key.Key_Return)
    keep = next(b for b in narrow.part(Overlay).findChildren(QAbstractButton) if b.accessibleName() == "Keep open")
    assert not keep.isEnabled()
    assert "too narrow" in keep.toolTip()


def test_a_panel_open_over_the_page_is_docked_as_the_window_grows(narrow: Program) -> None:
    narrow.press(Key.Key_Return)
    resize(narrow, *SIZE)
    assert over_the_page(narrow) == ""
    assert docked(narrow) == list(DOCKS)
    assert narrow.part(QWidget, "detailsPanel").isVisible()


def test_the_rails_are_away_as_long_as_no_folder_is_open(start: Start, tmp_path: Path) -> None:
    write_folder(tmp_path)
    program = start()
    resize(program, 900, 600)
    assert (docked(program), names(program)) == ([], [])
    program.window.open(tmp_path)
    program.wait_for(lambda: bool(program.opened))
    assert names(program) == ["Articles", "Annotations", "Details", "Guidelines"]
    resize(program, *SIZE)
    assert docked(program) == list(DOCKS)


def test_reset_layout_brings_every_panel_back_to_its_place(start_again: Start, tmp_path: Path) -> None:
    program = start_again(write_folder(tmp_path))
    resize(program, *SIZE)
    before = [(program.part(QDockWidget, name).geometry(), name) for name in DOCKS]
    left = Qt.DockWidgetArea.LeftDockWidgetArea
    program.window.addDockWidget(left, program.part(QDockWidget, "detailsDock"))
    program.part(QDockWidget, "articlesDock").setFloating(True)
    program.part(QDockWidget, "annotationsDock").hide()
    next(a for a in program.window.actions() if a.text().replace("&", "") == "Reset layout").trigger()
    program.wait_for(lambda: [(program.part(QDockWidget, name).geometry(), name) for name in DOCKS] == before)


def test_reset_layout_in_a_narrow_window_takes_effect_when_it_is_wide(narrow: Program, qtbot: QtBot) -> None:
    narrow.press(Key.Key_Return)
    click(narrow, qtbot, "Keep open")
    next(a for a in narrow.window.actions() if a.text().replace("&", "") == "Reset layout").trigger()
    assert docked(narrow) == []
    resize(narrow, *SIZE)
    assert docked(narrow) == list(DOCKS)
    narrow.wait_for(lambda: narrow.part(QDockWidget, "articlesDock").width() == 238)


def test_the_command_field_has_its_width_again_as_soon_as_the_window_has(narrow: Program) -> None:
    field = narrow.part(QWidget, "commandField")
    brief = field.width()
    resize(narrow, 1400, 900)
    narrow.wait_for(lambda: field.width() == field.sizeHint().width() > brief)
    assert field.isVisible()
    resize(narrow, 900, 600)
    narrow.wait_for(lambda: field.width() == brief)
