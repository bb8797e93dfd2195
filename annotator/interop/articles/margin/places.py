"""Words in the text on which a comment, link or note hangs."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Container
from dataclasses import dataclass
from unicodedata import category

from annotator.interop.articles.inline.inlay import HungPlace, Inlay
from annotator.language.sentences import sentences
from annotator.model.span import Span, trimmed

RUN, FARTHEST = re.compile(r"\S{1,200}"), 400
CELL_END = re.compile(r"[\t\n]")
WRITTEN = frozenset(["Lu", "Ll", "Lt", "Lo", "Nd"])
"""Categories of letters and digits, without the raised ones that are marks of notes."""


@dataclass(frozen=True, slots=True)
class Place:
    """Range on which something hangs; ``is_beside`` where its words are not in the text."""

    start: int
    end: int
    is_beside: bool

    def words(self, text: str) -> Span | None:
        """Return the words from start to end; where there is none between, a word of the same line.

        That is the next word for words that are not in the text, else the word before.
        """
        if not self.is_beside and (span := trimmed(text, self.start, self.end)):
            return span
        if self.is_beside:
            return _word_after(text, self.start) or _word_before(text, self.start)
        return _word_before(text, self.start) or _word_after(text, self.start)


def places_of(inlay: Inlay, text: str, beside: Container[int] = ()) -> dict[int, Place]:
    """Return the places by number, in their order; those in ``beside`` are known to hang on words not in the text."""
    starts: dict[int, HungPlace] = {}
    ends: dict[int, HungPlace] = {}
    for place in inlay.places:
        (starts if place.is_start else ends).setdefault(place.number, place)
    deletions = {one.start for one in inlay.corrections if one.start == one.end}
    found: dict[int, Place] = {}
    for one in sorted(starts.keys() | ends.keys()):
        first, last = starts.get(one) or ends[one], ends.get(one) or starts[one]
        start, end = first.at, max(first.at, last.at)
        is_empty = trimmed(text, start, end) is None
        is_gone = is_empty and (first.is_beside or not deletions.isdisjoint(range(start, end + 1)))
        found[one] = Place(start, end, is_gone or one in beside)
    return found


class WordsBefore:
    """Find the words before the marks of notes: from the beginning of their sentence, or from the mark before it."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts: dict[int, list[int]] = {}
        self._last = 0
        self._found: Span | None = None

    def before(self, mark: Place) -> Span | None:
        """Return the words before the mark, the same for marks that follow each other.

        Marks are asked for in the order of the text.
        """
        start = self._sentence(mark.start)
        after, self._last = self._last, max(self._last, mark.end)
        if not (after > start and self._found and not _is_word(self._text[after : mark.start])):
            self._found = trimmed(self._text, max(start, after), mark.start)
        return self._found

    def _sentence(self, at: int) -> int:
        """Return the beginning of the sentence before the place, in its line or cell."""
        line = self._text.rfind("\n", 0, at) + 1
        cell = max(line, self._text.rfind("\t", line, at) + 1)
        if cell not in self._starts:
            found = CELL_END.search(self._text, cell)
            end = found.start() if found else len(self._text)
            self._starts[cell] = [one.start for one in sentences(self._text, cell, end)]
        number = bisect_left(self._starts[cell], at)
        return self._starts[cell][number - 1] if number else cell


def _word_before(text: str, at: int) -> Span | None:
    line = text.rfind("\n", 0, at) + 1
    return next(iter(_runs(text, max(line, at - FARTHEST), at)[::-1]), None)


def _word_after(text: str, at: int) -> Span | None:
    line = text.find("\n", at)
    return next(iter(_runs(text, at, min(len(text) if line < 0 else line, at + FARTHEST))), None)


def _runs(text: str, start: int, end: int) -> list[Span]:
    """Return what stands between blanks: all that have letters or digits, or else all."""
    runs = [Span(*run.span()) for run in RUN.finditer(text, start, end)]
    return [run for run in runs if _is_word(run.of(text))] or runs


def _is_word(run: str) -> bool:
    return any(category(char) in WRITTEN for char in run)
