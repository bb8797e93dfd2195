"""Marks in the colours of their label or of their state of check, with the state's sign in the badge; remembered."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from annotator.ui.theme.colouring import state_colours
from tests.support.program import CTRL, Key, Program
from tests.ui.pixels import colours

Start = Callable[..., Program]
TEXT = "The tram stops here. It goes on at noon.\n"


def opened(start: Start, folder: Path) -> Program:
    (folder / "tram.txt").write_text(TEXT, "utf-8")
    return start(folder / "tram.txt")


def tag(program: Program, words: str, keys: str) -> None:
    program.select(words)
    program.type(keys)
    program.press(Key.Key_Escape)


def badges(program: Program) -> set[str]:
    """The colours in the margin with the badges."""
    return colours(program.part(QWidget, "statementMargin").grab().toImage())


def choose(program: Program, action: str) -> None:
    program.part(QAction, action).trigger()


def test_marks_take_the_colour_of_their_state_and_keep_their_shape(start_again: Start, tmp_path: Path) -> None:
    program = opened(start_again, tmp_path)
    tag(program, "noon", "ftc")
    theme = program.view.look.theme
    label, state, none = (
        program.view.colours("figure"),
        state_colours(theme, None, "confirmed"),
        state_colours(theme, None, "query"),
    )
    assert label.stroke == state.stroke  # the figure's own colour is that of what is confirmed
    tag(program, "tram", "ftq")
    assert none.tint.name() not in badges(program)
    before = program.picture()
    choose(program, "colour_by_state")
    assert {none.tint.name(), state.tint.name()} <= badges(program)
    assert none.stroke.name() in colours(program.picture())
    choose(program, "colour_by_label")
    assert program.picture() == before


def test_another_state_is_seen_at_once(start_again: Start, tmp_path: Path) -> None:
    program = opened(start_again, tmp_path)
    choose(program, "colour_by_state")
    tag(program, "tram", "ftq")
    theme = program.view.look.theme
    query, change = state_colours(theme, None, "query"), state_colours(theme, None, "change")
    assert query.stroke.name() in colours(program.picture())
    program.press(Key.Key_Home, CTRL)
    program.press(Key.Key_Tab)
    program.type("te")
    program.press(Key.Key_Escape)
    seen = colours(program.picture())
    assert change.stroke.name() in seen
    assert query.stroke.name() not in seen


def test_annotations_of_one_label_share_a_badge_only_in_the_same_state(start_again: Start, tmp_path: Path) -> None:
    program = opened(start_again, tmp_path)
    for words, keys in (("tram", "ftc"), ("noon", "ftq")):
        tag(program, words, keys)
    theme = program.view.look.theme
    choose(program, "colour_by_state")
    tints = {state_colours(theme, None, state).tint.name() for state in ("confirmed", "query")}
    assert tints <= badges(program)


def test_the_choice_is_remembered_and_ticked(start: Start, tmp_path: Path) -> None:
    program = opened(start, tmp_path)
    choose(program, "colour_by_state")
    program.close()
    again = opened(start, tmp_path)
    assert again.part(QAction, "colour_by_state").isChecked()
    assert not again.part(QAction, "colour_by_label").isChecked()
    tag(again, "noon", "ftq")
    assert state_colours(again.view.look.theme, None, "query").tint.name() in badges(again)
