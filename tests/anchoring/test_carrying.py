"""Read ranges in a changed article."""

from __future__ import annotations

import pytest

from annotator.anchoring.carrying import carried
from annotator.model.span import Span

ONE, TWO, THREE = "The mayor resigned on Monday.", "About 40 people were in the hall.", "It was raining all day."
OLD = f"{ONE} {TWO} {THREE}"
READ = [Span(0, len(OLD))]


def words(new: str, ranges: list[Span]) -> list[str]:
    return [span.of(new) for span in carried(OLD, new, ranges)]


def test_sentences_that_stand_together_stay_one_range() -> None:
    assert words(f"Late news. {OLD}", READ) == [OLD]


@pytest.mark.parametrize(
    ("new", "left"),
    [
        (f"{ONE} About 45 people were in the hall. {THREE}", [ONE, THREE]),
        (f"{ONE} Nobody said why. {TWO} {THREE}", [ONE, f"{TWO} {THREE}"]),
        (f"{ONE} {THREE}", [f"{ONE} {THREE}"]),
    ],
)
def test_what_is_new_or_edited_is_not_read(new: str, left: list[str]) -> None:
    assert words(new, READ) == left


def test_a_part_of_a_sentence_is_not_carried() -> None:
    assert words(f"Late news. {OLD}", [Span(0, 9)]) == []


def test_without_the_old_text_nothing_is() -> None:
    assert carried(None, OLD, READ) == ()
