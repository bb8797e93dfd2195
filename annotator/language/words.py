"""Words as a reader takes them: one rule for the caret, the mouse, statistics and exports.

A word is a run of letters, digits and their combining marks, as by Unicode's Annex 29, with what a reader takes for a
part of it: “U.S.”, “AT&T”, “don’t”, “al-Assad”, “24/7”, “1,204”, “−5 °C”, “3.2 %”, “€ 5”, addresses. In Chinese and
Japanese each ideograph and each hiragana letter is a word, as no blank tells more, and a run of katakana is one; in
Thai, Lao, Tibetan, Burmese and Khmer each letter with its marks is.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from annotator.language.paragraphs import REACH, paragraph_bounds, window
from annotator.language.word_pattern import counting_pattern, word_pattern
from annotator.model.span import Span

NEAR = 400
"""Code points to either side within which the word at a caret is looked for: it is found at every key that tags."""


def words(text: str, start: int = 0, end: int | None = None) -> Iterator[Span]:
    """Yield the words between two offsets in their order."""
    for match in word_pattern().finditer(text, start, len(text) if end is None else end):
        yield Span(*match.span())


def count_words(text: str) -> int:
    """Return the number of words."""
    return len(counting_pattern().findall(text))


def words_of(text: str) -> list[str]:
    """Return the words in their order, without their offsets."""
    return word_pattern().findall(text)


def word_at(text: str, position: int) -> Span | None:
    """Return the word that the caret at ``position`` stands in or touches; None between words."""
    near = list(takewhile(lambda word: word.start <= position, words_near(text, position, NEAR)))
    on = (word for word in near if word.contains(position))
    return next(on, None) or next((word for word in near if word.end == position), None)


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
    return words(text, *window(text, position, reach))
