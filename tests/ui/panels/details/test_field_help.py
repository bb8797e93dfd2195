"""Fields that explain themselves, numbers as they are read, drafts that stay, and the same field further on."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QListWidget, QWidget

from tests.support.program import ALT, CTRL, Key
from tests.ui.panels.details.editing import (
    TEXT,
    Start,
    choose,
    editor,
    go_to,
    one_claim,
    part,
    press,
    texts,
    type_in,
    values,
)

LONG = "{choices: {a: First of all., b: Second., c: Third., d: Fourth., e: Fifth., f: Sixth., g: Last of all.}}"
GUIDED = "{amount: {type: number, definition: How many., yes: [four = 4], no: [some]}, topic: " + LONG + "}"
KINDS = {
    "chips": "[a, b]",
    "list": "[a, b, c, d, e, f, g]",
    "flag": "flag",
    "number": "number",
    "text": "text",
    "date": "date",
    "link": "link",
    "several": "{choices: [a, b], many: true}",
    "words": "{type: text, many: true}",
}


def test_f2_shows_definition_and_examples_and_hides_them(start_again: Start, tmp_path: Path) -> None:
    program = one_claim(start_again, tmp_path, GUIDED)
    go_to(program, "amount")
    press(program, Key.Key_F2)
    assert part(program, QLabel, "guideLines").text() == "How many.\n✓  four = 4\n✕  some"
    press(program, Key.Key_F2)
    assert "✕" not in texts(program)
    press(program, Key.Key_Tab)
    press(program, Key.Key_F2)
    assert part(program, QLabel, "guideLines").text() == "The scheme says nothing about this attribute"


def test_f2_on_an_empty_value_and_on_a_row_opens_it_with_that(start_again: Start, tmp_path: Path) -> None:
    program = one_claim(start_again, tmp_path, GUIDED)
    part(program, QAbstractButton, "add-amount").setFocus()
    press(program, Key.Key_F2)
    assert editor(program) == "amount"
    assert "How many." in part(program, QLabel, "guideLines").text()
    type_in("4")
    press(program, Key.Key_Return)
    part(program, QAbstractButton, "value-amount").setFocus()
    press(program, Key.Key_F2)
    assert "How many." in part(program, QLabel, "guideLines").text()


def test_the_meaning_of_a_choice_goes_with_its_field(start: Start, tmp_path: Path) -> None:
    """Also where a list stood between two fields with chips: in a new window a chip has the keyboard as it goes."""
    kind, topics = (
        "{choices: {event: It happened., cause: It led to it.}}",
        "{choices: [a, b, c, d, e, f, g], many: true}",
    )
    program = one_claim(start, tmp_path, f"{{kind: {kind}, topics: {topics}, signed: flag}}")
    go_to(program, "signed")
    press(program, Key.Key_1)
    press(program, Key.Key_Return)
    program.view.setFocus()
    program.press(Key.Key_Return)
    assert "It happened." in texts(program)
    press(program, Key.Key_Tab)
    type_in("d")
    press(program, Key.Key_Return)
    press(program, Key.Key_Tab)
    assert editor(program) == "signed"
    assert "It happened." not in texts(program)


def test_each_row_of_a_long_list_has_its_meaning(start_again: Start, tmp_path: Path) -> None:
    program = one_claim(start_again, tmp_path, GUIDED)
    go_to(program, "topic")
    rows = part(program, QListWidget, "choiceRows")
    spoken = [rows.item(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in (0, 6)]
    assert spoken == ["a: First of all.", "g: Last of all."]
    before = rows.grab().toImage()
    rows.item(3).setData(Qt.ItemDataRole.UserRole + 1, "")
    assert rows.grab().toImage() != before


@pytest.mark.parametrize(
    ("typed", "shown"), [("1204", "1,204"), ("1204.50", "1,204.50"), ("-0.10", "-0.10"), ("7", "7")]
)
def test_a_number_at_rest_is_shown_as_it_was_read(start_again: Start, tmp_path: Path, typed: str, shown: str) -> None:
    program = one_claim(start_again, tmp_path, "{amount: number}")
    go_to(program, "amount")
    type_in(typed)
    press(program, Key.Key_Return)
    assert part(program, QAbstractButton, "value-amount").accessibleName() == f"Amount: {shown}"
    assert str(values(program)["amount"]) == typed
    assert program.said.endswith(f"amount set to {shown}")


def test_no_beginning_of_what_is_not_understood_is_saved(start_again: Start, tmp_path: Path) -> None:
    program = one_claim(start_again, tmp_path, "{page: link, amount: number}")
    go_to(program, "amount")
    for typed, saved in (("12", 12), (" or so", None)):
        type_in(typed)
        program.wait_for(lambda saved=saved: values(program).get("amount") == saved)
    press(program, Key.Key_Tab)
    assert values(program) == {}
    assert "12 or so" in texts(program)
    program.session.undo()
    assert values(program) == {}


def test_what_is_not_understood_is_there_again_after_another_article(start_again: Start, tmp_path: Path) -> None:
    (tmp_path / "village.txt").write_text(TEXT, "utf-8")
    program = one_claim(start_again, tmp_path, "{amount: number}")
    go_to(program, "amount")
    type_in("some few")
    program.press(Key.Key_Down, ALT)
    program.wait_opened("village.txt")
    program.press(Key.Key_Up, ALT)
    program.wait_opened("town.txt")
    choose(program, "One")
    assert program.said == "Typed here before, not understood and not saved: Amount"
    assert "some few | not understood, not saved" in texts(program)
    assert values(program) == {}


@pytest.mark.parametrize("kind", KINDS)
def test_ctrl_enter_goes_to_the_next_annotation_with_the_same_field_open(
    start_again: Start, tmp_path: Path, kind: str
) -> None:
    program = one_claim(start_again, tmp_path, f"{{first: text, here: {KINDS[kind]}}}")
    program.select("three")
    program.type("c")
    choose(program, "One")
    go_to(program, "here")
    press(program, Key.Key_Return, CTRL)
    selected = program.session.selected_annotation
    assert selected is not None
    assert program.document.words(selected) == "three"
    assert editor(program) == "here"
    assert program.document.status.value == "in-work"


def test_the_open_field_is_in_sight_as_a_whole(start_again: Start, tmp_path: Path) -> None:
    program = one_claim(
        start_again, tmp_path, "{a: text, b: text, c: text, d: text, e: text, f: text, last: " + LONG + "}"
    )
    program.window.resize(1200, 480)
    go_to(program, "last")
    opened = part(program, QWidget, "editor-last")
    program.wait_for(lambda: opened.visibleRegion().boundingRect().bottom() >= min(opened.rect().bottom(), 120))
