"""Pairing of what was deleted from a paragraph with what was put in its place."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator

from annotator.interop.articles.inline.inlay import Correction

FIGURE = re.compile(r"\s*([^\s\w]?\d[\d.,\u00a0\u202f\u2019']*\d|[^\s\w]?\d)(?![\w])")
"""A figure, with a sign or currency before it; full stops and commas at its end are none of it."""


class Changes:
    """Collect deletions and insertions of a paragraph in their order."""

    def __init__(self) -> None:
        self._deletions: list[tuple[int, str]] = []
        self._insertions: list[tuple[int, int]] = []
        self._began: int | None = None

    def deletion(self, at: int, words: str) -> None:
        """Note the words that were deleted at the place; what was deleted at one place is taken together."""
        if (
            self._deletions
            and self._deletions[-1][0] == at
            and not (self._insertions and self._insertions[-1][1] == at)
        ):
            words = self._deletions.pop()[1] + words
        self._deletions.append((at, words))

    def insertion(self, at: int, *, is_start: bool) -> None:
        """Note where inserted words begin or end; those that follow each other are taken together."""
        if is_start:
            self._began = at
        elif self._began is not None and at > self._began:
            if self._insertions and self._insertions[-1][1] == self._began and not self._is_cut(self._began):
                self._began = self._insertions.pop()[0]
            self._insertions.append((self._began, at))
            self._began = None

    def _is_cut(self, at: int) -> bool:
        return bool(self._deletions) and self._deletions[-1][0] == at

    def corrections(self, text: str, placed: Callable[[int], int]) -> Iterator[Correction]:
        """Yield each deletion with the place of what replaces it, which ``placed`` maps to the final text."""
        taken: set[int] = set()
        for at, words in self._deletions:
            old = " ".join(words.split())
            if old:
                start, end = self._new(text, at, taken) or _next_figure(text, at, old) or (at, at)
                yield Correction(placed(start), placed(end), old)

    def _new(self, text: str, at: int, taken: set[int]) -> tuple[int, int] | None:
        """Return the insertion that follows the place, or else the one that precedes it, with only blanks between."""
        number = bisect_left(self._insertions, (at, 0))
        for one in (number, number - 1):
            if one in taken or not 0 <= one < len(self._insertions):
                continue
            start, end = self._insertions[one]
            if not text[end:at].strip() and not text[at:start].strip() and text[start:end].strip():
                taken.add(one)
                return _without_blanks(text, start, end)
        return None


def _without_blanks(text: str, start: int, end: int) -> tuple[int, int]:
    words = text[start:end]
    return start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())


def _next_figure(text: str, at: int, old: str) -> tuple[int, int] | None:
    """Return the place of the figure that follows where a figure was deleted: “~15~ 12”."""
    found = FIGURE.match(text, at) if FIGURE.fullmatch(old) else None
    return found.span(1) if found else None
