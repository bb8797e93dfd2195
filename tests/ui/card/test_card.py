"""The card of an annotation is opened, filled and left by keys, in the real window."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from annotator.language.values.local_day import local_day
from annotator.ui.card.slot_frame import SlotFrame
from tests.support.program import ALT, SHIFT, Program
from tests.ui.card.carded import (
    AGAIN,
    ALL,
    CLAIM,
    CUE,
    OTHER,
    PART,
    QUOTE,
    SOURCE,
    annotation,
    card,
    focused,
    links,
    opened,
    part,
    select,
)

Key = Qt.Key


@pytest.fixture
def program(start_again: Callable[..., Program], tmp_path: Path) -> Program:
    return opened(start_again, tmp_path, (ALL, "f"), (PART, "f"), (QUOTE, "q"), (OTHER, "c"))


def test_it_opens_and_escape_leaves_it(program: Program) -> None:
    program.press(Key.Key_K)
    shown = card(program)
    assert shown
    assert shown.accessibleName() == "Claim card"
    assert focused(program) == "sentenceField"
    program.wait_for(lambda: program.part(QLabel, "mode").text() == "Card")
    program.press(Key.Key_Escape)
    assert card(program) is None
    assert program.part(QLabel, "mode").text() == ""
    assert program.view.hasFocus()
    assert program.session.selected_annotation == annotation(program, CLAIM)


def test_the_sentence_in_full_is_written(program: Program) -> None:
    program.press(Key.Key_K)
    program.press(Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    program.type("3,000 people crossed it.")
    program.press(Key.Key_Return)
    assert annotation(program, CLAIM).attributes["in_full"] == "3,000 people crossed it."
    assert focused(program) == "pill-kind"
    program.type("2")
    assert annotation(program, CLAIM).attributes["kind"] == "quantity"


def test_a_slot_is_filled_with_a_selection(program: Program) -> None:
    program.press(Key.Key_K)
    go(program, "fill-attributed_to")
    program.press(Key.Key_Return)
    assert program.view.hasFocus()
    assert program.part(QLabel, "mode").text() == "Select: source"
    select(program, SOURCE)
    program.press(Key.Key_Return)
    assert links(program) == [(CLAIM, "attributed_to", SOURCE)]
    assert focused(program) == "fill-attributed_to"
    before = len(program.document.annotations)
    program.session.undo()
    assert links(program) == []
    assert len(program.document.annotations) == before - 1


def test_escape_goes_back_to_the_chip(program: Program) -> None:
    program.press(Key.Key_K)
    go(program, "fill-cued_by")
    program.press(Key.Key_Return)
    select(program, CUE)
    program.press(Key.Key_Escape)
    assert focused(program) == "fill-cued_by"
    assert links(program) == []
    assert card(program)


def test_figures_inside_are_proposed_and_taken(program: Program) -> None:
    program.press(Key.Key_K)
    go(program, f"proposed-{annotation(program, ALL).id}")
    program.press(Key.Key_Return)
    assert links(program) == [(ALL, "quantifies", CLAIM)]
    assert focused(program) == f"proposed-{annotation(program, PART).id}"
    program.press(Key.Key_Return)
    assert len(links(program)) == 2
    assert part(program, f"row-{annotation(program, PART).id}")


@pytest.mark.parametrize("words", [QUOTE, f"{SOURCE}, said on Monday that {CLAIM}"], ids=["within", "around"])
def test_quotes_in_the_words_or_around_them_are_proposed(
    start_again: Callable[..., Program], tmp_path: Path, words: str
) -> None:
    program = opened(start_again, tmp_path, (words, "q"))
    program.press(Key.Key_K)
    go(program, f"proposed-{annotation(program, words).id}")
    program.press(Key.Key_Return)
    assert links(program) == [(CLAIM, "quoted_in", words)]
    program.session.undo()
    assert links(program) == []


def test_a_quote_elsewhere_fills_the_slot(program: Program) -> None:
    program.press(Key.Key_K)
    go(program, "fill-quoted_in")
    program.press(Key.Key_Return)
    select(program, "It wants a new bridge")
    program.press(Key.Key_Return)
    assert links(program) == [(CLAIM, "quoted_in", "It wants a new bridge")]
    assert part(program, f"row-{annotation(program, 'It wants a new bridge').id}")


def test_source_and_cue_are_proposed_by_the_sentence(start_again: Callable[..., Program], tmp_path: Path) -> None:
    program = opened(start_again, tmp_path, (SOURCE, "s"))
    program.press(Key.Key_K)
    go(program, f"proposed-{annotation(program, SOURCE).id}")
    program.press(Key.Key_Return)
    assert links(program) == [(CLAIM, "attributed_to", SOURCE)]
    assert focused(program) == "proposed-cue"
    program.press(Key.Key_Return)
    assert links(program) == [(CLAIM, "attributed_to", SOURCE), (CLAIM, "cued_by", CUE)]
    assert annotation(program, CUE).label == "cue"
    program.session.undo()
    assert ("cue", CUE) not in program.marks


def test_the_button_pressed_again_fills_the_slot_too(program: Program) -> None:
    program.press(Key.Key_K)
    chip = part(program, "fill-attributed_to")
    assert chip
    program.click_at(chip, chip.rect().center())
    assert "then Enter or the same button again" in program.said
    select(program, SOURCE)
    program.click_at(chip, chip.rect().center())
    assert links(program) == [(CLAIM, "attributed_to", SOURCE)]


def test_the_same_claim_elsewhere_is_proposed(start_again: Callable[..., Program], tmp_path: Path) -> None:
    program = opened(start_again, tmp_path, (AGAIN, "c"), (OTHER, "c"))
    program.press(Key.Key_K)
    program.wait_for(lambda: part(program, f"proposed-{annotation(program, AGAIN).id}") is not None)
    assert part(program, f"proposed-{annotation(program, OTHER).id}") is None
    go(program, f"proposed-{annotation(program, AGAIN).id}")
    program.press(Key.Key_Return)
    assert links(program) == [(AGAIN, "repeats", CLAIM)]


def test_verdict_and_state_by_digit(program: Program) -> None:
    program.press(Key.Key_K)
    go(program, "check-to-check")
    program.type("3")
    assert annotation(program, CLAIM).state == "confirmed"
    go(program, "check-supported")
    program.type("2")
    assert annotation(program, CLAIM).attributes["verdict"] == "refuted"
    program.type("2")
    assert "verdict" not in annotation(program, CLAIM).attributes


def test_the_next_card_and_the_next_to_check(program: Program) -> None:
    program.press(Key.Key_K)
    program.press(Key.Key_Down, ALT)
    assert program.session.selected_annotation == annotation(program, OTHER)
    assert card(program)
    program.press(Key.Key_Up, ALT)
    assert program.session.selected_annotation == annotation(program, CLAIM)
    go(program, "check-supported")
    program.type("1")
    program.press(Key.Key_K, Qt.KeyboardModifier.ControlModifier | SHIFT)
    assert program.session.selected_annotation == annotation(program, OTHER)


def test_a_row_leads_to_its_own_card_and_back(program: Program) -> None:
    program.press(Key.Key_K)
    go(program, f"proposed-{annotation(program, ALL).id}")
    program.press(Key.Key_Return)
    go(program, f"row-{annotation(program, ALL).id}")
    program.press(Key.Key_F4)
    shown = card(program)
    assert shown
    assert shown.accessibleName() == "Figure card"
    program.press(Key.Key_Escape)
    assert shown.accessibleName() == "Claim card"
    assert focused(program) == f"row-{annotation(program, ALL).id}"


def test_a_row_is_taken_out(program: Program) -> None:
    program.press(Key.Key_K)
    go(program, f"proposed-{annotation(program, ALL).id}")
    program.press(Key.Key_Return)
    go(program, f"row-{annotation(program, ALL).id}")
    program.press(Key.Key_Delete)
    assert links(program) == []
    assert annotation(program, ALL)


def test_today(program: Program) -> None:
    program.press(Key.Key_K)
    go(program, "offered-checked_on")
    program.press(Key.Key_Return)
    assert annotation(program, CLAIM).attributes["checked_on"] == local_day(program.session.now())
    assert part(program, "offered-checked_on") is None


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="needs a system whose time zone can be set")
def test_today_is_that_of_the_time_zone(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    now = datetime.fromisoformat(program.session.now())
    east = now.hour >= 12  # there it is tomorrow; before noon it is yesterday in the west
    monkeypatch.setenv("TZ", "XXX-14" if east else "XXX12")
    time.tzset()
    try:
        program.press(Key.Key_K)
        go(program, "offered-checked_on")
        program.press(Key.Key_Return)
    finally:
        monkeypatch.undo()
        time.tzset()
    day = now.date() + timedelta(days=1 if east else -1)
    assert annotation(program, CLAIM).attributes["checked_on"] == day.isoformat()


def test_today_and_another_day_stand_in_one_line(program: Program) -> None:
    program.press(Key.Key_K)
    program.wait_for(lambda: part(program, "cardNote") is not None)
    today, other = part(program, "offered-checked_on"), part(program, "add-checked_on")
    assert isinstance(today, QAbstractButton)
    assert isinstance(other, QAbstractButton)
    assert [today.text(), other.text()] == ["Today", "Another day"]
    assert today.y() == other.y()
    go(program, "add-checked_on")
    program.press(Key.Key_Return)
    assert part(program, "offered-checked_on") is None


def test_links_and_pieces_of_evidence_have_different_names(program: Program) -> None:
    def named(words: str) -> int:
        parts = [*program.window.findChildren(QLabel), *program.window.findChildren(QAbstractButton)]
        return sum(it.isVisible() and it.text() == words for it in parts)

    assert (named("Evidence"), named("Evidence links")) == (1, 1)
    program.press(Key.Key_K)
    program.wait_for(lambda: part(program, "add-evidence") is not None and part(program, "addEvidence") is not None)
    links = part(program, "add-evidence")
    assert isinstance(links, QAbstractButton)
    titles = [it.accessibleName() for it in program.window.findChildren(SlotFrame) if it.isVisible()]
    assert (titles.count("Evidence"), links.text()) == (1, "Evidence links")


def test_words_with_quotation_marks_are_said_with_one_pair(program: Program) -> None:
    program.session.select(annotation(program, QUOTE).id, show=True)
    program.view.setFocus()
    program.press(Key.Key_Delete)
    assert program.session.history.undoText() == "Remove “one single day”"


def go(program: Program, name: str) -> None:
    """Go to a part of the card by Tab and the arrows."""
    for _slot in range(20):
        first = focused(program)
        while True:
            if focused(program) == name:
                return
            program.press(Key.Key_Down)
            if focused(program) == first:
                break
        program.press(Key.Key_Tab)
    pytest.fail(f"{name} is not reached: {focused(program)}")


def test_linking_takes_its_place_for_a_while(program: Program) -> None:
    program.press(Key.Key_K)
    program.view.setFocus()
    program.press(Key.Key_L)
    assert program.part(QWidget, "linkPanel").isVisible()
    assert card(program) is None
    program.press(Key.Key_Escape)
    assert card(program)
    assert program.view.hasFocus()
    program.press(Key.Key_Escape)
    assert card(program) is None


def test_a_chord_from_the_text_goes_into_the_card(program: Program) -> None:
    program.press(Key.Key_K)
    program.view.setFocus()
    program.type("v1")
    program.wait_for(lambda: part(program, "check-supported") is not None)
    chip = part(program, "check-supported")
    assert isinstance(chip, QAbstractButton)
    assert chip.isChecked()
    assert program.session.selected_annotation == annotation(program, CLAIM)


def test_it_follows_undo_and_goes_with_its_annotation(program: Program) -> None:
    program.press(Key.Key_K)
    go(program, "check-to-check")
    program.type("2")
    program.press(Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert annotation(program, CLAIM).state == ""
    asked = part(program, "check-asked")
    assert isinstance(asked, QAbstractButton)
    assert not asked.isChecked()
    program.view.setFocus()
    program.press(Key.Key_Delete)
    assert card(program) is None


def test_a_label_without_attributes_and_relations_has_no_card(
    start_again: Callable[..., Program], tmp_path: Path
) -> None:
    (tmp_path / "town.txt").write_text("One two three.\n", "utf-8")
    scheme = "format: annotation-scheme\nversion: 1\nid: plain\nlabels:\n- {id: thing, key: t}\n"
    (tmp_path / "scheme.yaml").write_text(scheme, "utf-8")
    program = start_again(tmp_path)
    program.wait_opened("town.txt")
    program.type("t")
    program.press(Key.Key_K)
    assert card(program) is None
    assert program.said == "The scheme has neither attributes nor relations for a thing, so it has no card"


def test_the_card_of_another_scheme_is_what_that_makes_it(start_again: Callable[..., Program], tmp_path: Path) -> None:
    (tmp_path / "town.txt").write_text("The mayor hired two clerks.\n", "utf-8")
    scheme = (
        "format: annotation-scheme\nversion: 1\nid: people\nlabels:\n"
        "- {id: person, key: p, attributes: {role: [boss, worker], born: date}}\n- {id: deed, key: d}\n"
        "relations:\n- {id: hires, from: person, to: person}\n- {id: does, from: person, to: deed}\n"
    )
    (tmp_path / "scheme.yaml").write_text(scheme, "utf-8")
    program = start_again(tmp_path)
    program.wait_opened("town.txt")
    for words, key in (("two clerks", "p"), ("hired", "d"), ("The mayor", "p")):
        program.select(words)
        program.type(key)
    program.press(Key.Key_K)
    shown = card(program)
    assert shown
    assert shown.accessibleName() == "Person card"
    program.wait_for(lambda: part(program, "cardNote") is not None)
    names = [it.accessibleName() for it in shown.findChildren(SlotFrame) if it.isVisible() and it.accessibleName()]
    assert sorted(names) == ["Choices", "Does", "Hires", "More", "Note", "Queries", "State of check", "Wording"]
    go(program, "fill-hires")
    program.press(Key.Key_Return)
    program.session.move_caret(len("The mayor hired two clerks"), len("The mayor hired "))
    program.press(Key.Key_Return)
    assert links(program) == [("The mayor", "hires", "two clerks")]


def test_the_same_claim_in_another_article_is_shown_and_opened(
    start_again: Callable[..., Program], tmp_path: Path
) -> None:
    (tmp_path / "later.txt").write_text(f"Yesterday {AGAIN.lower()}, the port said.\n", "utf-8")
    program = opened(start_again, tmp_path)
    program.press(Key.Key_Down, ALT)
    program.wait_opened("later.txt")
    program.session.move_caret(len("Yesterday ") + len(AGAIN), len("Yesterday "))
    program.view.setFocus()
    program.type("c")
    program.wait_saved()
    there = program.session.selected_annotation
    assert there
    program.press(Key.Key_Up, ALT)
    program.wait_opened("bridge.txt")
    program.session.select(annotation(program, CLAIM).id)
    program.press(Key.Key_K)
    name = f"proposed-later.txt-{there.id}"
    program.wait_for(lambda: part(program, name) is not None)
    go(program, name)
    program.press(Key.Key_Return)
    program.wait_opened("later.txt")
    assert program.session.selected_annotation == there


def test_the_evidence_has_its_place_between_the_slots(program: Program) -> None:
    program.press(Key.Key_K)
    go(program, "addEvidence")
    program.press(Key.Key_Escape)
    assert card(program) is None
