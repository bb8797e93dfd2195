"""Matches of a search lit in the text, and the keys that put the light out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from tests.support.program import CTRL, Key, Program

Start = Callable[..., Program]
TEXT = "The town of Aleppo was empty.\n\nNobody was left in the town. A second town, 👩 the third town.\n"


@pytest.fixture
def program(start_again: Start, tmp_path: Path) -> Program:
    (tmp_path / "town.txt").write_text(TEXT, "utf-8")
    program = start_again(tmp_path)
    program.wait_opened("town.txt")
    return program


def look_of(program: Program, nth: int) -> QImage:
    """The picture of the first letters of the nth “town”."""
    at = -1
    for _ in range(nth):
        at = TEXT.index("town", at + 1)
    middle = program.point_at(at)
    return program.view.viewport().grab(QRect(middle - QPoint(0, 8), middle + QPoint(12, 8))).toImage()


def find(program: Program, words: str) -> None:
    program.press(Key.Key_F, CTRL)
    program.type(words)


def is_open(program: Program) -> bool:
    bar = program.window.findChild(QWidget, "findBar")
    return isinstance(bar, QWidget) and bar.isVisible()


def test_every_match_is_lit_and_the_current_one_stronger(program: Program) -> None:
    before = [look_of(program, nth) for nth in (1, 2, 3, 4)]
    find(program, "town")
    lit = [look_of(program, nth) for nth in (1, 2, 3, 4)]
    assert all(now != was for now, was in zip(lit, before, strict=True))
    assert lit[0] != lit[1], "the current one"
    program.press(Key.Key_F3)
    stepped = [look_of(program, nth) for nth in (1, 2)]
    assert stepped[0] != lit[0]
    assert stepped[1] != lit[1]


def test_what_does_not_match_is_not_lit(program: Program) -> None:
    before = look_of(program, 2)
    find(program, "Aleppo")
    assert look_of(program, 2) == before


def test_escape_in_the_text_drops_the_selection_and_then_closes_the_bar(program: Program) -> None:
    before = [look_of(program, nth) for nth in (2, 3, 4)]
    find(program, "town")
    program.press(Key.Key_Return)
    assert program.view.hasFocus()
    program.press(Key.Key_Escape)
    assert (is_open(program), program.session.selection) == (True, None)
    program.press(Key.Key_Escape)
    assert not is_open(program)
    assert [look_of(program, nth) for nth in (2, 3, 4)] == before


def test_escape_in_the_text_drops_the_chosen_annotation_first(program: Program) -> None:
    find(program, "Aleppo")
    program.press(Key.Key_Return)
    program.type("s")
    assert program.session.selected_annotation
    program.press(Key.Key_Escape)
    assert (is_open(program), program.session.selected_annotation) == (True, None)
    program.press(Key.Key_Escape)
    assert not is_open(program)


def test_escape_in_the_field_closes_it(program: Program) -> None:
    find(program, "town")
    program.press(Key.Key_Escape)
    assert not is_open(program)
    assert program.view.hasFocus()
