"""Terms in the filter of annotations: typed, completed by keys, and followed as annotations change."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit, QTableView

from tests.support.program import Key, Program
from tests.support.stories import write_folder

Start = Callable[..., Program]


@pytest.fixture
def program(start: Start, tmp_path: Path) -> Program:
    program = start(write_folder(tmp_path))
    for words, key in (("Thousands", "f"), ("Thousands of people", "c"), ("people", "c")):
        program.select(words)
        program.type(key)
    program.wait_saved()
    field_of(program).setFocus()
    return program


def field_of(program: Program) -> QLineEdit:
    return program.part(QLineEdit, "annotationsFilter")


def listed(program: Program) -> list[str]:
    model = program.part(QTableView, "annotationsList").model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def terms_open(program: Program) -> bool:
    completer = field_of(program).completer()
    return completer is not None and completer.popup().isVisible()


def test_terms_and_words_together(program: Program) -> None:
    program.type("label:claim of")
    assert listed(program) == ["Thousands of people"]
    assert len(listed(program)) < len(program.document.annotations)


def test_a_term_is_completed_by_keys(program: Program) -> None:
    program.type("-la")
    assert terms_open(program)
    program.press(Key.Key_Down)
    program.press(Key.Key_Return)
    assert field_of(program).text() == "-label:claim "
    assert field_of(program).hasFocus()
    assert listed(program) == ["Thousands"]


def test_enter_without_a_chosen_term_goes_to_the_list(program: Program) -> None:
    program.type("label:claim")
    program.press(Key.Key_Return)
    assert program.part(QTableView, "annotationsList").hasFocus()


def test_escape_closes_the_terms_first(program: Program) -> None:
    program.type("has:")
    assert terms_open(program)
    program.press(Key.Key_Escape)
    assert (terms_open(program), field_of(program).text()) == (False, "has:")
    program.press(Key.Key_Escape)
    assert field_of(program).text() == ""


def test_each_letter_of_a_term_searches_anew(program: Program) -> None:
    for typed, words in (("label:f", []), ("igure", ["Thousands"])):
        program.type(typed)
        assert listed(program) == words


def test_the_rows_follow_what_no_longer_meets_the_filter(program: Program) -> None:
    program.type("label:figure")
    program.press(Key.Key_Escape)
    [id] = [annotation.id for annotation in program.document.annotations.values() if annotation.label == "figure"]
    program.view.setFocus()
    program.session.select(id)
    program.type("s")
    assert listed(program) == []
    program.session.undo()
    assert listed(program) == ["Thousands"]
