"""Values that a rule has read are shown as such until a person confirms them; state and wording are shown where set."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QAbstractButton, QApplication

from annotator.model.annotation import Annotation
from annotator.model.attribute_edits import fill_by_rule
from annotator.model.check_edits import set_state, set_wording
from tests.support.program import CTRL, Key, Program
from tests.ui.panels.details.editing import editor, part, press, type_in


def selected(program: Program) -> Annotation:
    found = program.session.selected_annotation
    assert found
    return found


def fill(program: Program) -> None:
    """Fill two attributes of the selected claim by rule."""
    session = program.session
    change = fill_by_rule(session.document, selected(program).id, {"summary": "One", "amount": 1}, now=session.now())
    session.do(change, "fill")


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


def test_state_and_wording_are_shown_where_they_are_set(program: Program) -> None:
    session, id = program.session, selected(program).id
    session.do(set_state(session.document, [id], "asked", now=session.now()), "state")
    state = row(program, "State of check")
    assert state.accessibleName() == "State of check: … asked"
    session.do(set_wording(session.document, id, {"old": "One", "new": "Two"}, now=session.now()), "wording")
    assert row(program, "Proposed wording").accessibleName() == "Proposed wording: One → Two"
    row(program, "Proposed wording").click()
    assert QApplication.focusWidget()
    type_in(" or three")
    press(program, Key.Key_Return)
    assert selected(program).wording == {"old": "One", "new": "Two or three"}
