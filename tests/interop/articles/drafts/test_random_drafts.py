"""Texts with comments at random places, written as Word and LibreOffice do: exactly these comments come in."""

from __future__ import annotations

import re
from collections import defaultdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.interop.articles.drafts.notation import Draft, Said
from tests.interop.articles.drafts.taking_drafts import PROGRAMS, article_of, remarks
from tests.interop.articles.drafts.word_shapes import GOOGLE
from tests.support.running.examples import examples

WORDS = st.sampled_from(["Harbour", "12", "3,200", "Hafen", "ميناء", "港口", "😀", "naïve", "é", "a"])
PARAGRAPHS = st.lists(st.lists(WORDS, min_size=1, max_size=8), min_size=1, max_size=4)
LETTERS = "abcdefgh"


@st.composite
def drafts(draw: st.DrawFn) -> tuple[Draft, str, dict[tuple[int, int], str]]:
    """A draft, its text, and the letters of the comments by the words they are on, first and last, in their order."""
    paragraphs = draw(PARAGRAPHS)
    words = [(p, w) for p, paragraph in enumerate(paragraphs) for w in range(len(paragraph))]
    places = st.tuples(st.integers(0, len(words) - 1), st.integers(0, len(words) - 1)).map(
        lambda pair: tuple(sorted(pair))
    )
    found = draw(st.lists(places, max_size=len(LETTERS)))
    before, behind = defaultdict(str), defaultdict(str)
    on: dict[tuple[int, int], str] = defaultdict(str)
    for letter, (first, last) in zip(LETTERS, found, strict=False):
        before[first] += f"[{letter}:"
        behind[last] += f":{letter}]"
        on[first, last] += letter
    blocks, number = [], 0
    for paragraph in paragraphs:
        blocks.append(" ".join(before[number + at] + word + behind[number + at] for at, word in enumerate(paragraph)))
        number += len(paragraph)
    comments = {
        letter: Said("Ana Ruiz", f"Is {letter} so?", "2026-05-01T09:30:00Z") for letter in LETTERS[: len(found)]
    }
    return Draft(blocks, comments), "\n\n".join(map(" ".join, paragraphs)), dict(on)


@pytest.mark.parametrize("program", PROGRAMS)
@given(drafts())
@examples(1 / 3)
def test_exactly_these_come_in(program: str, given_draft: tuple[Draft, str, dict[tuple[int, int], str]]) -> None:
    draft, text, on = given_draft
    article = article_of(draft, program)
    assert article.text == text
    words = [found.span() for found in re.finditer(r"\S+", text)]
    when = "" if program == GOOGLE else ", 2026-05-01 09:30"
    expected = {
        (words[first][0], words[last][1]): "\n".join(f"Ana Ruiz{when}: Is {letter} so?" for letter in letters)
        for (first, last), letters in on.items()
    }
    assert {(one.span.start, one.span.end): one.note for one in article.remarks} == expected
    assert len(remarks(article)) == len(expected)
