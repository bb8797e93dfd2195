"""Changes between two versions of a text: all of them, in order, and the places that correspond."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.anchoring.blanks import seen
from annotator.anchoring.text_changes import TextChanges
from annotator.model.span import Span
from tests.support.edited_articles import edited

OLD = (
    "The mayor resigned on Monday after the vote. About 40 people were in the hall. It was raining all day.\n\n"
    "The ferry runs every 30 minutes. Nobody was hurt when the crane came down.\n"
)


def told(old: str, new: str) -> list[tuple[str, str]]:
    """Return the words that have gone and those that have come, change by change."""
    found = TextChanges(old, new).changes
    return [(one.old.of(old) if one.old else "", one.new.of(new) if one.new else "") for one in found]


@pytest.mark.parametrize(
    ("before", "after", "changes"),
    [
        ("40 people", "45 people", [("40", "45")]),
        (" after the vote", "", [("after the vote", "")]),
        ("It was", "Nobody came, and it was", [("It", "Nobody came, and it")]),
        ("all day.\n\n", "all day. ", []),
        ("The ferry runs every 30 minutes. ", "", [("The ferry runs every 30 minutes.", "")]),
    ],
)
def test_what_has_gone_and_what_has_come(before: str, after: str, changes: list[tuple[str, str]]) -> None:
    assert told(OLD, OLD.replace(before, after)) == changes


def test_nothing_has_changed_in_the_same_text_and_where_only_blanks_differ() -> None:
    assert told(OLD, OLD) == []
    assert told(OLD, OLD.replace(" ", "\n")) == []
    assert told("", "") == []


def test_a_moved_sentence_has_gone_here_and_come_there() -> None:
    moved = "Nobody was hurt when the crane came down."
    new = OLD.replace(f" {moved}", "").replace("The mayor", f"{moved} The mayor")
    found = told(OLD, new)
    assert ("", moved) in found
    assert (moved, "") in found


@given(st.integers(0, 10**6), st.sampled_from([0.02, 0.1, 0.4]))
def test_the_old_text_with_all_changes_is_the_new_one_but_for_blanks(seed: int, rate: float) -> None:
    new = edited(OLD, rate, random.Random(seed)).new
    parts, at = [], 0
    for one in TextChanges(OLD, new).changes:
        parts += [OLD[at : one.old_at], one.new.of(new) if one.new else ""]
        at = one.old.end if one.old else one.old_at
    assert seen("".join([*parts, OLD[at:]])) == seen(new)


@given(st.integers(0, 10**6))
def test_places_ascend_and_words_that_stayed_are_found_in_both(seed: int) -> None:
    new = edited(OLD, 0.1, random.Random(seed)).new
    compared = TextChanges(OLD, new)
    there = [compared.in_new(offset) for offset in range(len(OLD) + 1)]
    assert there == sorted(there)
    assert all(0 <= offset <= len(new) for offset in there)
    back = [compared.in_old(offset) for offset in range(len(new) + 1)]
    assert back == sorted(back)


def test_spans_are_found_in_the_old_text() -> None:
    new = "Late news. " + OLD.replace("40 people", "45 people")
    compared = TextChanges(OLD, new)
    words = ["resigned on Monday", "Late news", "45 people"]
    spans = [Span(new.index(one), new.index(one) + len(one)) for one in words]
    found = compared.spans_in_old(spans)
    assert [span.of(OLD) if span else "" for span in found] == ["resigned on Monday", "", "40 people"]
