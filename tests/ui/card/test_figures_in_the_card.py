"""Figures in the card of a claim: their reading, what a rule has read, and what follows from two of them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel

from annotator.model.annotation import Value
from annotator.model.attribute_edits import set_each
from annotator.model.relation_edits import relate
from tests.support.filled_by_rule import filled_by_rule
from tests.support.program import CTRL, Program
from tests.ui.card.carded import AGAIN, ALL, CLAIM, PART, TEXT, annotation, card, mark, opened, part, select

Key = Qt.Key


@pytest.fixture
def program(start_again: Callable[..., Program], tmp_path: Path) -> Program:
    """A claim with two figures, of which one is part of the other, and its card."""
    program = opened(start_again, tmp_path, (ALL, "f"), (PART, "f"))
    for words, type, other in ((ALL, "quantifies", CLAIM), (PART, "quantifies", CLAIM), (PART, "part_of", ALL)):
        session, source, target = program.session, annotation(program, words), annotation(program, other)
        change = relate(session.document, session.scheme, source.id, target.id, type, id=session.new_id())
        session.do(change, "link")
    program.press(Key.Key_K)
    return program


def row(program: Program, words: str) -> QAbstractButton:
    found = part(program, f"row-{annotation(program, words).id}")
    assert isinstance(found, QAbstractButton)
    return found


def read(program: Program, words: str, **values: Value) -> None:
    """Let a rule read values of the figure."""
    session, id = program.session, annotation(program, words).id
    none = dict.fromkeys(annotation(program, words).attributes)
    bare = set_each(session.document, {id: none}, now=session.now())
    session.do(bare, "empty")
    session.do(filled_by_rule(session.document.annotations[id], values), "fill")


def test_most_is_said_as_more_than_half(program: Program) -> None:
    read(program, ALL, low=0.5, modifier="vague", kind="proportion")
    program.wait_for(lambda: "more than half" in row(program, ALL).accessibleName())
    program.session.select(annotation(program, ALL).id)
    program.press(Key.Key_Escape)
    program.wait_for(lambda: program.part(QAbstractButton, "value-low").isVisible())
    assert "0.5 (50 %)" in program.part(QAbstractButton, "value-low").accessibleName()


def test_the_share_of_a_part_is_shown_and_never_stored(program: Program, tmp_path: Path) -> None:
    for words, value in ((ALL, 3000), (PART, 2400)):
        read(program, words, value=value)
    shown = card(program)
    assert shown
    lines = [it.text() for it in shown.findChildren(QLabel, "derivedLines") if it.isVisible()]
    assert lines == ["2,400 is part of 3,000: 80 %"]
    program.wait_saved()
    assert "80 %" not in next(tmp_path.glob("bridge*.yaml")).read_text("utf-8")


@pytest.mark.parametrize(
    ("relation", "there", "line"),
    [
        ("repeats", {"value": 3000}, "Both fit: 3,000 there, about 3,000 here"),
        ("repeats", {"low": 2000, "modifier": "vague"}, "Both fit: at least 2,000 there, about 3,000 here"),
        ("repeats", {"low": 2500, "high": 2900}, "Both fit: 2,500–2,900 there, about 3,000 here"),
        ("repeats", {"value": 2000, "modifier": "at-most"}, "They do not fit: at most 2,000 there, about 3,000 here"),
        ("contradicts", {"value": 4000}, "They do not fit: 4,000 there, about 3,000 here"),
        ("updates", {"value": 4000}, ""),
        ("repeats", {"value": 3000, "kind": "money"}, ""),
        ("repeats", {"value": 3000, "counted": "bicycles"}, ""),
    ],
)
def test_whether_the_figures_of_a_claim_said_again_fit(
    program: Program, relation: str, there: dict[str, Value], line: str
) -> None:
    mark(program, AGAIN, "c")
    other = TEXT.index("3,000", TEXT.index(AGAIN))
    program.session.move_caret(other + 5, other)
    program.type("f")
    second = annotation(program, "3,000", other)
    read(program, ALL, value=3000, modifier="about", kind="count", counted="people")
    bare = dict.fromkeys(second.attributes) | {"kind": "count", "counted": "people"} | there
    session, claim, again = program.session, annotation(program, CLAIM), annotation(program, AGAIN)
    session.do(set_each(session.document, {second.id: bare}, now=session.now()), "fill")
    for source, target, type in ((second, again, "quantifies"), (claim, again, relation)):
        change = relate(session.document, session.scheme, source.id, target.id, type, id=session.new_id())
        session.do(change, "link")
    session.select(claim.id)
    shown = card(program)
    assert shown
    lines = [it.text() for it in shown.findChildren(QLabel, "derivedLines") if it.isVisible()]
    assert lines == ["2,400 is part of 3,000: 80 %", *([line] if line else [])]


def test_what_a_rule_has_read_is_confirmed_by_enter(program: Program) -> None:
    read(program, ALL, value=3000, modifier="about")
    shown = row(program, ALL)
    assert shown.accessibleName() == "figure, some 3,000, 3,000, about, read by rule. Enter confirms it"
    shown.setFocus()
    program.press(Key.Key_Return)
    assert annotation(program, ALL).by_rule == ()
    assert shown.accessibleName() == "figure, some 3,000, 3,000, about"
    program.press(Key.Key_Z, CTRL)
    assert annotation(program, ALL).by_rule == ("value", "modifier")


def test_the_same_choice_again_confirms_it(program: Program) -> None:
    read(program, ALL, value=3000, modifier="about")
    row(program, ALL).setFocus()
    program.press(Key.Key_F4)
    pill = part(program, "pill-modifier")
    assert isinstance(pill, QAbstractButton)
    assert pill.accessibleName() == "Modifier: about. read by rule"
    pill.setFocus()
    program.type("2")
    assert annotation(program, ALL).by_rule == ("value",)
    assert annotation(program, ALL).attributes["modifier"] == "about"


def test_a_figure_that_fills_a_slot_is_read_in_the_same_step(
    start_again: Callable[..., Program], tmp_path: Path
) -> None:
    program = opened(start_again, tmp_path)
    program.press(Key.Key_K)
    chip = part(program, "fill-quantifies<")
    assert isinstance(chip, QAbstractButton)
    chip.setFocus()
    program.press(Key.Key_Return)
    select(program, ALL)
    program.press(Key.Key_Return)
    figure = annotation(program, ALL)
    assert figure.attributes["value"] == 3000
    assert "value" in figure.by_rule
    program.session.undo()
    assert ("figure", ALL) not in program.marks
