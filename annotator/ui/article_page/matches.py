"""Search for words in a text, a part at a time."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from annotator.language.folded_text import FoldedText
from annotator.language.folding import folded
from annotator.language.scripts import COMBINING, UNSPACED
from annotator.model.span import Span

MOST_COUNTED = 20_000
STRETCH, CANDIDATES = 1_000_000, 1_000
"""Code points that are searched at once, and matches that are looked at."""

IN_A_WORD = re.compile(rf"[\w{COMBINING}](?<![{UNSPACED}])")
"""Character that belongs to a word; in scripts without blanks a word may end at any."""

IN_A_NUMBER = re.compile(r"\d(?:[.,:/']|[\u00a0\u2007\u2009\u202f])\d")


@dataclass(frozen=True, slots=True)
class Wanted:
    """Query of a search, with its options."""

    words: str
    match_case: bool = False
    whole_words: bool = False

    @property
    def needle(self) -> str:
        """Folded words to look for, without blanks at the ends."""
        return folded(self.words.strip() or self.words, match_case=self.match_case)


class Matches:
    """Matches of a query in a text, which must have been folded with the query's ``match_case``.

    They are ``complete`` once ``go_on`` has returned True. At most ``MOST_COUNTED`` are counted, but ``next`` finds
    those after them too.
    """

    def __init__(self, text: FoldedText, wanted: Wanted) -> None:
        self._text = text
        self._needle, self._whole_words = wanted.needle, wanted.whole_words
        self._starts = array("q")
        self._from = 0
        self.complete = not self._needle

    def __len__(self) -> int:
        return len(self._starts)

    @property
    def uncounted(self) -> bool:
        """True where there may be more matches than were counted."""
        return len(self) == MOST_COUNTED

    def go_on(self) -> bool:
        """Fold or search a further part of the text, and return whether that was the last one."""
        if not self.complete and self._text.fold_piece():
            self._search_on()
        return self.complete

    def finish(self) -> Matches:
        """Search all that is left, and return the matches."""
        while not self.go_on():
            pass
        return self

    def number_of(self, span: Span) -> int:
        """Return the number of the match that has exactly this span, counted from 1; 0 where none has."""
        number = bisect_left(self._starts, self._text.place(span.start))
        return number + 1 if number < len(self) and self._span(number) == span else 0

    def within(self, start: int, end: int) -> Iterator[Span]:
        """Yield the counted matches that touch the code points from ``start`` to ``end``."""
        number = max(bisect_right(self._starts, self._text.place(start)) - 1, 0)
        while number < len(self) and (match := self._span(number)).start < end:
            if match.end > start:
                yield match
            number += 1

    def next(self, position: int) -> Span | None:
        """Return the first match from ``position`` on, else the first of the text; None where there is none."""
        if not self._starts:
            return None
        place = self._text.place(position)
        number = bisect_left(self._starts, place)
        if number < len(self):
            return self._span(number)
        further = self._further(place) if self.uncounted else None
        return further or self._span(0)

    def previous(self, position: int) -> Span | None:
        """Return the last counted match that begins before ``position``, else the last counted; None if none is."""
        if not self._starts:
            return None
        return self._span(bisect_left(self._starts, self._text.place(position)) - 1)

    def _span(self, number: int) -> Span:
        return self._text.span(self._starts[number], self._starts[number] + len(self._needle))

    def _search_on(self) -> None:
        whole, needle = self._text.folded, self._needle
        stop = self._from + STRETCH
        for _candidate in range(CANDIDATES):
            at = whole.find(needle, self._from, stop + len(needle) - 1)
            if at < 0:
                self._from = stop
                break
            self._take(at)
            if self.uncounted:
                break
        self.complete = self._from >= len(whole) or self.uncounted

    def _take(self, at: int) -> None:
        """Keep the match unless it is none after all, and go on behind it."""
        fits = self._fits(at) and not self._overlaps_last(at)
        if fits:
            self._starts.append(at)
        self._from = at + (len(self._needle) if fits else 1)

    def _further(self, place: int) -> Span | None:
        """Return the first match from the place in the folded text on; None where there is none."""
        at = self._text.folded.find(self._needle, place)
        while at >= 0 and not self._fits(at):
            at = self._text.folded.find(self._needle, at + 1)
        return self._text.span(at, at + len(self._needle)) if at >= 0 else None

    def _fits(self, at: int) -> bool:
        return not (self._whole_words and (self._joins(at) or self._joins(at + len(self._needle))))

    def _overlaps_last(self, at: int) -> bool:
        """Return whether the match is in the character that the last one ends in, as both are in “ß” for “s”."""
        if len(self._needle) >= self._text.widest or not self._starts:
            return False
        return self._span(-1).end > self._text.span(at, at + 1).start

    def _joins(self, edge: int) -> bool:
        """Return whether the same word or number goes on across a place in the folded text."""
        whole = self._text.folded
        before, behind = whole[max(edge - 1, 0) : edge], whole[edge : edge + 1]
        if IN_A_WORD.match(before) and IN_A_WORD.match(behind):
            return True
        return (before.isdigit() or behind.isdigit()) and self._in_a_number(edge)

    def _in_a_number(self, edge: int) -> bool:
        """Return whether there is a sign within a number before or behind the place."""
        for start in (edge - 2, edge - 1):
            if start >= 0 and edge + 1 <= len(self._text.folded):
                around = self._text.span(start, min(start + 3, len(self._text.folded)))
                if IN_A_NUMBER.fullmatch(around.of(self._text.text)):
                    return True
        return False
