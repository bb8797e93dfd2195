"""Values of attributes in the details, typed and chosen with keys on the real window."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QListWidget,
    QPlainTextEdit,
)

from annotator.model.annotation import Value
from annotator.ui.article_view.article_view import ArticleView
from tests.support.program import CTRL, SHIFT, Key, Program
from tests.ui.panels.details.editing import (
    choose,
    editor,
    go_to,
    part,
    press,
    texts,
    type_in,
    values,
)


def test_from_the_text_through_the_fields_and_back_to_the_same_place(program: Program) -> None:
    caret = program.session.caret
    program.press(Key.Key_Return)
    assert editor(program) == "summary"
    type_in("One is a number")
    press(program, Key.Key_Tab)
    assert editor(program) == "kind"
    press(program, Key.Key_2)
    press(program, Key.Key_Tab)
    press(program, Key.Key_Backtab, SHIFT)
    assert editor(program) == "kind"
    press(program, Key.Key_Escape)
    assert isinstance(QApplication.focusWidget(), ArticleView)
    assert program.session.caret == caret
    assert editor(program) == ""
    assert values(program) == {"summary": "One is a number", "kind": "quantity"}
    program.press(Key.Key_Return)
    assert editor(program) == "signed"


def test_an_edit_is_one_step_and_undone(program: Program) -> None:
    go_to(program, "summary")
    for words in ("One", " two", " three"):
        type_in(words)
        program.wait_for(lambda words=words: str(values(program).get("summary", "")).endswith(words))  # type: ignore[misc]
    press(program, Key.Key_Tab)
    press(program, Key.Key_1)
    assert values(program) == {"summary": "One two three", "kind": "event"}
    press(program, Key.Key_Escape)
    program.press(Key.Key_Z, CTRL)
    assert values(program) == {"summary": "One two three"}
    program.press(Key.Key_Z, CTRL)
    assert values(program) == {}
    program.press(Key.Key_Z, CTRL | SHIFT)
    program.press(Key.Key_Z, CTRL | SHIFT)
    assert values(program) == {"summary": "One two three", "kind": "event"}


@pytest.mark.parametrize(
    ("attribute", "typed", "value", "read"),
    [
        ("amount", "50 000", 50000, "read as 50,000"),
        ("amount", "1.204,5", 1204.5, "read as 1,204.5"),
        ("day", "2016-12-15", "2016-12-15", "Thursday"),
        ("day", "2016-12", "2016-12", "whole month"),
        ("day", "2016", "2016", "whole year"),
        ("page", "www.example.org", "https://www.example.org", ""),
    ],
)
def test_what_is_typed_is_read_and_said(program: Program, attribute: str, typed: str, value: Value, read: str) -> None:
    go_to(program, attribute)
    type_in(typed)
    assert read in texts(program)
    press(program, Key.Key_Return)
    assert editor(program) == ""
    assert values(program) == {attribute: value}
    assert part(program, QAbstractButton, f"value-{attribute}").hasFocus()


def test_what_is_not_understood_stays_and_is_not_saved(program: Program) -> None:
    go_to(program, "amount")
    type_in("some few")
    press(program, Key.Key_Tab)
    assert values(program) == {}
    assert "some few | not understood, not saved" in texts(program)
    choose(program, "two")
    assert "some few" not in texts(program)
    choose(program, "One")
    go_to(program, "amount")
    assert part(program, QPlainTextEdit, "valueField").toPlainText() == "some few"
    assert "It is not a number" in texts(program)
    press(program, Key.Key_A, CTRL)
    type_in("7")
    press(program, Key.Key_Escape)
    assert values(program) == {"amount": 7}
    assert "not understood" not in texts(program)


def test_choices_and_flags_are_chosen_by_digits_and_taken_back(program: Program) -> None:
    go_to(program, "kind")
    assert "It happened." in texts(program)
    press(program, Key.Key_Right)
    assert "A number." in texts(program)
    press(program, Key.Key_Space)
    assert values(program) == {"kind": "quantity"}
    press(program, Key.Key_2)
    assert values(program) == {}
    press(program, Key.Key_Tab)
    press(program, Key.Key_2)
    assert values(program) == {"signed": False}
    go = press
    for _ in range(4):
        go(program, Key.Key_Tab)
    assert editor(program) == "tags"
    press(program, Key.Key_3)
    press(program, Key.Key_1)
    assert values(program)["tags"] == ["a-one", "c-three"]
    press(program, Key.Key_3)
    assert values(program)["tags"] == ["a-one"]


def test_many_choices_are_found_by_typing(program: Program) -> None:
    go_to(program, "topic")
    type_in("ea")
    rows = part(program, QListWidget, "choiceRows")
    assert [rows.item(row).text().split()[-1] for row in range(rows.count())] == ["health", "sea"]
    press(program, Key.Key_Down)
    press(program, Key.Key_Return)
    assert values(program) == {"topic": "sea"}


def test_ctrl_enter_goes_to_the_next_annotation_that_has_the_field(program: Program) -> None:
    go_to(program, "kind")
    press(program, Key.Key_1)
    press(program, Key.Key_Return, CTRL)
    assert editor(program) == "kind"
    press(program, Key.Key_2)
    press(program, Key.Key_Return, CTRL)
    press(program, Key.Key_3)
    assert [values(program, words).get("kind") for words in ("One", "two", "four")] == ["event", "quantity", "cause"]
    press(program, Key.Key_Return, CTRL)
    assert program.said == "No annotation after this one has this attribute"
    assert editor(program) == "kind"
