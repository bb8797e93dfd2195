"""Filter of a list, which looks through many thousand lines piece by piece, so that the first are seen at once."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import compress

from annotator.language.folding import folded_query
from annotator.session.desk_lists.lines import ListLine

PIECE = 2000
"""Lines of a piece: to look through them takes less than a millisecond."""


class LineFilter:
    """Lines in their order, and those of them, as far as was looked, that have each of the words in whatever cell.

    More letters leave fewer lines, so that only those are looked at that were left before.
    """

    def __init__(self) -> None:
        self._every: Sequence[ListLine] = ()
        self._texts: Sequence[str] = ()
        self._among: tuple[Sequence[ListLine], Sequence[str]] = (), ()
        self._words: tuple[str, ...] = ()
        self._left: list[str] = []
        self._at = 0
        self.lines: list[ListLine] = []

    def take(self, lines: Sequence[ListLine]) -> None:
        """Take these lines, in this order, in place of all others, and look through them."""
        self._every, self._texts = lines, [line.text for line in lines]
        self._begin(self._every, self._texts)
        while found := self.look():
            self.add(found)

    def narrow(self, wanted: str) -> None:
        """Look for the lines that have each of the words, from now on; for all of them where none is wanted."""
        words, before = tuple(folded_query(wanted).split()), self._words
        narrows = self.is_whole and all(any(one in word for word in words) for one in before)
        self._words = words
        if narrows and before:
            self._begin(self.lines, self._left)
        else:
            self._begin(self._every, self._texts)

    @property
    def is_whole(self) -> bool:
        """True once all lines have been looked at."""
        return self._at >= len(self._among[0])

    def look(self) -> Found | None:
        """Return what the next piece has of such lines, to be added; None once all have been looked at."""
        if self.is_whole:
            return None
        piece = slice(self._at, self._at + PIECE)
        self._at += PIECE
        lines, texts = self._among[0][piece], self._among[1][piece]
        for word in self._words:
            has = [word in text for text in texts]
            lines, texts = [*compress(lines, has)], [*compress(texts, has)]
        return lines, texts

    def add(self, found: Found) -> None:
        """Add what was found."""
        self.lines += found[0]
        self._left += found[1]

    def _begin(self, lines: Sequence[ListLine], texts: Sequence[str]) -> None:
        self._among, self._at, self.lines, self._left = (lines, texts), 0, [], []


Found = tuple[Sequence[ListLine], Sequence[str]]
"""Lines, and their texts."""
