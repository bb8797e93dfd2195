"""The panel of the comparison with the mouse: rows, cards, what is decided, and the question for a reason."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from annotator.model.kinds.decisions import Decision
from annotator.ui.article_page.pills.people_line import PeopleLine
from annotator.ui.review.compare.agreement_table import AgreementTable
from annotator.ui.review.compare.compare_panel import ComparePanel
from annotator.ui.review.compare.current_head import CurrentHead
from annotator.ui.review.compare.difference_list import DifferenceList
from annotator.ui.review.compare.so_far import SoFar
from annotator.ui.review.compare.versions_pane import VersionsPane
from annotator.ui.review.progress_line import ProgressLine
from annotator.ui.widgets.buttons.pill import Pill
from tests.support.program import CTRL, SHIFT, Key, Program
from tests.support.review.annotators import copy_annotators

Start = Callable[..., Program]


@pytest.fixture
def program(start_again: Start, tmp_path: Path) -> Program:
    """Sam decides on the final version of three."""
    program = start_again(copy_annotators(tmp_path) / "ferry.txt", annotator="sam")
    program.window.resize(1400, 900)
    program.press(Key.Key_F9, SHIFT)
    program.wait_for(lambda: isinstance(QApplication.focusWidget(), DifferenceList))
    return program


def took(program: Program) -> list[tuple[str, str]]:
    return [(one.took, one.why) for one in program.document.of(Decision).values()]


def labels(program: Program) -> list[str]:
    return [label.text() for label in program.part(ComparePanel).findChildren(QLabel) if label.isVisible()]


def test_a_click_on_a_card_takes_that_version(program: Program) -> None:
    cards = program.part(VersionsPane)
    program.click_at(cards, QPoint(cards.width() // 2, 20))
    assert took(program) == [("ann", "")]
    program.click_at(cards, QPoint(cards.width() // 2, cards.height() - 4))
    assert len(took(program)) == 1  # beside the cards


def test_a_click_on_a_row_shows_that_difference(program: Program) -> None:
    view = program.part(DifferenceList)
    heading, last = view.model().index(0, 0), view.model().index(view.model().rowCount() - 1, 0)
    program.click_at(view.viewport(), view.visualRect(last).center())
    shown = program.part(VersionsPane).accessibleName()
    assert "second boat" in shown or "letter" not in shown
    program.click_at(view.viewport(), view.visualRect(heading).center())
    assert program.part(VersionsPane).accessibleName() == shown


def test_a_reason_is_chosen_with_the_mouse_and_stands_with_the_decision(program: Program) -> None:
    program.type("1r")
    assert "Why “that some 4,000 people had signed a letter” was decided so" in labels(program)
    chip = program.part(ComparePanel).findChild(Pill, "reason-slip")
    assert isinstance(chip, Pill)
    program.click_at(chip, chip.rect().center())
    assert took(program) == [("ann", "slip")]
    assert isinstance(QApplication.focusWidget(), DifferenceList)
    program.press(Key.Key_Tab, SHIFT)
    assert "Followed ann · slip · sam" in labels(program)


def test_one_key_leads_out_of_the_question_and_decides_nothing(program: Program) -> None:
    program.type("0r")
    field = program.part(ComparePanel).findChild(QLineEdit, "reasonField")
    assert isinstance(field, QLineEdit)
    assert field.hasFocus()
    program.press(Key.Key_Escape)
    assert isinstance(QApplication.focusWidget(), DifferenceList)
    assert took(program) == [("none", "")]
    assert program.part(ComparePanel).isVisible()


def colours_of(program: Program) -> set[str]:
    """Colours of the cards, as they are painted."""
    picture = program.part(VersionsPane).grab().toImage()
    return {
        picture.pixelColor(x, y).name().upper() for x in range(0, picture.width(), 2) for y in range(picture.height())
    }


def test_what_differs_in_the_words_is_lit(program: Program) -> None:
    lit = program.window.findChild(VersionsPane)
    assert lit is not None
    ground = "#FBEFD9"
    assert ground in colours_of(program)  # edges differ
    for _step in range(4):
        program.press(Key.Key_Tab)
    assert "The owner calls this" in lit.accessibleName()
    assert ground not in colours_of(program)  # only one has it


def test_progress_and_what_was_decided_are_shown_and_taken_back(program: Program) -> None:
    line, so_far = program.part(ProgressLine), program.window.findChild(SoFar)
    assert so_far is not None
    assert (line.value(), line.maximum(), so_far.isVisible()) == (0, 6, False)
    program.type("120")
    assert (line.value(), line.accessibleName()) == (3, "3 of 6 decided")
    assert so_far.accessibleName() == (
        "Decided so far, ann followed: 1, ben followed: 1, cem followed: 0, An own version: 0, None is right: 1"
    )
    program.type("mu")
    assert "An own version: 1" in so_far.accessibleName()
    for _step in range(4):
        program.press(Key.Key_Z, CTRL)
    assert (line.value(), so_far.isVisible()) == (0, False)


def test_the_header_says_how_the_lanes_are_read(program: Program) -> None:
    hint = program.window.findChild(QLabel, "readingProgress")
    assert isinstance(hint, QLabel)
    assert hint.text() == "Alike is pale, different is in full colour"
    program.press(Key.Key_Escape)
    program.wait_for(lambda: hint.text() == "0 of 6 sentences read")


def test_the_header_names_who_is_compared_unless_names_are_hidden(program: Program) -> None:
    people = program.part(PeopleLine)
    assert people.accessibleName() == "Compared: A ann, B ben, C cem"
    assert people.isVisible()
    program.type("h")
    assert people.accessibleName() == "Compared: A, B, C"
    program.type("h")
    program.press(Key.Key_Escape)
    program.wait_for(lambda: people.isHidden())


def test_an_annotator_called_none_is_followed(start_again: Start, tmp_path: Path) -> None:
    folder = copy_annotators(tmp_path / "news")
    for old in folder.glob("ferry.annotations.ben.yaml"):
        text = old.read_text("utf-8").replace('annotator: "ben"', 'annotator: "none"')
        old.with_name("ferry.annotations.none.yaml").write_text(text, "utf-8")
        old.unlink()
    program = start_again(folder / "ferry.txt", annotator="sam")
    program.press(Key.Key_F9, SHIFT)
    program.wait_for(lambda: isinstance(QApplication.focusWidget(), DifferenceList))
    program.type("3")
    assert took(program) == [(".none", "")]
    assert len(program.marks) == 1
    program.press(Key.Key_Tab, SHIFT)
    assert any(one.startswith("Followed none") for one in labels(program))
    program.type("0")
    assert took(program) == [("none", "")]
    assert program.marks == []


def guideline(program: Program) -> str:
    note = program.part(ComparePanel).findChild(QLabel, "guidelineWords")
    return note.text() if isinstance(note, QLabel) and note.isVisible() else ""


def test_the_guideline_of_the_labels_stands_below_the_versions(program: Program) -> None:
    claim, number = (
        "A clause that says something is so. It begins after the word “that”.",
        "A number with what it counts.",
    )
    assert guideline(program) == claim
    program.press(Key.Key_Tab)
    assert guideline(program) == number
    program.press(Key.Key_Tab, times=2)  # a difference of labels
    assert guideline(program).count("\n") == 1


def test_each_number_of_the_agreement_leads_to_the_next_difference_behind_it(program: Program) -> None:
    table, head = program.part(AgreementTable), program.part(CurrentHead)
    program.wait_for(table.isVisible)
    assert "claim: same span 0.67, overlap 0.83. " in table.accessibleName()
    seen = []
    for _time in range(3):
        program.click_at(table, table.cell_rect(1).center().toPoint())  # overlaps of claims
        seen.append(head.accessibleName())
    assert seen == ["Difference 5 of 6, Marked by some only", "Difference 6 of 6, Marked by some only", seen[0]]
    for _time in range(2):
        program.click_at(table, table.cell_rect(0).center().toPoint())  # the same span of claims
    assert head.accessibleName() == "Difference 1 of 6, Edges"


def test_the_agreement_is_reached_with_keys(program: Program) -> None:
    table, head = program.part(AgreementTable), program.part(CurrentHead)
    program.wait_for(table.isVisible)
    while not table.hasFocus():
        program.press(Key.Key_F6)
    before = head.accessibleName()
    program.press(Key.Key_Right)
    program.press(Key.Key_Return)
    assert head.accessibleName() != before
    assert head.accessibleName().endswith("Marked by some only")
    table.setFocus()
    program.press(Key.Key_Escape)
    assert isinstance(QApplication.focusWidget(), DifferenceList)
