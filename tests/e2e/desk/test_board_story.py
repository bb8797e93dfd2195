"""The board from Ctrl+B to the states of three claims in two articles, undone, by keys; and by the mouse."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QHeaderView, QMenu, QPushButton

from tests.e2e.desk.board_steps import (
    cells,
    choose,
    column_of,
    is_board_shown,
    lines,
    open_board,
    rows_of,
    titles,
)
from tests.support.desk.desk_folder import saved_values, write_desk
from tests.support.program import ALT, CTRL, SHIFT, Key, Program

LINES = 8
"""Two headings with three claims each."""


class Desk(NamedTuple):
    """The program with the board of two articles open."""

    program: Program
    bridge: Path
    market: Path


@pytest.fixture
def desk(start_again: Callable[..., Program], tmp_path: Path) -> Desk:
    bridge, market = write_desk(tmp_path)
    program = start_again(bridge)
    open_board(program, LINES)
    return Desk(program, bridge, market)


def test_states_of_claims_in_two_articles_are_set_and_taken_back(desk: Desk) -> None:
    program, bridge, market = desk
    assert [lines(program)[0], lines(program)[4]] == ["bridge", "market"]
    program.press(Key.Key_Home)
    program.press(Key.Key_Down, times=2)
    program.press(Key.Key_Down, SHIFT, times=3)  # two claims, a heading, a claim
    program.type("ta")
    program.wait_for(lambda: cells(program, "State").count("asked") == 3)
    program.wait_saved()
    assert saved_values(bridge, "state") == {
        "The bridge is unsafe": None,
        "Some 3,000 people cross it": "asked",
        "It opened in 1911": "asked",
    }
    assert saved_values(market, "state")["The market moves in May"] == "asked"
    assert program.said == "Set State to asked: 3 annotations"
    program.press(Key.Key_Z, CTRL)
    program.wait_for(lambda: cells(program, "State").count("asked") == 0)
    program.wait_saved()
    assert {*saved_values(bridge, "state").values(), *saved_values(market, "state").values()} == {None}


def test_a_change_of_the_open_article_is_a_step_of_its_own_history(desk: Desk) -> None:
    program, bridge, _market = desk
    program.type("2")
    assert cells(program, "Verdict")[0] == "refuted"
    program.press(Key.Key_B, CTRL)
    assert not is_board_shown(program)
    program.press(Key.Key_Z, CTRL)
    assert program.document.annotations["c1"].attributes["verdict"] == "supported"
    program.wait_saved()
    assert saved_values(bridge, "verdict")["The bridge is unsafe"] == "supported"


def test_filtered_grouped_and_sorted_by_keys(desk: Desk) -> None:
    program = desk.program
    program.press(Key.Key_F, CTRL)
    program.type("voice:author ")
    program.press(Key.Key_Down)
    program.wait_for(lambda: len(lines(program)) == 6)
    choose(program, "boardGroup", "No groups")
    assert lines(program) == [
        "Some 3,000 people cross it",
        "It opened in 1911",
        "The market moves in May",
        "Rents there fall by a third.",
    ]
    program.part(QHeaderView, "boardHeadings").setFocus()
    program.press(Key.Key_Return)
    assert lines(program)[0] == "It opened in 1911"
    program.press(Key.Key_Return)
    assert lines(program)[0] == "The market moves in May"
    program.press(Key.Key_Right, times=column_of(program, "Checkable"))
    program.press(Key.Key_Return, SHIFT)
    assert cells(program, "Checkable") == ["worthy", "worthy", "worthy", "unimportant"]
    assert lines(program)[0] == "The market moves in May"


def test_columns_are_moved_and_hidden_by_keys_and_kept(desk: Desk) -> None:
    program = desk.program
    program.part(QHeaderView, "boardHeadings").setFocus()
    program.press(Key.Key_Right)
    program.press(Key.Key_Right, ALT)
    assert titles(program)[:3] == ["In full", "Figures", "Said by"]
    program.press(Key.Key_Delete)
    assert titles(program)[:3] == ["In full", "Figures", "Voice"]
    choose(program, "boardColumns", "Annotator")
    assert titles(program)[-1] == "Annotator"


def test_jumping_to_a_claim_and_back_finds_the_board_as_it_was(desk: Desk) -> None:
    program = desk.program
    program.press(Key.Key_F, CTRL)
    program.type("agreed")
    program.press(Key.Key_Down)
    program.wait_for(lambda: len(lines(program)) == 2)
    program.press(Key.Key_Return)
    program.wait_opened("market.txt")
    assert not is_board_shown(program)
    program.wait_for(lambda: program.session.selected_annotation is not None)
    selected = program.session.selected_annotation
    assert selected
    assert program.document.words(selected) == "Traders agreed"
    program.press(Key.Key_B, CTRL)
    assert is_board_shown(program)
    assert lines(program) == ["market", "Traders agreed"]
    assert rows_of(program).currentIndex().row() == 1
    program.press(Key.Key_Escape)
    assert not is_board_shown(program)


def test_claims_that_nobody_is_said_to_say_are_a_group_of_the_article(desk: Desk) -> None:
    choose(desk.program, "boardGroup", "By Said by")
    own = lines(desk.program).index("the article")
    assert {*cells(desk.program, "Said by")[own + 1 :]} == {"the article"}
    choose(desk.program, "boardGroup", "By Verdict")
    assert "No Verdict" in lines(desk.program)


def test_a_group_closes_and_opens_by_keys(desk: Desk) -> None:
    program = desk.program
    program.press(Key.Key_Left)
    assert lines(program) == ["bridge", "market", *lines(program)[2:]]
    program.press(Key.Key_Right)
    assert len(lines(program)) == LINES


def test_the_board_follows_the_open_article(desk: Desk) -> None:
    program = desk.program
    program.press(Key.Key_B, CTRL)
    program.select("Bridge stays shut")
    program.type("c")
    program.press(Key.Key_B, CTRL)
    assert lines(program)[1] == "Bridge stays shut"
    assert len(lines(program)) == LINES + 1


def test_the_board_shows_what_others_have_written_since(desk: Desk) -> None:
    program, _bridge, market = desk
    program.press(Key.Key_B, CTRL)
    sidecar = next(market.parent.glob("market.*.yaml"))
    sidecar.write_text(sidecar.read_text("utf-8").replace("not-checkable", "unimportant"), "utf-8")
    program.press(Key.Key_B, CTRL)
    program.wait_for(lambda: cells(program, "Checkable").count("unimportant") == 2)


def test_rows_are_copied_as_they_are_shown(desk: Desk) -> None:
    program = desk.program
    program.press(Key.Key_C, CTRL)
    titles_, row = QApplication.clipboard().text().split("\n")
    assert titles_.split("\t") == titles(program)
    assert row.split("\t")[:2] == ["The bridge is unsafe", "the engineer"]


def test_what_passes_is_saved_as_a_table(desk: Desk, tmp_path: Path) -> None:
    program = desk.program
    target = tmp_path / "claims.csv"
    program.messages.target = str(target)
    save = program.part(QPushButton, "boardSave")
    program.click_at(save, save.rect().center())
    head, first, *others = target.read_text("utf-8-sig").split("\n")
    assert head.strip().startswith("article,annotator,start,end,words,attributed_to,quantifies,voice")
    assert first.strip().startswith("bridge.txt,,19,39,The bridge is unsafe,the engineer,,reported")
    assert len(others) == 6  # five rows and the end


def test_a_verdict_by_the_mouse(desk: Desk) -> None:
    program, _bridge, market = desk
    rows = rows_of(program)
    cell = rows.visualRect(rows.model().index(5, column_of(program, "Verdict"))).center()
    program.click_at(rows.viewport(), cell)
    program.double_click_at(rows.viewport(), cell)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    found = menu.findChild(QAction, "set-conflicting")
    assert isinstance(found, QAction)
    program.click_at(menu, menu.actionGeometry(found).center())
    program.wait_for(lambda: saved_values(market, "verdict")["The market moves in May"] == "conflicting")
    program.wait_for(lambda: "conflicting" in cells(program, "Verdict"))


def test_another_label_has_columns_of_its_own(desk: Desk) -> None:
    program = desk.program
    choose(program, "boardLabel", "source")
    program.wait_for(lambda: len(lines(program)) == 4)
    assert lines(program) == ["bridge", "the engineer", "market", "the mayor"]
    assert cells(program, "Naming") == ["named", "named"]
