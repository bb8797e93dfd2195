"""Where a text has what is looked for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.language.case_folding import folded
from annotator.model.span import Span
from annotator.ui.article_page.matches import MOST_COUNTED, Matches, Wanted


def found(text: str, wanted: Wanted) -> list[str]:
    """All matches, walked through one by one."""
    matches = Matches(text if wanted.match_case else folded(text), wanted)
    spans, position = [], 0
    for _ in range(len(matches)):
        span = matches.next(position)
        assert span is not None
        spans.append(text[span.start : span.end])
        position = span.start + 1
    return spans


@pytest.mark.parametrize(
    ("text", "wanted", "there"),
    [
        ("Aleppo, ALEPPO, aleppo", Wanted("aleppo"), ["Aleppo", "ALEPPO", "aleppo"]),
        ("Aleppo, ALEPPO", Wanted("ALEPPO", match_case=True), ["ALEPPO"]),
        ("art, part, art", Wanted("art", whole_words=True), ["art", "art"]),
        ("3.2 % (a+b)", Wanted("3.2 % (a+b)"), ["3.2 % (a+b)"]),
        ("three two", Wanted("3.2"), []),
        ("new\u00a0town, new\ntown", Wanted("new town"), ["new\u00a0town", "new\ntown"]),
        ("😀 said İstanbul, Straße, STRASSE", Wanted("straße"), ["Straße"]),
        ("قالت بلدية", Wanted("بلدية"), ["بلدية"]),
        ("anything", Wanted(""), []),
        ("a b", Wanted(" "), [" "]),
    ],
)
def test_found(text: str, wanted: Wanted, there: list[str]) -> None:
    assert found(text, wanted) == there


def test_next_goes_round() -> None:
    matches = Matches("one two one", Wanted("one"))
    assert [matches.next(position) for position in (0, 1, 9)] == [Span(0, 3), Span(8, 11), Span(0, 3)]


def test_previous_goes_round() -> None:
    matches = Matches("one two one", Wanted("one"))
    assert [matches.previous(position) for position in (11, 8, 0)] == [Span(8, 11), Span(0, 3), Span(8, 11)]


def test_number() -> None:
    matches = Matches("one two one", Wanted("one"))
    spans = (Span(0, 3), Span(8, 11), Span(8, 10), Span(4, 7), Span(9, 11))
    assert [matches.number_of(span) for span in spans] == [1, 2, 0, 0, 0]


def test_nothing_found() -> None:
    matches = Matches("one", Wanted("two"))
    assert (len(matches), matches.next(0), matches.previous(3), matches.number_of(Span(0, 1))) == (0, None, None, 0)


def test_more_than_are_counted_are_still_found() -> None:
    matches = Matches("a" * (MOST_COUNTED + 5), Wanted("a"))
    assert (len(matches), matches.uncounted) == (MOST_COUNTED, True)
    assert matches.next(MOST_COUNTED + 2) == Span(MOST_COUNTED + 2, MOST_COUNTED + 3)
    assert matches.next(MOST_COUNTED + 5) == Span(0, 1)


@given(st.text(), st.text(min_size=1), st.text())
def test_what_is_there_is_found(before: str, words: str, after: str) -> None:
    text = before + words + after
    assert len(Matches(text, Wanted(words, match_case=True))) > 0
    assert len(Matches(folded(text), Wanted(words))) > 0


@given(st.text())
def test_folding_keeps_every_place(text: str) -> None:
    assert len(folded(text)) == len(text)
    assert folded(folded(text)) == folded(text)
    assert [folded(char) for char in text] == list(folded(text))
