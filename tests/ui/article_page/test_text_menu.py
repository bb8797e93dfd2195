"""The menu over the text, in the real window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from tests.support.program import CTRL, LEFT, SHIFT, Key, Program
from tests.support.stories import TOWN, write_folder

Start = Callable[..., Program]
LABELS = ["Tag as claim", "Tag as source", "Tag as figure", "Tag as cue", "Tag as quote", "Tag as part"]
OF_AN_ANNOTATION = ["Edit the details", "Write a note", "Take hold of the start", "Take hold of the end", "Remove"]
OF_THE_TEXT = ["Copy", "Copy with its source", "Select all", "Find…"]
CLAIM, FIGURE = "The Red Cross counted 1,204 buses", "1,204"


@pytest.fixture
def program(start: Start, tmp_path: Path) -> Program:
    """A window on an article with a figure in a claim, neither of them selected."""
    write_folder(tmp_path)
    program = start(tmp_path)
    for words, key in ((CLAIM, "c"), (FIGURE, "f")):
        program.select(words)
        program.type(key)
    program.go_to(0)
    program.session.select(None)
    return program


@pytest.fixture
def menu_over(program: Program) -> Callable[[str], QMenu]:
    """Right-clicks words and gives the menu."""

    def right_click(words: str) -> QMenu:
        at = program.point_at(TOWN.index(words) + 1)
        text = program.view.viewport()
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, text.mapToGlobal(at))
        QApplication.sendEvent(text, event)
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        return menu

    return right_click


def offered(menu: QMenu) -> list[list[str]]:
    """Return the entries that can be chosen, by groups."""
    groups: list[list[str]] = [[]]
    for action in menu.actions():
        if action.isSeparator():
            groups.append([])
        elif action.isEnabled():
            groups[-1].append(action.text().replace("&", ""))
    return [group for group in groups if group]


def choose(menu: QMenu, text: str, qtbot: QtBot) -> None:
    action = next(action for action in menu.actions() if action.text().replace("&", "") == text)
    qtbot.mouseClick(menu, LEFT, pos=menu.actionGeometry(action).center())


def test_over_text(program: Program, menu_over: Callable[[str], QMenu], qtbot: QtBot) -> None:
    menu = menu_over("storm")
    assert offered(menu) == [LABELS, OF_THE_TEXT]
    choose(menu, "Tag as part", qtbot)
    assert ("part", "storm") in program.marks  # the caret has gone there


def test_over_an_annotation(program: Program, menu_over: Callable[[str], QMenu], qtbot: QtBot) -> None:
    menu = menu_over(FIGURE)
    assert offered(menu) == [LABELS, OF_AN_ANNOTATION, OF_THE_TEXT]
    choose(menu, "Remove", qtbot)
    assert program.marks == [("claim", CLAIM)]  # the smallest that is there


def test_over_the_larger_of_two(program: Program, menu_over: Callable[[str], QMenu], qtbot: QtBot) -> None:
    choose(menu_over("buses"), "Remove", qtbot)
    assert program.marks == [("figure", FIGURE)]


def test_what_is_selected_stays_so(program: Program, menu_over: Callable[[str], QMenu], qtbot: QtBot) -> None:
    program.select("We will not wait")
    menu = menu_over("storm")
    assert offered(menu) == [LABELS, OF_THE_TEXT]
    choose(menu, "Copy", qtbot)
    assert QApplication.clipboard().text() == "We will not wait"
    choose(menu_over(FIGURE), "Tag as quote", qtbot)
    assert ("quote", "We will not wait") in program.marks


def test_a_note(program: Program, menu_over: Callable[[str], QMenu], qtbot: QtBot) -> None:
    choose(menu_over(FIGURE), "Write a note", qtbot)
    program.type("Check this")
    program.press(Key.Key_Escape)
    selected = program.session.selected_annotation
    assert selected is not None
    assert (selected.label, selected.note) == ("figure", "Check this")


@pytest.mark.parametrize(("edge", "key", "changed"), [("start", Key.Key_Right, ",204"), ("end", Key.Key_Left, "1,20")])
def test_an_edge_is_moved(
    program: Program, menu_over: Callable[[str], QMenu], qtbot: QtBot, edge: str, key: Key, changed: str
) -> None:
    choose(menu_over(FIGURE), f"Take hold of the {edge}", qtbot)
    program.press(key)
    program.press(Key.Key_Return)
    assert ("figure", changed) in program.marks


def test_find(program: Program, menu_over: Callable[[str], QMenu], qtbot: QtBot) -> None:
    choose(menu_over("storm"), "Find…", qtbot)
    program.wait_for(lambda: isinstance(QApplication.focusWidget(), QLineEdit))


def test_select_all(program: Program, menu_over: Callable[[str], QMenu], qtbot: QtBot) -> None:
    choose(menu_over("storm"), "Select all", qtbot)
    assert len(program.view.textCursor().selectedText()) == len(TOWN)


def test_by_the_menu_key(program: Program, qtbot: QtBot) -> None:
    program.go_to(TOWN.index(FIGURE) + 1)
    at = program.edge_at(TOWN.index(FIGURE) + 1)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, at, program.view.viewport().mapToGlobal(at))
    QApplication.sendEvent(program.view.viewport(), event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert offered(menu)[1] == OF_AN_ANNOTATION
    assert menu.pos() == program.view.viewport().mapToGlobal(QPoint(at))
    menu.close()


def test_the_words_are_copied_with_their_source(program: Program) -> None:
    clipboard = QApplication.clipboard()
    program.press(Key.Key_C, CTRL | SHIFT)
    assert program.said == "Select some text or an annotation first"
    program.press(Key.Key_Tab)
    program.press(Key.Key_C, CTRL | SHIFT)
    assert clipboard.text().startswith(f"“{CLAIM}” – town.txt, paragraph ")
    program.select("storm")
    program.press(Key.Key_C, CTRL | SHIFT)
    assert clipboard.text().startswith("“storm” – town.txt, paragraph ")
    assert program.said == "Copied with its source"


def test_the_clipboard_has_the_words_with_their_source_in_three_forms(program: Program) -> None:
    program.press(Key.Key_A, CTRL)
    for form, begins in (("citation_as_text", "“"), ("citation_as_markdown", "> “"), ("citation_as_html", "<block")):
        program.part(QAction, form).trigger()
        program.press(Key.Key_C, CTRL | SHIFT)
        data = QApplication.clipboard().mimeData()
        assert data.text().startswith(begins)
        assert data.html().startswith("<blockquote")
        assert bytes(data.data("text/markdown").data()).decode().startswith("> “")
