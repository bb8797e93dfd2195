"""Tokens of a text in any script, with one form for tokens that differ in quotes, dashes or blanks only."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple
from unicodedata import normalize

from annotator.language.scripts import COMBINING, UNSPACED
from annotator.model.span import Span

LETTERS = f"[^\\W{UNSPACED}]+(?:[{COMBINING}]+[^\\W{UNSPACED}]*)*"
JOINT = (
    r"['’\u00ad\u2010\u2011.,:/-]"  # one class first, so that a blank ends a word at once
    r"(?:(?<=['’\u00ad])|(?<=[\u2010\u2011-])(?:(?<!\d.)|(?!\d))|(?<=\d[.,:/])(?=\d))"
)
TOKEN = re.compile(rf"{LETTERS}(?:{JOINT}{LETTERS})*|\.\.\.|---?|[{UNSPACED}][{COMBINING}]*|\S[{COMBINING}]*")
SPACED_WORD = re.compile(rf"\w+(?:{JOINT}\w+)*")
UNUSUAL = re.compile(f"[_{UNSPACED}{COMBINING}]")
"""In a text with one of these ``SPACED_WORD`` does not find the words; it is faster than ``TOKEN``."""

SAME_FORM = str.maketrans("‘’‚‛′ʼ‹›“”„‟″«»‐‑‒–—―−", "''''''''\"\"\"\"\"\"\"-------", "\u00ad")


class Token(NamedTuple):
    """A word, a letter of a script without blanks, or a punctuation mark; ``form`` is compared, not the text."""

    form: str
    start: int
    end: int

    def overlaps(self, span: Span) -> bool:
        return self.start < span.end and span.start < self.end


def tokens(text: str, start: int = 0, end: int | None = None) -> Iterator[Token]:
    """Yield the tokens between the offsets ``start`` and ``end``; their own offsets count from the text's start."""
    for match in TOKEN.finditer(text, start, len(text) if end is None else end):
        yield Token(_form(match[0]), match.start(), match.end())


class TokenList:
    """All tokens of a text by offset, in less memory than a list of ``Token``."""

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
        """Return the tokens that lie whole between the two offsets."""
        first, last = bisect_left(self._starts, start), bisect_right(self._ends, end)
        return [*map(Token, self._forms[first:last], self._starts[first:last], self._ends[first:last])]


def count_words(text: str) -> int:
    """Count the words: “1,204”, “3.2” and “al-Assad” are one each, and each letter of a script without blanks."""
    if (text.isascii() and "_" not in text) or not UNUSUAL.search(text):
        return len(SPACED_WORD.findall(text))
    return sum(map(is_word, TOKEN.findall(text)))


@lru_cache(8192)
def is_word(form: str) -> bool:
    """Return whether the token has a letter or a digit, and is not punctuation alone."""
    return any(character.isalnum() for character in form)


@lru_cache(65_536)
def _form(word: str) -> str:
    if word.isascii():
        return "-" if word in ("--", "---") else word
    return "..." if word == "…" else normalize("NFC", word.translate(SAME_FORM))
