"""The context menu of articles in the list, for one and for several, on the real window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QContextMenuEvent, QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from annotator.ui.panels.articles.panel import ArticlesPanel
from annotator.ui.widgets.lists.rows_view import RowsView
from tests.support.program import CTRL, Key, Program, sidecar_of

Start = Callable[..., Program]
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def program(start_again: Start, tmp_path: Path) -> Program:
    for name in ("a", "b", "c", "d"):
        (tmp_path / f"{name}.txt").write_text(f"Story {name}.\n", "utf-8")
    program = start_again(tmp_path)
    program.wait_opened("a.txt")
    return program


def place_of(program: Program, row: int) -> tuple[RowsView, QPoint]:
    rows = program.part(RowsView, "articlesList")
    return rows, rows.visualRect(rows.model().index(row, 0)).center()


def click(program: Program, row: int, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    rows, at = place_of(program, row)
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, modifier, at)


def menu_at(program: Program, row: int) -> QMenu:
    rows, at = place_of(program, row)
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.RightButton, Qt.KeyboardModifier.NoModifier, at)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, rows.viewport().mapToGlobal(at))
    QApplication.sendEvent(rows.viewport(), event)
    return next(menu for menu in program.part(ArticlesPanel).findChildren(QMenu, "articleMenu") if menu.isVisible())


def words(menu: QMenu) -> list[str]:
    return [action.text().replace("&", "") for action in menu.actions() if action.text()]


def choose(menu: QMenu, *path: str) -> None:
    menu.hide()
    for name in path:
        action = next(action for action in menu.actions() if action.text().replace("&", "") == name)
        below = action.menu()
        if isinstance(below, QMenu):
            menu = below
        else:
            action.trigger()


def statuses(program: Program, folder: Path) -> dict[str, str]:
    program.wait_saved()
    texts = {path.stem: sidecar_of(path) for path in sorted(folder.glob("?.txt"))}
    found = {name: path.read_text("utf-8") for name, path in texts.items() if path.exists()}
    return {name: text.partition("\nstatus: ")[2].partition("\n")[0] for name, text in found.items()}


def test_one_article_offers_what_one_can_do_with_it(program: Program) -> None:
    menu = menu_at(program, 1)
    assert words(menu) == ["Open", "Open beside", "Status", "Show in file manager", "Copy path"]
    choose(menu, "Open")
    program.wait_opened("b.txt")


def test_its_path_is_copied_and_it_is_shown(program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: shown.append(url))
    menu = menu_at(program, 2)
    choose(menu, "Copy path")
    assert QApplication.clipboard().text() == str(tmp_path / "c.txt")
    choose(menu, "Show in file manager")
    assert shown == [QUrl.fromLocalFile(str(tmp_path))]


def ground(program: Program, row: int) -> str:
    """The colour of the row on the screen, beside its mark."""
    rows, at = place_of(program, row)
    screen = program.window.screen().grabWindow(program.window.winId()).toImage()
    where = rows.viewport().mapTo(program.window, QPoint(at.x(), rows.rowViewportPosition(row) + 3))
    return screen.pixelColor(where * screen.devicePixelRatio()).name()


def test_the_row_of_the_article_before_is_painted_again_after_a_click(program: Program) -> None:
    program.wait_for(lambda: ground(program, 0) != ground(program, 2))
    chosen, plain = ground(program, 0), ground(program, 2)
    rows, at = place_of(program, 2)
    QTest.mousePress(rows.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    program.wait_for(lambda: (ground(program, 0), ground(program, 2)) == (chosen, chosen))
    QTest.mouseRelease(rows.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    program.wait_opened("c.txt")
    program.wait_for(lambda: (ground(program, 0), ground(program, 2)) == (plain, chosen))


def test_a_click_with_ctrl_selects_and_opens_nothing(program: Program) -> None:
    click(program, 2, CTRL)
    assert program.opened == "a.txt"
    menu = menu_at(program, 2)
    assert words(menu) == ["Status", "Copy 2 paths"]
    choose(menu, "Copy 2 paths")
    assert [Path(path).name for path in QApplication.clipboard().text().split("\n")] == ["a.txt", "c.txt"]


def test_several_get_a_status_each_as_a_step_of_its_own(program: Program, tmp_path: Path) -> None:
    for row in (2, 3):
        click(program, row, CTRL)
    choose(menu_at(program, 3), "Status", "Done")
    program.wait_for(lambda: program.said == "Set the status of 3 articles to done")
    program.wait_opened("a.txt")
    assert statuses(program, tmp_path) == {"a": "done", "c": "done", "d": "done"}
    click(program, 2)
    program.wait_opened("c.txt")
    program.window.activateWindow()
    program.wait_for(program.window.isActiveWindow)
    program.view.setFocus()
    program.press(Key.Key_Z, CTRL)
    assert statuses(program, tmp_path) == {"a": "done", "c": "new", "d": "done"}


def test_an_article_that_cannot_be_read_is_counted_and_passed_over(program: Program, tmp_path: Path) -> None:
    sidecar_of(tmp_path / "b.txt").write_text("{", "utf-8")
    for row in (1, 2):
        click(program, row, CTRL)
    choose(menu_at(program, 2), "Status", "In work")
    program.wait_for(lambda: program.said == "Set the status of 2 articles to in work; 1 cannot be changed")
    assert statuses(program, tmp_path) | {"b": ""} == {"a": "in-work", "b": "", "c": "in-work"}


def test_the_user_who_opens_another_article_meanwhile_stays_there(program: Program) -> None:
    for row in (1, 2):
        click(program, row, CTRL)
    choose(menu_at(program, 2), "Status", "Done")
    click(program, 3)
    program.wait_opened("d.txt")
    assert program.document.status.value == "new"
