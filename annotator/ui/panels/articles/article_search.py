"""Search of the list of articles from one place on, in both directions, a part at a time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import chain

PART = 2000
"""Articles that are searched in one step, some 0.3 ms."""
SCREEN = 100
"""Rows that a screen has at most."""
FIRST_PARTS = 10
"""Steps after which what has been found is shown, also where that is less than a screen."""


class ArticleSearch:
    """Search of ``line``, numbers in the order of the list, for those that ``passing`` returns of a part of them.

    It begins at the place ``start``, so that what is around that is found first. ``complete``: all have been searched.
    """

    def __init__(
        self, line: Sequence[int], start: int, passing: Callable[[Sequence[int]], Sequence[int]], *, part: int = PART
    ) -> None:
        self._line, self._passing, self._part = line, passing, part
        self._begin = self._end = start
        self._before: list[Sequence[int]] = []  # the part that is next to ``start`` first
        self._after: list[int] = []
        self._many_before = 0

    @property
    def complete(self) -> bool:
        return self._end == len(self._line) and not self._begin

    @property
    def found(self) -> list[int]:
        """Numbers that have been found so far, in the order of the line, and without a gap between them."""
        return [*chain.from_iterable(reversed(self._before)), *self._after]

    def step(self) -> bool:
        """Search a part on the side where less has been found; return False once all have been searched."""
        if self._begin and (self._end == len(self._line) or self._many_before < len(self._after)):
            begin = max(self._begin - self._part, 0)
            self._before.append(self._passing(self._line[begin : self._begin]))
            self._many_before += len(self._before[-1])
            self._begin = begin
        else:
            part = self._line[self._end : self._end + self._part]
            self._after += self._passing(part)
            self._end += len(part)
        return not self.complete

    def find_screen(self) -> None:
        """Search until a screen is full in both directions, or as long as one may wait for it."""
        for _part in range(FIRST_PARTS):
            if self._is_screen or not self.step():
                return

    @property
    def _is_screen(self) -> bool:
        """True where a screen is full on each side, or nothing is left on it."""
        after = self._end == len(self._line) or len(self._after) >= SCREEN
        return after and (not self._begin or self._many_before >= SCREEN)
