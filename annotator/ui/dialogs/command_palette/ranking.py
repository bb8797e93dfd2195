"""Fuzzy matching of a query with a text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from annotator.language.folded_text import FoldedText
from annotator.language.folding import folded

WORD_START = re.compile(r"\b\w")
AT_START, AT_WORD, INSIDE, SCATTERED = 0, 1, 2, 4
WIDEST_SCATTER = 4


@dataclass(frozen=True, slots=True)
class Fit:
    """Result of a match: a lower ``cost`` is better; ``places`` are the offsets of the matched letters."""

    cost: int
    places: tuple[int, ...]


class Names:
    """Names of many things, each in one or more languages, of which those that a query may match are found at once."""

    def __init__(self, names: Iterable[Iterable[str]]) -> None:
        lines = [" ".join(_folded_text(name).folded for name in own).replace("\n", " ") for own in names]
        starts = accumulate((len(line) + 1 for line in lines), initial=0)
        self._lines, self._places = "\n".join(lines), {start: place for place, start in enumerate(starts)}

    def likely(self, query: str) -> list[int]:
        """Return the places of all names that ``cost`` may match, and of few others: they have the letters or words."""
        return [self._places[found.start()] for found in _likely_lines(_words(query)).finditer(self._lines)]


def cost(query: str, text: str) -> int | None:
    """Return the cost of the match that ``fit`` finds, without its places; None where the text does not match."""
    words, within = _words(query), _folded_text(text).folded
    cost = 0
    for word in words:
        if word not in within:
            found = _loose(words, within)
            return found.cost if found else None
        cost += _place(word, within)[0]
    return cost


def fit(query: str, text: str) -> Fit | None:
    """Match a query with a text: all its words, else its letters as initials, else its letters in order.

    Return None where the text does not match.
    """
    whole = _folded_text(text)
    found = _fit(_words(query), whole.folded)
    return Fit(found.cost, _in_text(whole, found.places)) if found else None


@lru_cache(maxsize=8192)
def _folded_text(text: str) -> FoldedText:
    return FoldedText(text).fold()


def _fit(words: tuple[str, ...], within: str) -> Fit | None:
    if all(word in within for word in words):
        parts = [_word(word, within) for word in words]
        return Fit(sum(p.cost for p in parts), tuple(place for p in parts for place in p.places))
    return _loose(words, within)


def _loose(words: tuple[str, ...], within: str) -> Fit | None:
    """Match the letters of the words as initials, else in their order."""
    if not _letters_in_order(words).match(within):
        return None
    letters = "".join(words)
    return _initials(letters, within) or _scattered(letters, within)


def _in_text(whole: FoldedText, places: Iterable[int]) -> tuple[int, ...]:
    """Return the offsets in the text of places in the folded text."""
    spans = (whole.span(place, place + 1) for place in places)
    return tuple(sorted({offset for span in spans for offset in range(span.start, span.end)}))


@lru_cache(maxsize=8)
def _words(query: str) -> tuple[str, ...]:
    return tuple(folded(query).split())


def _word(word: str, text: str) -> Fit:
    cost, start = _place(word, text)
    return Fit(cost, tuple(range(start, start + len(word))))


def _place(word: str, text: str) -> tuple[int, int]:
    """Return the cost of a word that the text has, and its place there, at the start of a word if there is one."""
    at_word = _at_word_start(word).search(text)
    start = at_word.start() if at_word else text.find(word)
    return AT_START if start == 0 else AT_WORD if at_word else INSIDE, start


@lru_cache(maxsize=8)
def _at_word_start(word: str) -> re.Pattern[str]:
    return re.compile(rf"\b{re.escape(word)}")


@lru_cache(maxsize=8)
def _letters_in_order(words: tuple[str, ...]) -> re.Pattern[str]:
    """Return a pattern of texts with these letters in this order, which looks at each place of a text once."""
    return re.compile("".join(f"(?>.*?{re.escape(letter)})" for letter in "".join(words)), re.DOTALL)


@lru_cache(maxsize=8)
def _likely_lines(words: tuple[str, ...]) -> re.Pattern[str]:
    """Return a pattern of lines with the letters of these words in this order, or with the words in any order."""
    letters = "".join(rf"(?>[^\n]*?{re.escape(letter)})" for letter in "".join(words))
    whole = "".join(rf"(?=[^\n]*{re.escape(word)})" for word in words)
    return re.compile(f"^(?:{letters}|{whole})", re.MULTILINE)


def _initials(letters: str, text: str) -> Fit | None:
    starts = [match.start() for match in WORD_START.finditer(text)]
    places = _in_order(letters, "".join(text[start] for start in starts))
    return Fit(INSIDE, tuple(starts[place] for place in places)) if places else None


def _scattered(letters: str, text: str) -> Fit | None:
    """Match the letters in their order from the start of a word on, choosing the narrowest such range."""
    runs = []
    for start in (match.start() for match in WORD_START.finditer(text)):
        if text.startswith(letters[0], start) and (there := _in_order(letters, text[start:])):
            runs.append(tuple(start + place for place in there))
    places = min(runs, key=lambda run: run[-1] - run[0], default=())
    spread = places[-1] - places[0] + 1 if places else 0
    return Fit(SCATTERED + spread - len(letters), places) if 0 < spread <= WIDEST_SCATTER * len(letters) else None


def _in_order(letters: str, text: str) -> tuple[int, ...]:
    places: list[int] = []
    place = -1
    for letter in letters:
        place = text.find(letter, place + 1)
        if place < 0:
            return ()
        places.append(place)
    return tuple(places)
