"""Focus mode: the text alone, and everything as it was when it is left."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QApplication, QDockWidget, QMenuBar, QWidget
from pytestqt.qtbot import QtBot

from annotator.ui.article_page.find_bar import FindBar
from annotator.ui.editors.note_field import NoteField
from annotator.ui.status_bar.status_bar import StatusBar
from annotator.ui.widgets.overlay import Overlay
from annotator.ui.window.main_window import SIZE
from tests.support.program import CTRL, SHIFT, Key, Program, sidecar_of
from tests.support.stories import TOWN, write_folder
from tests.ui.window.test_narrow_window import DOCKS, click, docked, names, over_the_page, resize

Start = Callable[..., Program]
BARS = ("menuBar", "statusBar", "header", "labelBar")


@pytest.fixture
def town(start_again: Start, tmp_path: Path) -> Program:
    program = start_again(write_folder(tmp_path))
    resize(program, *SIZE)
    return program


def press_key(program: Program) -> None:
    program.press(Key.Key_F11, SHIFT)


def bars(program: Program) -> list[str]:
    return [name for name in BARS if program.part(QWidget, name).isVisible()]


def state(program: Program) -> dict[str, object]:
    """Everything around the text, and where it stands."""
    found: dict[str, object] = {"bars": bars(program), "rails": names(program), "docks": docked(program)}
    for name in DOCKS:
        dock = program.part(QDockWidget, name)
        found[name] = (dock.isVisible() and QRect(dock.geometry()), dock.isFloating())
    found["text"] = QRect(program.view.viewport().geometry())
    return found


def is_alone(program: Program) -> bool:
    """Whether the text has the window for itself."""
    around = (*bars(program), *docked(program), *names(program))
    return not around and program.view.size() == program.window.size()


def tick(program: Program) -> QAction:
    return next(a for a in program.window.actions() if a.objectName() == "focus_mode")


def hide_annotations(program: Program, _qtbot: QtBot) -> None:
    below = program.part(QDockWidget, "detailsDock")
    height = below.height()
    program.part(QDockWidget, "annotationsDock").hide()
    program.wait_for(lambda: below.height() > height)


def float_articles(program: Program, _qtbot: QtBot) -> None:
    dock = program.part(QDockWidget, "articlesDock")
    dock.setFloating(True)
    dock.activateWindow()  # as a click does; a window manager leaves that to the user
    program.wait_for(dock.isActiveWindow)


def be_narrow(program: Program, _qtbot: QtBot) -> None:
    resize(program, 900, 600)


def keep_details(program: Program, qtbot: QtBot) -> None:
    resize(program, 900, 600)
    click(program, qtbot, "Details")
    click(program, qtbot, "Keep open")


def widen_articles(program: Program, _qtbot: QtBot) -> None:
    dock = program.part(QDockWidget, "articlesDock")
    program.window.resizeDocks([dock], [330], Qt.Orientation.Horizontal)
    program.wait_for(lambda: dock.width() == 330)


ARRANGEMENTS = {
    "as at first": lambda _program, _qtbot: None,
    "one hidden": hide_annotations,
    "one floats": float_articles,
    "wider": widen_articles,
    "narrow": be_narrow,
    "one kept open": keep_details,
}


@pytest.mark.parametrize("arrangement", ARRANGEMENTS)
@pytest.mark.parametrize("way", ["key", "escape"])
def test_everything_is_hidden_and_comes_back_as_it_was(town: Program, qtbot: QtBot, arrangement: str, way: str) -> None:
    ARRANGEMENTS[arrangement](town, qtbot)
    town.view.setFocus()
    before = state(town)
    press_key(town)
    town.wait_for(lambda: is_alone(town))
    assert tick(town).isChecked()
    town.wait_for(town.view.hasFocus)
    if way == "key":
        press_key(town)
    else:
        town.press(Key.Key_Escape)
    town.wait_for(lambda: state(town) == before)
    assert not tick(town).isChecked()


@pytest.mark.parametrize("arrangement", ["as at first", "one hidden", "wider", "narrow"])
def test_the_next_start_has_everything_as_it_was_before(
    town: Program, qtbot: QtBot, start_again: Start, tmp_path: Path, arrangement: str
) -> None:
    ARRANGEMENTS[arrangement](town, qtbot)
    before = state(town)
    press_key(town)
    town.wait_for(lambda: is_alone(town))
    town.close()
    again = start_again(tmp_path)
    again.wait_for(lambda: state(again) == before)


def test_escape_leaves_one_level_after_the_other(town: Program) -> None:
    town.select("Thousands")
    town.type("c")
    press_key(town)
    town.press(Key.Key_F, CTRL)
    find = town.part(FindBar)
    assert find.isVisible()
    town.view.setFocus()
    town.press(Key.Key_Escape)
    assert town.session.selected_annotation is None
    town.press(Key.Key_Escape)
    assert not find.isVisible()
    assert bars(town) == []
    town.press(Key.Key_Escape)
    assert bars(town) == list(BARS)


def test_keys_work_and_panels_open_over_the_page(town: Program) -> None:
    press_key(town)
    town.select("Thousands")
    town.press(Key.Key_Escape)
    town.select("people")
    town.type("cn")
    assert over_the_page(town) == "Details"
    assert isinstance(QApplication.focusWidget(), NoteField)
    town.type("counted")
    town.press(Key.Key_Escape)
    assert over_the_page(town) == ""
    assert [(a.label, a.note) for a in town.document.annotations.values()] == [("claim", "counted")]
    town.press(Key.Key_F6)
    assert town.view.hasFocus()
    assert docked(town) == bars(town) == names(town) == []


def test_a_panel_over_the_page_is_not_kept_open(town: Program, qtbot: QtBot) -> None:
    press_key(town)
    next(a for a in town.window.actions() if a.objectName() == "show_annotations").trigger()
    assert over_the_page(town) == "Annotations"
    keep = next(b for b in town.part(Overlay).findChildren(QAbstractButton) if b.accessibleName() == "Keep open")
    assert not keep.isEnabled()
    assert "focus mode" in keep.toolTip()
    click(town, qtbot, "Keep open")
    assert docked(town) == []
    press_key(town)
    assert over_the_page(town) == ""
    assert docked(town) == list(DOCKS)


def test_the_window_may_become_narrow_meanwhile(town: Program) -> None:
    press_key(town)
    resize(town, 900, 600)
    assert is_alone(town)
    press_key(town)
    assert (docked(town), names(town)) == ([], ["Articles", "Annotations", "Details", "Guidelines"])
    resize(town, *SIZE)
    assert docked(town) == list(DOCKS)


def test_a_panel_kept_open_stays_away_in_a_window_of_another_width(town: Program, qtbot: QtBot) -> None:
    keep_details(town, qtbot)
    press_key(town)
    resize(town, 920, 600)
    assert is_alone(town)
    press_key(town)
    assert docked(town) == ["detailsDock"]


def test_the_keyboard_goes_to_the_text(town: Program) -> None:
    town.press(Key.Key_F6)
    assert not town.view.hasFocus()
    press_key(town)
    assert town.view.hasFocus()


def test_an_article_that_cannot_be_read_ends_it(town: Program, tmp_path: Path) -> None:
    press_key(town)
    assert bars(town) == []
    (tmp_path / "zebra.md").unlink()
    town.press(Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    town.wait_for(lambda: town.session.current is None)
    assert bars(town) == list(BARS)
    assert not tick(town).isEnabled()


def test_screen_readers_are_told(town: Program) -> None:
    said: list[str] = []
    town.session.said.connect(said.append)
    press_key(town)
    press_key(town)
    assert said == ["Focus mode: only the text is shown. Esc leaves it", "Focus mode is over"]
    assert town.part(StatusBar).said == said[-1]


def test_the_dock_of_lost_places_is_hidden_too(start: Start, tmp_path: Path) -> None:
    article = write_folder(tmp_path)
    program = start(article)
    program.select("Thousands of people left the town")
    program.type("c")
    program.wait_saved()
    program.close()
    article.write_text(TOWN.replace("Thousands of people left the town", "Nobody stayed in the place"), "utf-8")
    assert sidecar_of(article).exists()
    again = start(article)
    dock = again.part(QDockWidget, "placesDock")
    again.wait_for(dock.isVisible)
    press_key(again)
    assert not dock.isVisible()
    press_key(again)
    assert dock.isVisible()
    press_key(again)
    next(a for a in again.window.actions() if a.objectName() == "places").trigger()
    assert dock.isVisible()
    assert bars(again) == list(BARS)
    assert again.part(QMenuBar).isVisible()


def test_it_stays_from_article_to_article(town: Program) -> None:
    press_key(town)
    town.press(Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    town.wait_opened("zebra.md")
    assert is_alone(town)
    assert town.view.hasFocus()
