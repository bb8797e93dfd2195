"""Tokens of any script."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.language.tokens import listed_bounds, tokens
from annotator.language.words import words
from annotator.model.span import Span
from tests.language.texts import texts


def forms(text: str) -> list[str]:
    return [token.form for token in tokens(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He didn't pay 1,204.", ["He", "didn't", "pay", "1,204", "."]),
        ("al-Assad, 4–5", ["al-Assad", ",", "4", "-", "5"]),
        ("上海市长说", ["上", "海", "市", "长", "说"]),
        ("ภาษา", ["ภ", "า", "ษ", "า"]),
        ("غادر 400 أسرة", ["غادر", "400", "أسرة"]),
        ("हिन्दी में", ["हिन्दी", "में"]),
        ("Zoe\u0308 👩🏽\u200d🚀!", ["Zoë", "👩🏽\u200d", "🚀", "!"]),
        ("", []),
    ],
)
def test_tokens(text: str, expected: list[str]) -> None:
    assert forms(text) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [("“don’t” – no…", '"don\'t" - no...'), ("a  b\nc", "a b c"), ("« a »", '" a "'), ("x -- y", "x — y")],
)
def test_quotes_dashes_and_blanks_make_no_difference(one: str, other: str) -> None:
    assert forms(one) == forms(other)


def test_case_makes_a_difference() -> None:
    assert forms("Will") != forms("will")


@given(st.text())
def test_tokens_leave_out_nothing_but_blanks(text: str) -> None:
    found = [*tokens(text)]
    ends = [0, *(token.end for token in found)]
    starts = [*(token.start for token in found), len(text)]

    assert all(not text[end:start].strip() for end, start in zip(ends, starts, strict=True))


anything = st.one_of(texts, st.text("ab1٣'’-\u2010\u2011.,:/_@&+%$°#* \n長ナ\u0300½é−–⁻³U\u00a0"))


@given(anything)
def test_no_token_goes_beyond_a_word(text: str) -> None:
    edges = {edge for word in words(text) for edge in (word.start, word.end)}
    assert not [token for token in tokens(text) if edges & set(range(token.start + 1, token.end))]


@given(anything)
def test_listed_tokens_are_the_words_and_all_between_them(text: str) -> None:
    found = [Span(*bounds) for bounds in listed_bounds(text)]
    edges = {edge for token in found for edge in (token.start, token.end)}

    assert all(text[token.start : token.end].split() == [text[token.start : token.end]] for token in found)
    assert "".join(token.of(text) for token in found) == "".join(text.split())
    assert all({word.start, word.end} <= edges for word in words(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "It fell 3.2 % to 1\u00a0204, “again”.",
            ["It", "fell", "3.2", "%", "to", "1", "204", ",", "“", "again", "”", "."],
        ),
        ("The U.S. and AT&T…", ["The", "U.S.", "and", "AT&T", "…"]),
        ("5 🇪🇺🇫🇷 👩‍🚀!", ["5", "🇪🇺", "🇫🇷", "👩‍🚀", "!"]),
    ],
)
def test_listed_tokens(text: str, expected: list[str]) -> None:
    assert [token.of(text) for token in (Span(*bounds) for bounds in listed_bounds(text))] == expected
