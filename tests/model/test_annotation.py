"""Annotations."""

from __future__ import annotations

from annotator.model.annotation import Annotation, Excerpt
from annotator.model.span import Span


def test_its_words_are_the_articles() -> None:
    assert Annotation("a", "claim", Span(2, 4)).words("abcdef") == "cd"


def test_the_words_of_a_displaced_one_are_those_of_its_file() -> None:
    assert Annotation("a", "claim", Span(2, 4), displaced=Excerpt("xy")).words("abcdef") == "xy"


def test_its_place_in_text_order_is_start_end_id() -> None:
    assert Annotation("a", "claim", Span(2, 4)).position == (2, 4, "a")
