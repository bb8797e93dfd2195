"""The window that tests share: handed on as it was found, never with what a test has left in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import fields
from pathlib import Path

import pytest
from PySide6.QtGui import QAction, QImage
from PySide6.QtWidgets import QApplication, QDialog, QDockWidget, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from annotator.session.preferences.settings import Settings
from annotator.ui.article_page.find_field import FindField
from annotator.ui.article_page.second_page import SecondPage
from annotator.ui.widgets.pointing.pointing_layer import PointingLayer
from tests.conftest import starting
from tests.support.program import ALT, CTRL, SHIFT, Key, Program
from tests.support.stories import TOWN, write_folder
from tests.ui.kept_window import OF_FOLDERS, KeptWindow


@pytest.fixture
def kept(qtbot: QtBot, tmp_path_factory: pytest.TempPathFactory) -> Iterator[KeptWindow]:
    window = KeptWindow(lambda: starting(qtbot, tmp_path_factory.mktemp("settings")))
    yield window
    window.close()


@pytest.fixture
def folder(tmp_path_factory: pytest.TempPathFactory) -> Callable[[], Path]:
    """Makes folders of one name with the same articles."""

    def make() -> Path:
        folder = tmp_path_factory.mktemp("articles") / "storm"
        folder.mkdir()
        return write_folder(folder)

    return make


def filter_annotations(program: Program) -> None:
    program.part(QLineEdit, "annotationsFilter").setFocus()
    program.type("people")


def filter_by_a_term(program: Program) -> None:
    program.part(QLineEdit, "annotationsFilter").setFocus()
    program.type("label:claim ")


def number_lines(program: Program) -> None:
    next(action for action in program.window.actions() if action.text().replace("&", "") == "Line numbers").trigger()


def enlarge_the_text(program: Program) -> None:
    program.press(Key.Key_Equal, CTRL)


def hide_the_panels(program: Program) -> None:
    program.press(Key.Key_F11, SHIFT)


def lock_a_label(program: Program) -> None:
    program.type("cc")


def open_the_board(program: Program) -> None:
    program.press(Key.Key_B, CTRL)


def open_a_second_article(program: Program) -> None:
    program.press(Key.Key_F8)
    program.wait_for(lambda: program.part(SecondPage).isVisible())


def leave_a_scheme_unsaved(program: Program) -> None:
    program.press(Key.Key_F7)
    program.wait_for(lambda: program.part(QDialog, "schemeDialog").isActiveWindow())
    program.press(Key.Key_Down, ALT)


def leave_the_tour_open(program: Program) -> None:
    program.part(QAction, "tour").trigger()
    program.wait_for(lambda: bool(program.window.findChildren(PointingLayer)))


def shrink(program: Program) -> None:
    program.window.resize(900, 600)
    program.wait_for(lambda: program.window.width() == 900)


def visible_windows() -> set[QWidget]:
    return {one for one in QApplication.topLevelWidgets() if one.isVisible()}


def test_it_is_handed_on_with_another_folder_alone(kept: KeptWindow, folder: Callable[[], Path]) -> None:
    before = visible_windows()
    program = kept.start(folder())
    program.select("Thousands of people")
    program.type("c")
    kept.leave(failed=False)
    second = folder()
    assert kept.start(second) is program
    assert (program.session.document.article.text, program.marks) == (TOWN, [])
    assert visible_windows() - before == {program.window}
    assert program.view.hasFocus()
    program.press(Key.Key_F3)  # without words to find, the bar opens
    assert (program.part(FindField).text(), program.part(FindField).hasFocus()) == ("", True)


def choose_the_dark_theme(program: Program) -> None:
    program.window.store.update(theme="dark")


def review(program: Program) -> None:
    program.press(Key.Key_F9)


def hide_a_panel(program: Program) -> None:
    next(dock for dock in program.window.findChildren(QDockWidget) if dock.isVisible()).close()


def order_by_label(program: Program) -> None:
    program.window.store.update(annotations_order="label")


def picture(program: Program) -> QImage:
    """The window without the blinking caret."""
    program.settings  # noqa: B018  # nothing is left to do beside the window
    program.view.clearFocus()
    image = program.window.grab().toImage()
    program.view.setFocus()
    return image


@pytest.mark.parametrize(
    ("use", "kept_on"),
    [
        (filter_annotations, True),
        (filter_by_a_term, True),
        (number_lines, True),
        (enlarge_the_text, True),
        (hide_the_panels, True),
        (hide_a_panel, True),
        (review, True),
        (shrink, True),
        (open_a_second_article, True),
        (leave_a_scheme_unsaved, True),
        (choose_the_dark_theme, True),
        (leave_the_tour_open, True),
        (open_the_board, False),
        (lock_a_label, False),
        (order_by_label, False),
    ],
)
def test_what_a_test_has_changed_is_not_in_the_next_window(
    kept: KeptWindow, folder: Callable[[], Path], use: Callable[[Program], None], kept_on: bool
) -> None:
    """What takes no time is made as it was; else the next test has a new window, on settings of its own."""
    program = kept.start(folder())
    before, chosen = picture(program), program.window.store.settings
    use(program)
    kept.leave(failed=False)
    assert program.is_closed is not kept_on
    again = kept.start(folder())
    assert (again is program) is kept_on
    assert (again.settings.parent == program.settings.parent) is kept_on
    assert picture(again) == before
    assert changed(again.window.store.settings, chosen) <= OF_FOLDERS


def changed(settings: Settings, before: Settings) -> set[str]:
    return {name.name for name in fields(Settings) if getattr(settings, name.name) != getattr(before, name.name)}


def test_a_test_that_fails_or_is_of_another_annotator_gets_a_window_of_its_own(
    kept: KeptWindow, folder: Callable[[], Path]
) -> None:
    first = kept.start(folder())
    kept.leave(failed=True)
    second = kept.start(folder())
    kept.leave(failed=False)
    third = kept.start(folder(), "sam")
    assert (first.is_closed, second.is_closed, third.is_closed) == (True, True, False)
    assert second is not first


def test_a_program_started_again_by_the_same_test_has_its_settings(
    kept: KeptWindow, folder: Callable[[], Path]
) -> None:
    program = kept.start(folder())
    number_lines(program)
    program.close()
    again = kept.start(folder())
    assert again.settings == program.settings
    assert again.settings.read_text("utf-8").count("line_numbers") == 1
