"""No letter is parted from its marks."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.language.graphemes import whole_graphemes
from annotator.model.span import Span
from tests.language.texts import E_ACUTE, FAMILY, FLAG, texts


@pytest.mark.parametrize(
    ("text", "span", "whole"),
    [
        (f"a{E_ACUTE}b", Span(1, 2), E_ACUTE),
        (f"a{E_ACUTE}b", Span(2, 3), E_ACUTE),
        (f"a{FAMILY}b", Span(2, 4), FAMILY),
        (f"a{FLAG}b", Span(1, 2), FLAG),
        ("plain", Span(1, 3), "la"),
        ("x\n\u0301y", Span(0, 1), "x"),
    ],
)
def test_a_grapheme_is_never_split(text: str, span: Span, whole: str) -> None:
    assert whole_graphemes(text, span).of(text) == whole


@given(texts, st.integers(0, 60), st.integers(1, 9))
@settings(deadline=None, max_examples=300)
def test_whole_graphemes_is_whole(text: str, start: int, length: int) -> None:
    if start + length > len(text):
        return
    whole = whole_graphemes(text, Span(start, start + length))
    assert whole.covers(Span(start, start + length))
    assert whole_graphemes(text, whole) == whole
