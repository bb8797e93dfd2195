"""Words as a reader takes them.

The boundaries are Unicode's (Standard Annex 29). What a reader reads as one word beyond these is joined: “U.S.”,
“3.2 %”, “al-Assad”.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING
from unicodedata import category

from annotator.language.paragraphs import REACH, paragraph_bounds, window
from annotator.model.span import Span

if TYPE_CHECKING:
    import regex

NEAR = 160
"""Code points to either side within which the word at a caret is looked for: it is found at every key that tags."""

JOINER = "\u200d"
JOINT = re.compile(r"[-\u2010\u2011\u2013\u2212]|(?<=\d)[:/]")
UNBROKEN = re.compile(r"(?:[^\u202f]|(?<=\d)\u202f(?=\d))+")
"""A word by Unicode's rules, less the narrow blanks that do not stand between digits."""
INITIALISM = re.compile(r"(?<!\w)(?:[^\W\d_]\.){2,}|(?<!\w)(?:[^\W\d_]\.)+[^\W\d_](?!\w)")
PREFIX, SIGN_AFTER = "$€£¥₹#@+\u2212", re.compile(r"[ \u00a0\u202f\u2009]?(?:[%‰€£$]|°(?:[CF]\b)?)")


def word_at(text: str, position: int) -> Span | None:
    """Return the word that the caret at ``position`` stands in or touches; None between words."""
    words = list(takewhile(lambda word: word.start <= position, words_near(text, position, NEAR)))
    on = (word for word in words if word.contains(position))
    return next(on, None) or next((word for word in words if word.end == position), None)


def next_word_edge(text: str, position: int, *, end: bool, forward: bool) -> int | None:
    """Return the nearest end (or start) of a word beyond ``position``, across paragraphs; None at the text's end."""
    inclusive = False
    while 0 <= position <= len(text):
        edges = [word.end if end else word.start for word in words_near(text, position)]
        beyond = [edge for edge in edges if (edge > position if forward else edge < position)]
        if beyond or (inclusive and position in edges):
            return position if inclusive and position in edges else (min(beyond) if forward else max(beyond))
        start, stop = paragraph_bounds(text, position)
        position, inclusive = (stop + 1 if forward else start - 1), True
    return None


def whole_words(text: str, start: int, end: int) -> Span | None:
    """Return the span from the first to the last word that has a character from ``start`` to ``end``; None for none."""
    first = next((word for word in words_near(text, start, NEAR) if word.end > start), None)
    last = next((word for word in reversed([*words_near(text, end, NEAR)]) if word.start < end), None)
    if first is None and (edge := next_word_edge(text, start, end=True, forward=True)) is not None:
        first = word_at(text, edge - 1)
    if last is None and (edge := next_word_edge(text, end, end=False, forward=False)) is not None:
        last = word_at(text, edge)
    return Span(first.start, last.end) if first and last and first.start < min(end, last.end) else None


def words_near(text: str, position: int, reach: int = REACH) -> Iterator[Span]:
    """Yield the words of the paragraph at ``position``, or of the part of a longer one around it."""
    start, stop = window(text, position, reach)
    part = text[start:stop]
    initialisms = {offset: match.span() for match in INITIALISM.finditer(part) for offset in range(*match.span())}
    word: tuple[int, int] | None = None
    for item in _items(part):
        a, b = _with_signs(part, *initialisms.get(item[0], item))
        if word and (a < word[1] or JOINT.fullmatch(part, word[1], a) or (a < item[0] and a == word[1])):
            word = word[0], b
            continue
        if word:
            yield Span(start + word[0], start + word[1])
        word = a, b
    if word:
        yield Span(start + word[0], start + word[1])


def _with_signs(text: str, start: int, end: int) -> tuple[int, int]:
    if text[end - 1].isdigit() and (sign := SIGN_AFTER.match(text, end)):
        end = sign.end()
    if start and text[start - 1] in PREFIX:
        start -= 1
    while end < len(text) and (category(text[end])[0] == "M" or text[end] == JOINER):
        end += 1
    return start, end


def _items(text: str) -> Iterator[tuple[int, int]]:
    edges = [0, *(match.start() for match in _boundary().finditer(text)), len(text)]
    parts = (part for a, b in pairwise(edges) for part in UNBROKEN.finditer(text, a, b))
    return (part.span() for part in parts if any(character.isalnum() for character in part[0]))


@cache
def _boundary() -> regex.Pattern[str]:
    import regex  # here: it takes 20 ms to import, and the window shows before any word is asked for

    return regex.compile(r"(?w)\b")  # w: word boundaries by Unicode's default rules
