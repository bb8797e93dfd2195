"""The context menu of the text: what can be done with the annotation there, with the keys it has elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu

from tests.support.program import Program
from tests.support.stories import write_folder


@pytest.fixture
def program(start_again: Callable[..., Program], tmp_path: Path) -> Program:
    program = start_again(write_folder(tmp_path))
    program.select("Thousands of people")
    program.type("c")
    return program


def opened_menu(program: Program) -> QMenu:
    """Press the menu key in the text."""
    view = program.view
    at = view.cursorRect().center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, at, view.viewport().mapToGlobal(at))
    QApplication.sendEvent(view.viewport(), event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def action_of(menu: QMenu, id: str) -> QAction:
    """The action with that object name, in the menu or one of its submenus."""
    submenus = [menu, *(action.menu() for action in menu.actions() if isinstance(action.menu(), QMenu))]
    found = [one for part in submenus if isinstance(part, QMenu) for one in part.actions() if one.objectName() == id]
    assert len(found) == 1, id
    return found[0]


@pytest.mark.parametrize(
    "id", ["card", "link", "state:confirmed", "value:verdict:refuted", "add_evidence", "ask_query", "mark_criticism"]
)
def test_it_has_what_can_be_done_with_a_fact(program: Program, id: str) -> None:
    menu = opened_menu(program)
    action = action_of(menu, id)
    assert action is program.part(QAction, id), "the same action, with the same key, as in the menu bar"
    assert action.isEnabled()
    menu.close()


def test_state_and_verdict_are_set_from_it(program: Program) -> None:
    for id in ("state:confirmed", "value:verdict:refuted"):
        menu = opened_menu(program)
        action_of(menu, id).trigger()
        menu.close()
    [claim] = program.document.annotations.values()
    assert (claim.state, claim.attributes["verdict"]) == ("confirmed", "refuted")


def test_without_an_annotation_they_can_do_nothing(program: Program) -> None:
    program.session.select(None)
    program.view.moveCursor(program.view.textCursor().MoveOperation.End)
    menu = opened_menu(program)
    assert not action_of(menu, "state:confirmed").isEnabled()
    menu.close()
