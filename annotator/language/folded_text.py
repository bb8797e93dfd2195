"""A text that is folded piece by piece, with the way from its offsets to those of the text that is read."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from functools import lru_cache

from annotator.language.folding import folded_piece
from annotator.model.span import Span

PIECE = 65_536
"""Code points that are folded at once."""

BEGINNING = re.compile(r"[^\W_\u1160-\u11ff]")
"""Character that no earlier one joins, so that a piece may begin with it."""


class FoldedText:
    """Folded text of ``text``, whole once ``fold`` has returned True.

    ``folded`` is what is searched. ``widest`` is the number of characters that one character became at most.
    """

    def __init__(self, text: str, *, match_case: bool = False) -> None:
        self.text = text
        self.folded = ""
        self.widest = 1
        self._match_case = match_case
        self._parts: list[str] = []
        self._at = self._folded_at = 0
        self._starts, self._ends = array("q"), array("q")
        self._folded_starts, self._folded_ends = array("q"), array("q")

    @property
    def whole(self) -> bool:
        return self._at == len(self.text)

    def fold_piece(self) -> bool:
        """Fold a further piece, and return whether that was the last one."""
        if not self.whole:
            self._add(self._at, self._end_of_piece())
            if self.whole:
                self.folded, self._parts = "".join(self._parts), []
        return self.whole

    def fold(self) -> FoldedText:
        """Fold all that is left, and return the text."""
        while not self.fold_piece():
            pass
        return self

    def span(self, start: int, end: int) -> Span:
        """Return the span of a stretch of the folded text, of whole characters and not empty."""
        region = bisect_right(self._folded_starts, start) - 1
        if region < 0:
            first = start
        elif start < self._folded_ends[region]:
            first = self._starts[region]
        else:
            first = self._ends[region] + start - self._folded_ends[region]
        return Span(first, self._end(end))

    def place(self, offset: int) -> int:
        """Return the offset in the folded text of an offset in the text; within a region that of its end."""
        region = bisect_right(self._starts, offset) - 1
        if region < 0:
            return offset
        if offset == self._starts[region]:
            return self._folded_starts[region]
        beyond = offset - self._ends[region]
        return self._folded_ends[region] + max(beyond, 0)

    def _end(self, end: int) -> int:
        region = bisect_right(self._folded_starts, end - 1) - 1
        if region < 0:
            return end
        beyond = end - self._folded_ends[region]
        return self._ends[region] + max(beyond, 0)

    def _end_of_piece(self) -> int:
        found = BEGINNING.search(self.text, self._at + PIECE) if len(self.text) - self._at > PIECE else None
        return found.start() if found else len(self.text)

    def _add(self, start: int, end: int) -> None:
        plain, regions = folded_piece(self.text[start:end], match_case=self._match_case)
        at = 0
        for first, last, words in regions:
            self._append(plain[at:first])
            self._starts.append(start + first)
            self._ends.append(start + last)
            self._folded_starts.append(self._folded_at)
            self._append(words)
            self._folded_ends.append(self._folded_at)
            self.widest = max(self.widest, len(words))
            at = last
        self._append(plain[at:])
        self._at = end

    def _append(self, words: str) -> None:
        self._parts.append(words)
        self._folded_at += len(words)


@lru_cache(2)
def folded_text(text: str, *, match_case: bool = False) -> FoldedText:
    """Return the folded text, which those who search the same text share; it need not be whole yet."""
    return FoldedText(text, match_case=match_case)
