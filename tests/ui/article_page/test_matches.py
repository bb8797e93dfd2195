"""Where a text has what is looked for."""

from __future__ import annotations

import unicodedata
from itertools import pairwise
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.language.folded_text import FoldedText
from annotator.language.folding import folded
from annotator.model.span import Span
from annotator.ui.article_page.matches import MOST_COUNTED, Matches, Wanted


def search(text: str, wanted: Wanted) -> Matches:
    return Matches(FoldedText(text, match_case=wanted.match_case), wanted).finish()


def found(text: str, wanted: Wanted) -> list[str]:
    """All matches, walked through one by one."""
    matches = search(text, wanted)
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
        (
            "new\u00a0town, new\ntown, new \n\n  town",
            Wanted("new town"),
            ["new\u00a0town", "new\ntown", "new \n\n  town"],
        ),
        ("a new town", Wanted(" new  town "), ["new town"]),
        ("😀 said İstanbul, Straße, STRASSE", Wanted("straße"), ["Straße", "STRASSE"]),
        ("😀 said İstanbul", Wanted("istanbul"), ["İstanbul"]),
        ("KADIN, kadın", Wanted("kadın"), ["KADIN", "kadın"]),
        ("قالت بلدية", Wanted("بلدية"), ["بلدية"]),
        ("قالت بـلـديـة", Wanted("بلدية"), ["بـلـديـة"]),
        ("ﻗﺎﻟﺖ", Wanted("قالت"), ["ﻗﺎﻟﺖ"]),
        ("he said “no” and ‘never’", Wanted("\"no\" and 'never'"), ["“no” and ‘never’"]),
        ("à l’Est, l'Est", Wanted("l'est"), ["l’Est", "l'Est"]),
        (
            "2019–20, 2019-20, 2019‑20, 2019−20, 2019--20",
            Wanted("2019-20"),
            ["2019–20", "2019-20", "2019‑20", "2019−20", "2019--20"],
        ),
        ("ﬁnance, finance", Wanted("Finance"), ["ﬁnance", "finance"]),
        ("naïve, nai\u0308ve", Wanted("naïve"), ["naïve", "nai\u0308ve"]),
        ("naïve, nai\u0308ve", Wanted("nai\u0308ve"), ["naïve", "nai\u0308ve"]),
        ("naïve", Wanted("naive"), []),
        ("Do\u00adnau, zero\u200bwidth", Wanted("donau"), ["Do\u00adnau"]),
        ("Do\u00adnau, zero\u200bwidth", Wanted("zerowidth"), ["zero\u200bwidth"]),
        ("１２ Ⅳ", Wanted("12 iv"), ["１２ Ⅳ"]),
        ("10² and 102", Wanted("102"), ["102"]),
        ("Wait… wait...", Wanted("wait..."), ["Wait…", "wait..."]),
        ("Maße", Wanted("s"), ["ß"]),
        ("Maße", Wanted("s", match_case=True), []),
        ("von “Größe” spricht", Wanted('"Größe"', match_case=True), ["“Größe”"]),
        ("mayor’s, can't, al-Assad", Wanted("mayor", whole_words=True), ["mayor"]),
        ("mayor’s, can't, al-Assad", Wanted("assad", whole_words=True), ["Assad"]),
        ("1,204 and 204 and 1:204 and 3.204", Wanted("204", whole_words=True), ["204"]),
        ("1\u00a0204, 204 a", Wanted("204", whole_words=True), ["204"]),
        ("in 204, 205", Wanted("204", whole_words=True), ["204"]),
        ("旧港的渡轮", Wanted("渡轮", whole_words=True), ["渡轮"]),
        ("café, cafe\u0301s", Wanted("caf", whole_words=True), []),
        ("anything", Wanted(""), []),
        ("anything", Wanted("\u00ad"), []),
        ("a b", Wanted(" "), [" "]),
    ],
)
def test_found(text: str, wanted: Wanted, there: list[str]) -> None:
    assert found(text, wanted) == there


def test_next_goes_round() -> None:
    matches = search("one two one", Wanted("one"))
    assert [matches.next(position) for position in (0, 1, 9)] == [Span(0, 3), Span(8, 11), Span(0, 3)]


def test_previous_goes_round() -> None:
    matches = search("one two one", Wanted("one"))
    assert [matches.previous(position) for position in (11, 8, 0)] == [Span(8, 11), Span(0, 3), Span(8, 11)]


def test_number() -> None:
    matches = search("one two one", Wanted("one"))
    spans = (Span(0, 3), Span(8, 11), Span(8, 10), Span(4, 7), Span(9, 11))
    assert [matches.number_of(span) for span in spans] == [1, 2, 0, 0, 0]


def test_nothing_found() -> None:
    matches = search("one", Wanted("two"))
    assert (len(matches), matches.next(0), matches.previous(3), matches.number_of(Span(0, 1))) == (0, None, None, 0)


def test_more_than_are_counted_are_still_found() -> None:
    matches = search("a" * (MOST_COUNTED + 5), Wanted("a"))
    assert (len(matches), matches.uncounted) == (MOST_COUNTED, True)
    assert matches.next(MOST_COUNTED + 2) == Span(MOST_COUNTED + 2, MOST_COUNTED + 3)
    assert matches.next(MOST_COUNTED + 5) == Span(0, 1)


WORDS = st.text(st.characters(categories=["L", "N", "P"]), min_size=1, max_size=8)
ODD = ["’", "“", "–", "\u00a0", "\n\n", "ﬁ", "ß", "İ", "é", "e\u0301", "\u00ad", "…", "😀", "a", "-", " "]
SEEN_ALIKE = st.sampled_from(ODD)
PARTS = st.lists(SEEN_ALIKE, max_size=12)


@given(PARTS, st.lists(SEEN_ALIKE, min_size=1, max_size=4), PARTS)
def test_what_is_there_is_found_at_its_place(before: list[str], words: list[str], after: list[str]) -> None:
    """With marks that keep what is around the words from joining them."""
    start, wanted = f"{''.join(before)}|", "".join(words)
    text = f"{start}{wanted}|{''.join(after)}"
    needle, end = folded(wanted.strip() or wanted), len(start + wanted)
    spans = [*search(text, Wanted(wanted)).within(0, len(text))]
    there = [span for span in spans if len(start) <= span.start <= span.end <= end]
    assert bool(there) == bool(needle)
    assert all(folded(span.of(text)) == needle for span in there)


@given(WORDS, st.sampled_from(["NFC", "NFD"]))
def test_a_word_is_found_however_its_letters_are_composed(word: str, form: Literal["NFC", "NFD"]) -> None:
    text = f"| {unicodedata.normalize('NFD', word)} |"
    assert len(search(text, Wanted(unicodedata.normalize(form, word)))) or not folded(word)


@given(st.lists(SEEN_ALIKE, max_size=30), st.integers(0, 40), st.integers(1, 6))
def test_numbers_and_steps_agree(parts: list[str], start: int, length: int) -> None:
    text = "".join(parts)
    wanted = text[start : start + length] or "a"
    matches = search(text, Wanted(wanted))
    spans = [*matches.within(0, len(text))]
    assert len(spans) == len(matches)
    assert [matches.number_of(span) for span in spans] == [*range(1, len(spans) + 1)]
    assert [matches.next(span.start) for span in spans] == spans
    assert all(one.end <= other.start for one, other in pairwise(spans))
    assert [matches.previous(span.end) for span in spans] == spans
