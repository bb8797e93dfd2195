"""Cells whose values are typed are edited in place, by the mouse and by keys."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu

from tests.e2e.desk.board_steps import cells, choose, column_of, lines, open_board, rows_of
from tests.support.desk.desk_folder import saved_values, write_desk
from tests.support.program import CTRL, SHIFT, Key, Program
from tests.ui.board.conftest import Desk

LONG = "The market moves to the harbour in May, " + "as the council has said time and again, " * 10 + "after all."


def field(program: Program) -> QLineEdit:
    return program.part(QLineEdit, "boardCell")


def edit(program: Program, line: int, title: str = "In full") -> None:
    """Click a cell twice and wait for its field."""
    rows = rows_of(program)
    cell = rows.visualRect(rows.model().index(line, column_of(program, title))).center()
    program.click_at(rows.viewport(), cell)
    program.double_click_at(rows.viewport(), cell)
    program.wait_for(field(program).isVisible)


def replace(program: Program, words: str) -> None:
    program.press(Key.Key_A, CTRL)
    program.type(words)
    program.press(Key.Key_Return)


def test_the_claim_in_full_is_written_in_an_article_that_is_not_open(desk: Desk) -> None:
    program = desk.program
    edit(program, 5)
    assert field(program).text() == "The market moves in May"
    replace(program, LONG)
    program.wait_for(lambda: saved_values(desk.market, "in_full")["The market moves in May"] == LONG)
    assert not field(program).isVisible()
    assert rows_of(program).hasFocus()
    program.wait_for(lambda: lines(program)[5].startswith("The market moves to the harbour in May"))
    edit(program, 5)
    assert field(program).text() == LONG, "a cell shows its beginning, the field has all"
    program.press(Key.Key_Escape)
    program.press(Key.Key_Z, CTRL)
    program.wait_for(lambda: lines(program)[5] == "The market moves in May")


def test_the_same_value_is_given_to_all_selected_rows_from_the_menu(desk: Desk) -> None:
    program = desk.program
    choose(program, "boardColumns", "Checked on")
    rows_of(program).setFocus()
    program.press(Key.Key_Home)
    program.press(Key.Key_Down, SHIFT, times=2)
    program.press(Key.Key_F2)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    asked = menu.findChild(QAction, "type-checked_on")
    assert isinstance(asked, QAction)
    menu.setActiveAction(asked)
    program.press(Key.Key_Return)
    program.wait_for(field(program).isVisible)
    replace(program, "2026-03-04")
    assert cells(program, "Checked on") == ["2026-03-04", "2026-03-04", "", "", "", ""]
    assert program.said == "Set Checked on to 2026-03-04: 2 annotations"
    program.wait_saved()
    saved = saved_values(desk.bridge, "checked_on").values()
    assert [str(value) for value in saved] == ["2026-03-04", "2026-03-04", "None"]


def test_what_is_left_as_it_was_changes_nothing(desk: Desk) -> None:
    program = desk.program
    edit(program, 1)
    program.press(Key.Key_Return)
    assert not field(program).isVisible()
    program.press(Key.Key_Z, CTRL)
    assert program.said == "There is nothing to undo in the board"


def test_escape_leaves_the_cell_and_not_the_board(desk: Desk) -> None:
    program = desk.program
    edit(program, 1)
    program.type("nothing of this")
    program.press(Key.Key_Escape)
    assert (field(program).isVisible(), rows_of(program).hasFocus()) == (False, True)
    assert lines(program)[1] == "The bridge is unsafe"


def test_what_is_no_value_of_the_type_is_said_and_stays(desk: Desk) -> None:
    program = desk.program
    choose(program, "boardColumns", "Checked on")
    edit(program, 1, "Checked on")
    replace(program, "soon")
    assert field(program).isVisible()
    assert program.said.startswith("It is not a date")
    program.press(Key.Key_Escape)
    assert cells(program, "Checked on")[0] == ""


def test_a_cell_of_another_annotator_does_not_open(start_again: Callable[..., Program], tmp_path: Path) -> None:
    bridge, _market = write_desk(tmp_path, "ben")
    program = start_again(bridge, annotator="ana")
    open_board(program, 8)
    rows = rows_of(program)
    cell = rows.visualRect(rows.model().index(1, 0)).center()
    program.click_at(rows.viewport(), cell)
    program.double_click_at(rows.viewport(), cell)
    assert program.said == "These annotations are of another annotator"
    assert not field(program).isVisible()


@pytest.mark.parametrize("key", [Key.Key_Tab, Key.Key_Return])
def test_the_key_that_leaves_the_field_sets_the_value(desk: Desk, key: Key) -> None:
    program = desk.program
    edit(program, 2)
    program.press(Key.Key_A, CTRL)
    program.type("Some 3,000 people cross the bridge each day.")
    program.press(key)
    assert lines(program)[2] == "Some 3,000 people cross the bridge each day."
