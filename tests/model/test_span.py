"""Spans: what they contain, how they are trimmed and merged."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model.span import Span, merged, trimmed

spans = st.tuples(st.integers(0, 30), st.integers(1, 9)).map(lambda pair: Span(pair[0], pair[0] + pair[1]))


@pytest.mark.parametrize(("start", "end"), [(3, 3), (4, 3), (-1, 2)])
def test_a_span_is_never_empty_reversed_or_negative(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="a span needs"):
        Span(start, end)


@given(spans, spans)
def test_overlapping_and_covering_are_about_common_code_points(one: Span, other: Span) -> None:
    mine, theirs = set(range(one.start, one.end)), set(range(other.start, other.end))
    assert one.overlaps(other) == bool(mine & theirs)
    assert one.covers(other) == (theirs <= mine)
    assert len(one) == len(mine)
    assert [one.contains(position) for position in range(50)] == [position in mine for position in range(50)]


@given(st.text(" \n\t\u00a0ab“", max_size=12), st.integers(0, 12), st.integers(0, 12))
def test_a_trimmed_selection_has_no_blanks_at_its_ends(text: str, start: int, end: int) -> None:
    span = trimmed(text, start, end)
    if span is None:
        assert not text[start:end].strip()
    else:
        assert span.of(text) == text[start:end].strip()
        assert start <= span.start < span.end <= end


def test_words_past_the_end_of_the_text_are_cut_off() -> None:
    assert Span(2, 9).of("abcd") == "cd"


@given(st.lists(spans))
def test_merged_spans_hold_the_same_code_points_in_as_few_spans_as_can_be(given_spans: list[Span]) -> None:
    result = merged(given_spans)
    assert {p for s in result for p in range(s.start, s.end)} == {p for s in given_spans for p in range(s.start, s.end)}
    assert all(one.end < other.start for one, other in pairwise(result))
