"""What the board has changed is taken back and done again by its keys, in the open article and in others."""

from __future__ import annotations

import pytest

from tests.e2e.desk.board_steps import cells
from tests.support.desk.desk_folder import saved_values
from tests.support.program import CTRL, SHIFT, Key
from tests.ui.board.conftest import Desk

NONE = ["", "", "", "", "", ""]
REDO = [(Key.Key_Y, CTRL), (Key.Key_Z, CTRL | SHIFT)]


def set_all(desk: Desk, keys: str, state: str) -> None:
    desk.program.press(Key.Key_A, CTRL)
    desk.program.type(keys)
    desk.program.wait_for(lambda: cells(desk.program, "State") == [state] * 6)


@pytest.mark.parametrize("redo", REDO)
def test_what_was_undone_is_done_again(desk: Desk, redo: tuple[Key, object]) -> None:
    program = desk.program
    set_all(desk, "ta", "asked")
    program.press(Key.Key_Z, CTRL)
    program.wait_for(lambda: cells(program, "State") == NONE)
    program.press(*redo)
    program.wait_for(lambda: cells(program, "State") == ["asked"] * 6)
    program.wait_saved()
    for article in (desk.bridge, desk.market):
        assert {*saved_values(article, "state").values()} == {"asked"}
    assert program.said == "Redone: Set State to asked: 6 annotations"
    program.press(Key.Key_Z, CTRL)
    program.wait_for(lambda: cells(program, "State") == NONE)


def test_redoing_leaves_no_further_step_in_the_open_article(desk: Desk) -> None:
    program = desk.program
    set_all(desk, "ta", "asked")
    program.press(Key.Key_Z, CTRL)
    program.wait_for(lambda: cells(program, "State") == NONE)
    program.press(Key.Key_Y, CTRL)
    program.wait_for(lambda: cells(program, "State") == ["asked"] * 6)
    assert program.session.history.undoText() == "Set State to asked: 6 annotations"
    assert not program.session.history.canRedo()


def test_a_new_change_ends_what_could_be_done_again(desk: Desk) -> None:
    program = desk.program
    set_all(desk, "ta", "asked")
    program.press(Key.Key_Z, CTRL)
    program.wait_for(lambda: cells(program, "State") == NONE)
    set_all(desk, "tc", "confirmed")
    program.press(Key.Key_Y, CTRL)
    assert program.said == "There is nothing to redo in the board"
    assert cells(program, "State") == ["confirmed"] * 6


def test_changes_that_follow_each_other_at_once_are_all_made(desk: Desk) -> None:
    program = desk.program
    program.press(Key.Key_A, CTRL)
    program.type("ta")
    program.type("2")
    program.press(Key.Key_Z, CTRL)
    program.press(Key.Key_Y, CTRL)
    program.type("1")
    program.wait_for(lambda: set(saved_values(desk.market, "verdict").values()) == {"supported"})
    assert {*saved_values(desk.market, "state").values()} == {"asked"}
    program.wait_for(lambda: set(cells(program, "Verdict")) == {"supported"})
