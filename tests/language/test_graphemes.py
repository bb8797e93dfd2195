"""No letter is parted from its marks."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.language.graphemes import whole_graphemes
from annotator.model.span import Span
from tests.language.texts import E_ACUTE, FAMILY, FLAG, texts
from tests.support.running.examples import examples


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


DATA = Path(__file__).with_name("unicode") / "GraphemeBreakTest.txt"
CHANGED_SINCE = "÷ 2701 × 200D × 2701 ÷"
"""In later versions of Unicode scissors are no pictograph that others are joined to."""

CR_LF = "000D × 000A"
"""Articles have none: every newline is read as LF."""


def unicode_cases() -> list[str]:
    lines = (line for line in DATA.read_text("utf-8").splitlines() if not line.startswith("#"))
    cases = (case for line in lines for case in line.split(" | "))
    return [case for case in cases if case != CHANGED_SINCE and CR_LF not in case]


def test_every_case_of_unicode_is_there() -> None:
    assert len(unicode_cases()) == 599


def test_graphemes_are_those_of_unicode() -> None:
    """Each code point, and each two neighbours, are widened to the graphemes that the Standard Annex 29 has there."""
    for case in unicode_cases():
        found = ["".join(chr(int(code, 16)) for code in part.replace("×", " ").split()) for part in case.split("÷")]
        text, edges = "".join(found), [len("".join(found[:count])) for count in range(1, len(found))]
        for start in range(len(text)):
            for end in range(start + 1, min(start + 2, len(text)) + 1):
                whole = whole_graphemes(text, Span(start, end))
                assert whole.start == max(edge for edge in edges if edge <= start), case
                assert whole.end == min(edge for edge in edges if edge >= end), case


@given(texts, st.integers(0, 60), st.integers(1, 9))
@examples(4)
def test_whole_graphemes_is_whole(text: str, start: int, length: int) -> None:
    if start + length > len(text):
        return
    whole = whole_graphemes(text, Span(start, start + length))
    assert whole.covers(Span(start, start + length))
    assert whole_graphemes(text, whole) == whole
