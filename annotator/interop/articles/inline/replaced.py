"""Pairing of what was deleted from a paragraph with what was put in its place."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from annotator.interop.articles.inline.inlay import Correction

FIGURE = re.compile(r"\s*([^\s\w]?\d[\d.,\u00a0\u202f\u2019']*\d|[^\s\w]?\d)(?![\w])")
"""A figure, with a sign or currency before it; full stops and commas at its end are none of it."""


@dataclass(slots=True)
class _Deletion:
    at: int
    words: str
    changes: tuple[int, ...]


@dataclass(slots=True)
class _Insertion:
    start: int
    end: int
    changes: tuple[int, ...]
    is_moved: bool


class Changes:
    """Collect deletions, insertions and moved words of a paragraph in their order, with the numbers of the changes."""

    def __init__(self) -> None:
        self._deletions: list[_Deletion] = []
        self._insertions: list[_Insertion] = []
        self._began: int | None = None
        self._changes: tuple[int, ...] = ()

    def deletion(self, at: int, words: str, change: int | None = None) -> None:
        """Note the words that were deleted at the place; what was deleted at one place is taken together."""
        changes: tuple[int, ...] = () if change is None else (change,)
        if self._is_cut(at) and not (self._insertions and self._insertions[-1].end == at):
            before = self._deletions.pop()
            words, changes = before.words + words, _both(before.changes, changes)
        self._deletions.append(_Deletion(at, words, changes))

    def insertion_begins(self, at: int, change: int | None = None) -> None:
        """Note where inserted or moved words begin."""
        self._began, self._changes = at, () if change is None else (change,)

    def insertion_ends(self, at: int, *, is_moved: bool = False) -> None:
        """Note where inserted or moved words end; those that follow each other are taken together."""
        if self._began is None or at <= self._began:
            return
        last = self._insertions[-1] if self._insertions else None
        if last and last.end == self._began and last.is_moved == is_moved and not self._is_cut(self._began):
            last.end, last.changes = at, _both(last.changes, self._changes)
        else:
            self._insertions.append(_Insertion(self._began, at, self._changes, is_moved))
        self._began = None

    def cut_back(self, at: int) -> None:
        """Forget insertions behind the place, since all that stood there is taken out."""
        while self._insertions and self._insertions[-1].end > at:
            self._insertions.pop()

    def _is_cut(self, at: int) -> bool:
        return bool(self._deletions) and self._deletions[-1].at == at

    def corrections(self, text: str, placed: Callable[[int], int]) -> list[Correction]:
        """Return the deletions with what replaces them, and tracked insertions and moves, at the places by ``placed``.

        ``placed`` maps a place to the final text.
        """
        taken: set[int] = set()
        found = [*self._replaced(text, placed, taken), *self._put_in(text, placed, taken)]
        return sorted(found, key=lambda one: (one.start, one.end))

    def _replaced(self, text: str, placed: Callable[[int], int], taken: set[int]) -> Iterator[Correction]:
        """Yield each deletion, and add the numbers of the insertions that replace one to ``taken``."""
        for one in self._deletions:
            old = " ".join(one.words.split())
            if old:
                number = self._new(text, one.at, taken)
                new = None if number is None else self._insertions[number]
                place = _without_blanks(text, new) if new else _next_figure(text, one.at, old) or (one.at, one.at)
                changes = _both(one.changes, new.changes if new else ())
                yield Correction(placed(place[0]), placed(place[1]), old, changes)

    def _put_in(self, text: str, placed: Callable[[int], int], taken: set[int]) -> Iterator[Correction]:
        """Yield the insertions that replace nothing and have the number of a change."""
        for number, one in enumerate(self._insertions):
            if one.changes and number not in taken and text[one.start : one.end].strip():
                start, end = _without_blanks(text, one)
                yield Correction(placed(start), placed(end), "", one.changes, one.is_moved)

    def _new(self, text: str, at: int, taken: set[int]) -> int | None:
        """Return the number of the insertion that follows the place, or else precedes it, with only blanks between."""
        number = bisect_left(self._insertions, at, key=lambda one: one.start)
        for near in (number, number - 1):
            if near in taken or not 0 <= near < len(self._insertions) or self._insertions[near].is_moved:
                continue
            one = self._insertions[near]
            if (
                not text[one.end : at].strip()
                and not text[at : one.start].strip()
                and text[one.start : one.end].strip()
            ):
                taken.add(near)
                return near
        return None


def _both(first: tuple[int, ...], second: tuple[int, ...]) -> tuple[int, ...]:
    return (*first, *(one for one in second if one not in first))


def _without_blanks(text: str, one: _Insertion) -> tuple[int, int]:
    words = text[one.start : one.end]
    return one.start + len(words) - len(words.lstrip()), one.end - len(words) + len(words.rstrip())


def _next_figure(text: str, at: int, old: str) -> tuple[int, int] | None:
    """Return the place of the figure that follows where a figure was deleted: “~15~ 12”."""
    found = FIGURE.match(text, at) if FIGURE.fullmatch(old) else None
    return found.span(1) if found else None
