"""Annotations are linked by keys and mouse, in the real window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from annotator.model.span import Span
from tests.support.program import ALT, NONE, SHIFT, Program
from tests.support.stories import TOWN

Key = Qt.Key
CLAIM, OTHER = "Thousands of people left the town on Thursday", "The Red Cross counted 1,204 buses"
MARKS = {
    CLAIM: "c",
    "the mayor, Ana Ruiz": "s",
    "said": "u",
    "We will not wait": "c",
    "The Red Cross": "s",
    OTHER: "c",
    "1,204": "f",
}


@pytest.fixture
def program(start: Callable[..., Program], tmp_path: Path) -> Program:
    """A program with an article in which claims, sources, a cue and a figure are marked, and the first selected."""
    (tmp_path / "town.txt").write_text(TOWN, "utf-8")
    program = start(tmp_path / "town.txt")
    session = program.session
    for words, key in MARKS.items():
        at = TOWN.index(words)
        session.move_caret(at + len(words), at)
        program.view.setFocus()
        program.type(key)
    choose(program, CLAIM)
    return program


def choose(program: Program, words: str) -> None:
    at = TOWN.index(words)
    wanted = Span(at, at + len(words))
    program.session.select(next(a.id for a in program.document.annotations.values() if a.span == wanted), show=True)


def links(program: Program) -> list[tuple[str, str, str]]:
    """Every relation: the words it leads from, its type, the words it leads to."""
    document = program.document
    words = {id: document.words(annotation) for id, annotation in document.annotations.items()}
    return [(words[r.source], r.type, words[r.target]) for r in document.relations.values()]


def panel(program: Program) -> QWidget | None:
    found: QWidget | None = program.window.findChild(QWidget, "linkPanel")
    return found if found and found.isVisible() else None


def test_by_number(program: Program) -> None:
    program.press(Key.Key_L)
    assert panel(program)
    assert program.part(QLabel, "mode").text() == "Linking"
    program.type("2")
    assert links(program) == [(CLAIM, "attributed_to", "the mayor, Ana Ruiz")]
    assert program.said.startswith("Linked “Thousands of people")
    assert panel(program) is None
    assert program.view.hasFocus()


def test_the_nearest_come_first_and_tab_goes_on(program: Program) -> None:
    program.press(Key.Key_L)
    program.press(Key.Key_Tab)
    program.press(Key.Key_Return)
    assert links(program) == [(CLAIM, "attributed_to", "the mayor, Ana Ruiz")]


def test_by_words_of_the_annotation(program: Program) -> None:
    program.press(Key.Key_L)
    program.type("red")
    program.press(Key.Key_Return)
    assert links(program) == [(CLAIM, "attributed_to", "The Red Cross")]


def test_digits_are_words_once_something_is_typed(program: Program) -> None:
    program.press(Key.Key_L)
    program.type("f1,204")
    assert links(program) == []
    program.press(Key.Key_Escape)
    program.type("figure")
    program.press(Key.Key_1, ALT)
    assert links(program) == [("1,204", "quantifies", CLAIM)]


def test_the_type_is_asked_where_several_fit(program: Program) -> None:
    program.press(Key.Key_L)
    program.type("wait")
    program.press(Key.Key_Return)
    assert panel(program)
    assert links(program) == []
    program.type("2")
    assert links(program) == [(CLAIM, "contradicts", "We will not wait")]


def test_turned_round(program: Program) -> None:
    program.press(Key.Key_L)
    program.press(Key.Key_T, ALT)
    program.type("wait")
    program.press(Key.Key_Return)
    program.type("1")
    assert links(program) == [("We will not wait", "repeats", CLAIM)]


def test_several_one_after_another(program: Program) -> None:
    program.press(Key.Key_L)
    program.press(Key.Key_Return, SHIFT)
    assert panel(program)
    program.press(Key.Key_Return)
    assert [type for _source, type, _target in links(program)] == ["cued_by", "attributed_to"]


def test_the_same_again_is_refused_and_shown(program: Program) -> None:
    program.press(Key.Key_L)
    program.type("2")
    program.press(Key.Key_L)
    program.type("mayor")
    program.press(Key.Key_Return)
    assert len(links(program)) == 1
    assert "is linked to “the mayor, Ana Ruiz” already: attributed to" in program.said
    assert panel(program)


def test_escape_leaves_one_level_after_another(program: Program) -> None:
    program.press(Key.Key_L)
    program.type("wait")
    program.press(Key.Key_Return)
    for _level in range(2):
        program.press(Key.Key_Escape)
        assert panel(program)
    program.press(Key.Key_Escape)
    assert panel(program) is None
    assert program.view.hasFocus()
    assert program.session.selected_annotation


def test_it_is_undone_in_one_step(program: Program) -> None:
    program.press(Key.Key_L)
    program.type("1")
    program.press(Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert links(program) == []
    assert program.said.startswith("Undone: Link “Thousands")


def test_nothing_to_link_to_is_said(program: Program) -> None:
    choose(program, "said")
    for words in (CLAIM, "We will not wait", OTHER):
        choose(program, words)
        program.press(Key.Key_Delete)
    choose(program, "said")
    program.press(Key.Key_L, NONE)
    assert panel(program) is None
    assert "to which the scheme allows a relation" in program.said
