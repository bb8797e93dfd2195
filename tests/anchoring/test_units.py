"""Sentences of any script."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.anchoring.units import LONGEST, units


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One. Two? “Three!” Four", ["One.", "Two?", "“Three!”", "Four"]),
        ("Title\n\nIt cost 3.5 m.\n", ["Title", "It cost 3.5 m."]),
        ("市长辞职。他没有说原因。", ["市长辞职。", "他没有说原因。"]),
        ("هل عاد؟ نعم.", ["هل عاد؟", "نعم."]),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert [unit.of(text) for unit in units(text)] == expected


@given(st.text())
def test_units_leave_out_nothing_but_blanks(text: str) -> None:
    found = units(text)
    ends = [0, *(unit.end for unit in found)]
    starts = [*(unit.start for unit in found), len(text)]

    assert all(not text[end:start].strip() for end, start in zip(ends, starts, strict=True))


def test_a_text_without_punctuation_is_cut_at_the_same_words() -> None:
    words = [f"word{number}" for number in range(2_000)]
    one, other = " ".join(words), " ".join(["inserted", *words])
    pieces = {unit.of(one) for unit in units(one)}

    assert len(pieces) > 50
    assert len(pieces & {unit.of(other) for unit in units(other)}) >= len(pieces) - 1


def test_no_piece_is_longer_than_can_be_compared() -> None:
    assert max(len(unit) for unit in units("x" * 100_000)) <= LONGEST


def test_a_long_sentence_is_cut_after_its_clauses() -> None:
    clauses = [f"clause number {number} says something of its own," for number in range(20)]
    assert [unit.of(" ".join(clauses)) for unit in units(" ".join(clauses))] == clauses
    assert len(units(" ".join(clauses[:5]))) == 1


def test_a_long_stretch_of_blanks_is_no_piece() -> None:
    text = "x" + " " * 9_000 + "y."
    assert [unit.of(text) for unit in units(text)] == ["x", "y."]
