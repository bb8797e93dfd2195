"""Stretches of a text in which a quote may stand: where its rare words are together."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache
from heapq import nlargest

from annotator.facts.quotes.text_words import TextWords, words_of

MOST_WINDOWS = 4
RAREST = 24
"""Words of a quote by which it is looked for: its rarest ones."""

MOST_PLACES = 2000
"""Places of a word from which it is too frequent to be looked for, unless all words are."""

BETWEEN = "\n"
"""Sign between words, which none of them has."""

MOST_LEFT_OUT = 120
"""Words between two parts of a quote that it may leave out."""


@lru_cache(2)
def _places(text: str) -> Mapping[str, Sequence[int]]:
    places = defaultdict[str, list[int]](list)
    for at, key in enumerate(words_of(text).keys):
        places[key].append(at)
    return places


@lru_cache(2)
def _joined(text: str) -> str:
    return _line(words_of(text).keys)


def _line(keys: Sequence[str]) -> str:
    return f"{BETWEEN}{BETWEEN.join(keys)}{BETWEEN}"


def _whole_match(quote: Sequence[str], text: TextWords) -> tuple[int, int] | None:
    """Return the first stretch that has the words of the quote one after another; None where there is none."""
    line = _joined(text.text)
    at = line.find(_line(quote))
    if at < 0:
        return None
    first = line.count(BETWEEN, 0, at)
    return first, first + len(quote)


def windows(quote: Sequence[str], text: TextWords) -> list[tuple[int, int]]:
    """Return the first word of each stretch and the one behind its last, those with most words of the quote first.

    A stretch that has them all one after another is the only one.
    """
    if exact := _whole_match(quote, text):
        return [exact]
    places = _places(text.text)
    known = sorted({key for key in quote if key in places}, key=lambda key: len(places[key]))[:RAREST]
    rare = [key for key in known if len(places[key]) <= MOST_PLACES] or known[:1]
    width = len(quote) + MOST_LEFT_OUT
    votes = Counter[int]()
    for key in rare:
        votes.update({at // width for at in places[key]})
    scored = Counter({block: votes[block] + votes.get(block + 1, 0) for block in votes})
    best = nlargest(MOST_WINDOWS, scored, key=lambda block: (scored[block], -block))
    return [(max(block * width - width // 2, 0), min((block + 2) * width + width // 2, len(text))) for block in best]
