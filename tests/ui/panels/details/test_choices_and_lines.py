"""Keys in the editors of an attribute: a choice taken back or kept, lines of a text, and where the keyboard is then."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QAbstractButton, QLineEdit, QListWidget, QPlainTextEdit

from tests.support.program import SHIFT, Key, Program
from tests.ui.panels.details.editing import Start, editor, go_to, one_claim, part, press, type_in, values

MANY = "{topics: {choices: [war, sport, art, money, health, law, sea], many: true}}"


def test_delete_takes_a_choice_of_the_list_back_unless_something_is_typed(program: Program) -> None:
    go_to(program, "topic")
    press(program, Key.Key_7)
    assert values(program) == {"topic": "sea"}
    type_in("w")
    press(program, Key.Key_Backspace)
    assert values(program) == {"topic": "sea"}
    press(program, Key.Key_Delete)
    assert values(program) == {}


def test_enter_on_the_choice_that_is_chosen_keeps_it(program: Program) -> None:
    go_to(program, "topic")
    press(program, Key.Key_3)
    assert editor(program) == "topic"
    press(program, Key.Key_Return)
    assert values(program) == {"topic": "art"}
    assert editor(program) == ""
    assert part(program, QAbstractButton, "value-topic").hasFocus()


def test_a_digit_stands_where_it_chooses(program: Program) -> None:
    go_to(program, "topic")
    rows = part(program, QListWidget, "choiceRows")
    assert rows.item(1).text() == "2  sport"
    type_in("sp")
    assert rows.item(0).text().strip() == "sport"


def test_enter_adds_what_was_found_by_typing_and_the_next_can_be_typed(start_again: Start, tmp_path: Path) -> None:
    program = one_claim(start_again, tmp_path, MANY)
    program.press(Key.Key_Return)
    for words in ("spo", "mon"):
        type_in(words)
        press(program, Key.Key_Return)
        assert part(program, QLineEdit, "choiceFilter").text() == ""
    assert values(program) == {"topics": ["sport", "money"]}
    assert part(program, QListWidget, "choiceRows").count() == 7
    type_in("spo")
    press(program, Key.Key_Return)
    assert values(program) == {"topics": ["money"]}


def test_delete_takes_the_choice_of_the_chips_back(program: Program) -> None:
    go_to(program, "kind")
    press(program, Key.Key_2)
    assert values(program) == {"kind": "quantity"}
    press(program, Key.Key_Delete)
    assert values(program) == {}
    assert editor(program) == "kind"


def test_shift_enter_breaks_the_line_of_a_text_and_of_nothing_else(program: Program) -> None:
    go_to(program, "summary")
    type_in("first")
    press(program, Key.Key_Return, SHIFT)
    type_in("second")
    assert part(program, QPlainTextEdit, "valueField").toPlainText() == "first\nsecond"
    for _field in range(3):
        press(program, Key.Key_Tab)
    assert editor(program) == "amount"
    type_in("12")
    press(program, Key.Key_Return, SHIFT)
    type_in("3")
    press(program, Key.Key_Tab)
    assert values(program) == {"summary": "first\nsecond", "amount": 123}


def test_enter_on_a_field_that_stays_empty_leads_to_its_chip(program: Program) -> None:
    go_to(program, "amount")
    press(program, Key.Key_Return)
    assert editor(program) == ""
    assert part(program, QAbstractButton, "add-amount").hasFocus()


def test_enter_on_a_field_beyond_the_chips_leads_to_the_text(start_again: Start, tmp_path: Path) -> None:
    fields = ", ".join(f"a{number:03}: text" for number in range(102))
    program = one_claim(start_again, tmp_path, f"{{{fields}}}")
    program.press(Key.Key_Return)
    for _field in range(101):
        press(program, Key.Key_Tab)
    assert editor(program) == "a101"
    press(program, Key.Key_Return)
    assert editor(program) == ""
    assert program.view.hasFocus()
