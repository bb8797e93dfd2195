"""Tokens: the parts of words, and the marks between them, that texts are compared by or that files list.

A token never goes beyond the end of a word.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple
from unicodedata import normalize

from annotator.language.scripts import COMBINING, UNSPACED
from annotator.language.word_pattern import WORD
from annotator.model.span import Span

JOINT = (
    r"['’\u00ad\u2010\u2011.,:/-]"  # one class first, so that a blank ends a word at once
    r"(?:(?<=['’\u00ad])|(?<=[\u2010\u2011-])(?:(?<!\d.)|(?!\d))|(?<=\d[.,:/])(?=\d))"
)
TOKEN = rf"(?:[^\W_{UNSPACED}]+[{COMBINING}]*(?:{JOINT}(?=[^\W_{UNSPACED}]))?)+|\.\.\.|---?|\S[{COMBINING}]*"
FLAG = "[\U0001f1e6-\U0001f1ff]"
BETWEEN = rf"\.\.\.|{FLAG}{{2}}|\S[{COMBINING}]*(?:(?<=\u200d)[^\s\w][{COMBINING}]*)*"
"""A mark outside words; an emoji that is joined of several is one."""
LISTED = rf"(?=\S)(?:[.,](?=\s)|{WORD}|{BETWEEN})"
"""A word or a mark; blanks, and the marks before them, are told first, which takes half the time."""

BLANK, NO_BLANK = re.compile(r"\s"), re.compile(r"\S+")

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
    for match in _compiled(TOKEN).finditer(text, start, len(text) if end is None else end):
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


def listed_bounds(text: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of each token for a file that lists them: words, cut at blanks, and the marks between."""
    for match in _compiled(LISTED).finditer(text):
        start, end = match.span()
        if end - start < 3 or BLANK.search(text, start, end) is None:
            yield start, end
        else:
            yield from (part.span() for part in NO_BLANK.finditer(text, start, end))


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


@lru_cache(8192)
def is_word(form: str) -> bool:
    """Return whether the token has a letter or a digit, and is not punctuation alone."""
    return any(character.isalnum() for character in form)


@lru_cache(65_536)
def _form(word: str) -> str:
    if word.isascii():
        return "-" if word in ("--", "---") else word
    return "..." if word == "…" else normalize("NFC", word.translate(SAME_FORM))
