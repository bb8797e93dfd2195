"""Corrections and times of an article whose text has changed."""

from __future__ import annotations

import pytest

from annotator.anchoring.article_places import placed_in
from annotator.model.annotation import Value

OLD = "The mayor resigned on Monday. About 12 people were in the hall. It was raining all day."


def correction(text: str, words: str, old: str = "15") -> dict[str, Value]:
    start = text.index(words)
    return {"start": start, "end": start + len(words), "old": old, "new": words}


def deletion(at: int) -> dict[str, Value]:
    return {"start": at, "end": at, "old": "gone", "new": ""}


def test_a_correction_goes_along_with_its_words() -> None:
    new = f"Late news. {OLD}"
    about: dict[str, Value] = {"origin": {"file": "a.docx"}, "corrections": [correction(OLD, "12")]}
    assert placed_in(OLD, new, about) == ({**about, "corrections": [correction(new, "12")]}, {})


def test_its_words_are_those_of_the_new_text() -> None:
    new = OLD.replace(" ", "\n")
    placed = {"corrections": [correction(new, "on\nMonday")]}
    assert placed_in(OLD, new, {"corrections": [correction(OLD, "on Monday")]}) == (placed, {})


def test_blanks_at_its_ends_stay() -> None:
    new = f"Late news. {OLD}"
    placed = {"corrections": [correction(new, " resigned ")]}
    assert placed_in(OLD, new, {"corrections": [correction(OLD, " resigned ")]}) == (placed, {})


@pytest.mark.parametrize(
    "words", ["", "The", "The ", "The mayor resigned on Mon", "The mayor resigned on Monday.", OLD]
)
@pytest.mark.parametrize("change", ["blanks", "more"])
def test_a_place_without_words_stays_between_the_same_words(words: str, change: str) -> None:
    new = OLD.replace(" ", "  \n") if change == "blanks" else f"{OLD} Nobody said why."
    at = len(words.replace(" ", "  \n")) if change == "blanks" else len(words)
    if words == OLD and change == "more":  # the end of the text is no place that is certain any more
        assert placed_in(OLD, new, {"corrections": [deletion(len(OLD))]}) == ({}, {"corrections": 1})
        return
    placed = {"corrections": [deletion(at)]}
    assert placed_in(OLD, new, {"corrections": [deletion(len(words))]}) == (placed, {})


@pytest.mark.parametrize(
    ("new", "entry"),
    [
        (OLD.replace("12 people", "14 guests"), correction(OLD, "12")),
        (OLD.replace("12 people", "12 tired people"), deletion(OLD.index(" people"))),
        (OLD, {"start": 80, "end": 400, "old": "", "new": ""}),
        (OLD, {"start": 9, "end": 4, "old": "", "new": ""}),
    ],
)
def test_what_is_not_certain_is_dropped(new: str, entry: dict[str, Value]) -> None:
    kept = "0-29 00:00:01.000 --> 00:00:03.500"
    about: dict[str, Value] = {"corrections": [entry], "times": [kept]}
    assert placed_in(OLD, new, about) == ({"times": [kept]}, {"corrections": 1})


def test_without_the_old_text_nothing_has_a_place() -> None:
    about: dict[str, Value] = {"corrections": [correction(OLD, "12"), deletion(3)], "times": ["0-29 0 --> 1"]}
    assert placed_in(None, OLD, about) == ({}, {"corrections": 2, "times": 1})


def test_what_has_no_offsets_is_left_alone() -> None:
    about: dict[str, Value] = {"corrections": "see the newsroom", "times": ["in the evening", 7, {"start": True}]}
    assert placed_in(None, OLD, about) == (about, {})
