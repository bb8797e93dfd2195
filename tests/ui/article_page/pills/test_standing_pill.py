"""The pill of the header: who has signed, or how many facts are open again, and where a click leads."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from annotator.ui.article_page.pills.standing_pill import StandingPill
from tests.support.program import LEFT, Program
from tests.support.signed.articles import draft, write_checked, write_signed

Start = Callable[..., Program]


def pill(program: Program) -> StandingPill:
    return program.part(StandingPill, "standingPill")


def test_it_is_hidden_where_nobody_has_signed(start_again: Start, tmp_path: Path) -> None:
    assert not pill(start_again(write_checked(tmp_path))).isVisible()


def test_it_says_who_has_signed_and_a_click_says_the_rest(start_again: Start, tmp_path: Path, qtbot: QtBot) -> None:
    program = start_again(write_signed(tmp_path, "alice", "bob"))
    assert pill(program).text() == "Signed twice, round 1"
    assert pill(program).accessibleName() == "Sign-off: Signed twice, round 1"
    told = "Signed by alice, bob, round 1. The text is the very one that was signed. 6 of 6 facts are signed."
    assert pill(program).accessibleDescription().startswith(told.replace(". ", ".\n"))
    qtbot.mouseClick(pill(program), LEFT)
    assert program.said == told


@pytest.mark.parametrize("names", [("alice",), ("alice", "bob", "carol")])
def test_a_click_goes_to_what_is_open_again(
    start_again: Start, tmp_path: Path, qtbot: QtBot, names: tuple[str, ...]
) -> None:
    path = write_signed(tmp_path, *names)
    path.write_text(draft(), "utf-8")
    program = start_again(path)
    assert pill(program).text() == "3 facts reopened"
    found = []
    for _click in range(2):
        qtbot.mouseClick(pill(program), LEFT)
        chosen = program.session.selected_annotation
        found.append(chosen.id if chosen else "")
    assert found == ["c1", "c4"]


def test_names_are_shown_as_they_are_and_never_as_markup(start_again: Start, tmp_path: Path) -> None:
    program = start_again(write_signed(tmp_path, "<b>Ann</b>"))
    assert pill(program).text() == "Signed by <b>Ann</b>, round 1"
    assert "&lt;b&gt;Ann" in pill(program).toolTip()
