"""Values that a rule has read are shown as such until a person confirms them; state and wording are shown where set."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QAbstractButton, QApplication

from annotator.model.annotation import Annotation, Value
from annotator.model.check_edits import set_state, set_wording
from annotator.ui.widgets.words.runs_text import RunsText
from tests.support.filled_by_rule import filled_by_rule
from tests.support.program import CTRL, Key, Program
from tests.ui.panels.details.editing import editor, part, press, type_in


def selected(program: Program) -> Annotation:
    found = program.session.selected_annotation
    assert found
    return found


def fill(program: Program) -> None:
    """Fill two attributes of the selected claim by rule."""
    program.session.do(filled_by_rule(selected(program), {"summary": "One", "amount": 1}), "fill")


def row(program: Program, name: str) -> QAbstractButton:
    return part(program, QAbstractButton, f"value-{name}")


def test_enter_confirms_and_is_one_step(program: Program) -> None:
    fill(program)
    amount = row(program, "amount")
    assert amount.accessibleName() == "Amount: 1. read by rule, Enter confirms it"
    amount.setFocus()
    press(program, Key.Key_Return)
    assert selected(program).by_rule == ("summary",)
    assert amount.accessibleName() == "Amount: 1"
    assert program.session.history.undoText() == "Confirm amount of “One”"
    program.press(Key.Key_Z, CTRL)
    assert selected(program).by_rule == ("summary", "amount")


def test_a_click_on_the_check_confirms_and_one_beside_it_opens(program: Program) -> None:
    fill(program)
    amount = row(program, "amount")
    program.click_at(amount, QPoint(amount.width() - 12, 16))
    assert selected(program).by_rule == ("summary",)
    summary = row(program, "summary")
    program.click_at(summary, QPoint(40, 16))
    assert selected(program).by_rule == ("summary",)
    assert editor(program) == "summary"


def test_a_change_confirms(program: Program) -> None:
    fill(program)
    row(program, "amount").click()
    type_in("2")
    press(program, Key.Key_Return)
    assert selected(program).by_rule == ("summary",)


def test_what_is_not_understood_in_the_end_confirms_nothing(program: Program) -> None:
    fill(program)
    row(program, "amount").click()
    press(program, Key.Key_A, CTRL)
    for typed, amount in (("2", 2), (" or so", 1)):
        type_in(typed)
        program.wait_for(lambda amount=amount: selected(program).attributes["amount"] == amount)
    assert selected(program).by_rule == ("summary", "amount")


def test_state_and_wording_are_shown_where_they_are_set(program: Program) -> None:
    session, id = program.session, selected(program).id
    session.do(set_state(session.document, [id], "asked", now=session.now()), "state")
    state = row(program, "State of check")
    assert state.accessibleName() == "State of check: … asked"
    session.do(set_wording(session.document, id, {"old": "One", "new": "Two"}, now=session.now()), "wording")
    assert row(program, "Proposed wording").accessibleName() == "Proposed wording: Two"
    assert part(program, RunsText, "wordingLine").accessibleName() == "One, proposed: Two"
    row(program, "Proposed wording").click()
    assert QApplication.focusWidget()
    type_in(" or three")
    press(program, Key.Key_Return)
    assert selected(program).wording == {"old": "One", "new": "Two or three"}


def test_the_author_takes_or_refuses_a_wording_by_a_digit(program: Program) -> None:
    session, id = program.session, selected(program).id
    session.do(set_wording(session.document, id, {"old": "One", "new": "Two"}, now=session.now()), "wording")
    answer = row(program, "Author’s answer")
    assert answer.accessibleName() == "Author’s answer: open"
    answer.click()
    type_in("2")
    assert selected(program).wording == {"old": "One", "new": "Two", "answer": "refused"}
    assert program.session.history.undoText() == "Answer the wording for “One”: refused"
    press(program, Key.Key_Escape)
    assert row(program, "Author’s answer").accessibleName() == "Author’s answer: refused"


def test_another_answer_of_the_file_is_shown_and_kept(program: Program) -> None:
    session, id = program.session, selected(program).id
    wording: dict[str, Value] = {"old": "One", "new": "Two", "answer": "after the deadline"}
    session.do(set_wording(session.document, id, wording, now=session.now()), "wording")
    answer = row(program, "Author’s answer")
    assert answer.accessibleName() == "Author’s answer: after the deadline"
    answer.click()
    press(program, Key.Key_Escape)
    assert selected(program).wording == wording
    row(program, "Author’s answer").click()
    type_in("3")
    assert selected(program).wording == {"old": "One", "new": "Two"}
