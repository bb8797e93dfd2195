"""The tokens of a text in any script, alike for comparison where only quotes, dashes or blanks differ."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple
from unicodedata import normalize

from annotator.model.span import Span

ALONE = (
    "\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff\u2e80-\u2fdf\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff"
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)
"""Scripts that set no blanks between words: Thai, Lao, Tibetan, Burmese, Khmer, Chinese and Japanese."""

MARKS = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed"
    "\u0900-\u0903\u093a-\u094f\u0981-\u0983\u09bc-\u09cd\u0a3c-\u0a4d\u0abc-\u0acd\u0b3c-\u0b4d\u0bbe-\u0bcd"
    "\u0c3e-\u0c4d\u0cbc-\u0ccd\u0d3e-\u0d4d\u1ab0-\u1aff\u1dc0-\u1dff\u200c\u200d\u20d0-\u20ff\ufe00-\ufe0f"
    "\ufe20-\ufe2f\U0001f3fb-\U0001f3ff"
)
"""Combining marks and joiners, which belong to the letter before them."""

LETTERS = f"[^\\W{ALONE}]+(?:[{MARKS}]+[^\\W{ALONE}]*)*"
JOINT = r"['’\u00ad]|(?<!\d)[\u2010\u2011-]|[\u2010\u2011-](?!\d)|(?<=\d)[.,:/](?=\d)"
TOKEN = re.compile(rf"{LETTERS}(?:(?:{JOINT}){LETTERS})*|\.\.\.|---?|[{ALONE}][{MARKS}]*|\S[{MARKS}]*")
ALIKE = str.maketrans("‘’‚‛′ʼ‹›“”„‟″«»‐‑‒–—―−", "''''''''\"\"\"\"\"\"\"-------", "\u00ad")


class Token(NamedTuple):
    """A word, a letter of a script without blanks, or a punctuation mark; ``form`` is what is compared."""

    form: str
    start: int
    end: int

    def overlaps(self, span: Span) -> bool:
        return self.start < span.end and span.start < self.end


def tokens(text: str, start: int = 0, end: int | None = None) -> Iterator[Token]:
    """The tokens between ``start`` and ``end``, with their code points in the text."""
    for match in TOKEN.finditer(text, start, len(text) if end is None else end):
        yield Token(_form(match[0]), match.start(), match.end())


class TokenList:
    """All tokens of a text, in less memory than as ``Token`` each, to be looked up by place."""

    def __init__(self, text: str) -> None:
        self._forms: list[str] = []
        self._starts, self._ends = array("q"), array("q")
        for form, start, end in tokens(text):
            self._forms.append(form)
            self._starts.append(start)
            self._ends.append(end)

    def __iter__(self) -> Iterator[Token]:
        return map(Token, self._forms, self._starts, self._ends)

    def between(self, start: int, end: int) -> list[Token]:
        """Those that are whole between the two places."""
        first, last = bisect_left(self._starts, start), bisect_right(self._ends, end)
        return [*map(Token, self._forms[first:last], self._starts[first:last], self._ends[first:last])]


@lru_cache(8192)
def is_word(form: str) -> bool:
    """Whether the token is more than punctuation."""
    return any(character.isalnum() for character in form)


@lru_cache(65_536)
def _form(word: str) -> str:
    if word.isascii():
        return "-" if word in ("--", "---") else word
    return "..." if word == "…" else normalize("NFC", word.translate(ALIKE))
