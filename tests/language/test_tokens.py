"""Tokens of any script."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.language.tokens import count_words, is_word, tokens


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


@given(st.text("ab1٣'’-\u2010\u2011.,:/_ \n長า\u0300½é"))
def test_the_words_counted_are_the_tokens_with_a_letter_or_digit(text: str) -> None:
    assert count_words(text) == sum(is_word(text[token.start : token.end]) for token in tokens(text))
