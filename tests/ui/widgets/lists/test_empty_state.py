"""Hints with keys, in whatever order a language puts them."""

from __future__ import annotations

from annotator.ui.widgets.lists.empty_state import Piece, words_with_keys


def test_keys_stand_at_the_named_places_of_the_sentence() -> None:
    assert words_with_keys("{last} or {keys} tags it", keys=["C", "S"], last=["F"]) == [
        Piece("F", is_key=True),
        Piece("or"),
        Piece("C", is_key=True),
        Piece("S", is_key=True),
        Piece("tags"),
        Piece("it"),
    ]


def test_without_keys_the_words_are_left() -> None:
    assert words_with_keys("Press {keys} now", keys=[]) == [Piece("Press"), Piece("now")]
