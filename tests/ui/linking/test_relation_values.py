"""What is said of a relation: its attributes and its note, edited in Details by keys in the real window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QWidget

from annotator.model.annotation import Relation
from annotator.ui.editors.empty_chip import EmptyChip
from annotator.ui.panels.details.relation_form import RelationForm
from annotator.ui.widgets.lists.rows_view import RowsView
from tests.support.marked_language import marked_language
from tests.support.program import CTRL, Program
from tests.ui.panels.details.editing import choose

Key = Qt.Key
SCHEME = """\
format: annotation-scheme
version: 1
id: facts
labels:
- {id: claim, key: c}
- {id: source, key: s}
- {id: figure, key: f}
relations:
- id: told_by
  from: claim
  to: source
  attributes: {sure: [yes, no], seen_by: text}
- {id: near, from: claim, to: claim}
- {id: counted_by, from: claim, to: figure, attributes: {Note: text}}
"""


@pytest.fixture
def program(start_again: Callable[..., Program], tmp_path: Path) -> Program:
    """“One” is told by “five” and near “three”; the list of its relations has the keyboard."""
    (tmp_path / "town.txt").write_text("One two three four five six.\n", "utf-8")
    (tmp_path / "scheme.yaml").write_text(SCHEME, "utf-8")
    program = start_again(tmp_path)
    program.wait_opened("town.txt")
    for words, key in (("One", "c"), ("three", "c"), ("five", "s")):
        program.select(words)
        program.type(key)
    choose(program, "One")
    for words in ("five", "three"):
        program.press(Key.Key_L)
        program.type(words)
        program.press(Key.Key_Return)
    program.part(QAbstractItemView, "relations").setFocus()
    return program


def form(program: Program) -> QWidget:
    return program.part(RelationForm)


def told(program: Program) -> Relation:
    return next(one for one in program.document.relations.values() if one.type == "told_by")


def count(program: Program) -> None:
    """Mark “six” as a figure by which “One” is counted; the list of relations has the keyboard again."""
    program.select("six")
    program.type("f")
    choose(program, "One")
    program.press(Key.Key_L)
    program.type("six")
    program.press(Key.Key_Return)
    program.part(QAbstractItemView, "relations").setFocus()


def go_to(program: Program, type: str) -> None:
    model = program.part(QAbstractItemView, "relations").model()
    program.press(Key.Key_Home)
    row = next(row for row in range(model.rowCount()) if str(model.index(row, 0).data()).startswith(type))
    for _ in range(row):
        program.press(Key.Key_Down)


def test_attributes_and_note_of_a_relation(program: Program) -> None:
    go_to(program, "told by")
    assert form(program).isVisible()
    program.type("e1")
    program.press(Key.Key_Tab)
    program.type("Ana")
    program.press(Key.Key_Tab)
    program.type("Heard twice.")
    program.press(Key.Key_Escape)
    assert program.view.hasFocus()
    assert (dict(told(program).attributes), told(program).note) == ({"sure": "yes", "seen_by": "Ana"}, "Heard twice.")
    program.press(Key.Key_Z, CTRL)
    assert told(program).note == ""
    program.press(Key.Key_Z, CTRL)
    program.press(Key.Key_Z, CTRL)
    assert dict(told(program).attributes) == {}


def test_it_is_saved_with_the_relation(program: Program, tmp_path: Path) -> None:
    go_to(program, "told by")
    program.type("e2")
    program.press(Key.Key_Escape)
    program.wait_saved()
    assert "sure: no" in (tmp_path / "town.annotations.yaml").read_text("utf-8").replace('"', "")


def test_an_attribute_that_is_called_as_the_note_is_another_field(program: Program) -> None:
    count(program)
    go_to(program, "counted by")
    program.type("e")
    program.type("On page 4.")
    program.press(Key.Key_Tab)
    program.type("Counted twice.")
    program.press(Key.Key_Escape)
    (counted,) = (one for one in program.document.relations.values() if one.type == "counted_by")
    assert (dict(counted.attributes), counted.note) == ({"Note": "On page 4."}, "Counted twice.")


def test_a_note_that_is_being_typed_stays_a_note_as_another_relation_is_shown(program: Program) -> None:
    """The form of the other one has an attribute that is called as the note."""
    count(program)
    rows = program.part(RowsView, "relations")
    go_to(program, "told by")
    program.part(EmptyChip, "add-Note").click()
    program.type("Heard twice.")
    rows.selectRow(next(row for row in range(3) if "counted by" in str(rows.model().index(row, 0).data())))
    assert (dict(told(program).attributes), told(program).note) == ({}, "Heard twice.")


def test_the_note_is_called_so_in_the_language_of_the_window(program: Program) -> None:
    with marked_language():
        go_to(program, "told by")
        assert program.part(EmptyChip, "add-<Note>").text() == "<Note>"


def test_nothing_is_asked_where_the_scheme_gives_the_relation_no_attributes(program: Program) -> None:
    go_to(program, "told by")  # whose fields the form has had before
    go_to(program, "near")
    assert not form(program).isVisible()
    program.type("e")
    assert program.part(QAbstractItemView, "relations").hasFocus()


def test_it_goes_with_the_relation(program: Program) -> None:
    go_to(program, "told by")
    program.press(Key.Key_Delete)
    assert not form(program).isVisible()
    choose(program, "three")
    assert not form(program).isVisible()
