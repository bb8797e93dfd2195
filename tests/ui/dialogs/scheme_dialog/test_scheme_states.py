"""The states of check of a scheme: which are used, in which order, with which keys and colours."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from annotator.model.scheme import StateRule
from tests.support.program import ALT, CTRL, Key
from tests.support.stories import write_folder
from tests.ui.dialogs.scheme_dialog.conftest import SCHEME, SchemeWindow, Start

WITH_STATES = """states:   # as our desk works
- id: asked   # somebody was asked
  keys: x a
  colour: "#0072B2"
- {id: confirmed, keys: x c}
"""
SIGNED = ["○ to check", "… asked", "✓ confirmed", "→ change", "? query", "“ opinion", "∅ cannot verify"]


def states_of(window: SchemeWindow) -> list[str]:
    """Words of the rows of states."""
    return window.rows[window.rows.index("States of check, with their keys") + 1 :]


def type_keys(window: SchemeWindow, keys: str) -> None:
    window.focus(window.field("chordField"))
    window.program.press(Key.Key_A, CTRL)
    window.program.type(keys)


def written_states(window: SchemeWindow) -> tuple[StateRule, ...]:
    window.save()
    return window.written.states


def test_all_states_are_in_the_tree_and_found_by_their_names(own: SchemeWindow) -> None:
    assert states_of(own) == SIGNED
    own.go_to("cannot verify")
    assert own.at == "∅ cannot verify"


def test_a_state_gets_keys_that_set_it_from_the_text(own: SchemeWindow) -> None:
    own.go_to("confirmed")
    type_keys(own, "x")
    assert own.says("chordRemark") == "Now the second key"
    own.program.type("c")
    states = written_states(own)
    assert [state.keys for state in states] == ["", "", "x c", "", "", "", ""]
    own.program.select("Thousands")
    own.program.type("cxc")
    assert own.program.document.in_text_order()[0].state == "confirmed"


def test_keys_that_clash_are_refused_and_the_old_ones_stay(own: SchemeWindow) -> None:
    own.go_to("rule")
    type_keys(own, "h1")
    own.go_to("asked")
    type_keys(own, "x1")
    own.go_to("query")
    type_keys(own, "x2")
    type_keys(own, "x1")
    assert "X 1" in own.says("chordRemark")
    assert own.says("chordRemark").endswith("Kept for now: X 2.")
    type_keys(own, "h1")
    assert "“rule” of “kind”" in own.says("chordRemark")
    type_keys(own, "s")
    assert own.says("chordRemark").startswith("S is the key of “source”")
    own.program.press(Key.Key_Tab)
    assert own.field("chordField").text() == "X 2"


def test_a_state_is_not_used_any_more_and_used_again(own: SchemeWindow) -> None:
    own.go_to("opinion")
    own.program.press(Key.Key_Delete)
    assert states_of(own)[-1] == "“ opinion"
    own.program.press(Key.Key_Z, CTRL)
    assert states_of(own) == SIGNED
    own.program.press(Key.Key_Delete)
    assert [state.id for state in written_states(own)] == [
        "to-check",
        "asked",
        "confirmed",
        "change",
        "query",
        "cannot-verify",
    ]


def test_the_last_one_stays(own: SchemeWindow) -> None:
    for name in ("to check", "asked", "confirmed", "change", "query", "opinion", "cannot verify"):
        own.go_to(name)
        own.focus(own.tree)
        own.program.press(Key.Key_Delete)
    assert [state.id for state in written_states(own)] == ["cannot-verify"]


@pytest.fixture
def with_states(start_again: Start, qtbot: QtBot, tmp_path: Path) -> SchemeWindow:
    """The window on a folder whose scheme uses two states."""
    (tmp_path / "scheme.yaml").write_text(SCHEME + WITH_STATES, "utf-8")
    window = SchemeWindow(start_again(write_folder(tmp_path)), qtbot, tmp_path)
    window.open()
    return window


def test_what_is_written_keeps_its_comments_and_what_is_as_it_was(with_states: SchemeWindow) -> None:
    own = with_states
    assert states_of(own)[:2] == ["… asked", "✓ confirmed"]
    own.go_to("confirmed")
    own.focus(own.tree)
    own.program.press(Key.Key_Up, ALT)
    own.click("swatch-#CC79A7")
    assert written_states(own) == (
        StateRule("confirmed", "x c", "#CC79A7"),
        StateRule("asked", "x a", "#0072B2"),
    )
    text = (own.folder / "scheme.yaml").read_text("utf-8")
    assert "states:   # as our desk works" in text
    assert "- id: asked   # somebody was asked" in text
    assert text.startswith("# Ours.")
