"""Search for words in a text."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from annotator.language.case_folding import folded
from annotator.model.span import Span

MOST_COUNTED = 20_000


@dataclass(frozen=True, slots=True)
class Wanted:
    """Query of a search, with its options."""

    words: str
    match_case: bool = False
    whole_words: bool = False

    def pattern(self) -> re.Pattern[str]:
        """Return the query as a regular expression, for case-folded text unless ``match_case``.

        Any run of whitespace in the query matches any other.
        """
        words = self.words if self.match_case else folded(self.words)
        literal = r"\s+".join(map(re.escape, words.split())) if words.strip() else re.escape(words)
        return re.compile(rf"(?<!\w){literal}(?!\w)" if self.whole_words else literal)


class Matches:
    """Matches of a query in ``text``, which must be case-folded already unless the query has ``match_case``.

    At most ``MOST_COUNTED`` are counted, but ``next`` finds those after them too.
    """

    def __init__(self, text: str, wanted: Wanted) -> None:
        self._text = text
        self._pattern = wanted.pattern() if wanted.words else None
        found = self._pattern.finditer(text) if self._pattern else iter(())
        self._starts = [match.start() for match in islice(found, MOST_COUNTED)]

    def __len__(self) -> int:
        return len(self._starts)

    @property
    def uncounted(self) -> bool:
        """True where there may be more matches than were counted."""
        return len(self) == MOST_COUNTED

    def number_of(self, span: Span) -> int:
        """Return the number of the match that has exactly this span, counted from 1; 0 where none has."""
        place = bisect_left(self._starts, span.start)
        same = place < len(self) and self._starts[place] == span.start and self.at(span.start) == span
        return place + 1 if same else 0

    def at(self, start: int) -> Span | None:
        """Return the match that begins at ``start``, in code points; None where none does."""
        match = self._pattern.match(self._text, start) if self._pattern else None
        return Span(*match.span()) if match else None

    def within(self, start: int, end: int) -> Iterator[Span]:
        """Yield the counted matches that touch the code points from ``start`` to ``end``."""
        place = max(bisect_right(self._starts, start) - 1, 0)
        while place < len(self) and self._starts[place] < end:
            match = self.at(self._starts[place])
            if match and match.end > start:
                yield match
            place += 1

    def next(self, position: int) -> Span | None:
        """Return the first match from ``position`` on, else the first of the text; None where there is none."""
        if not self._starts or self._pattern is None:
            return None
        place = bisect_left(self._starts, position)
        if place < len(self):
            return self.at(self._starts[place])
        further = self._pattern.search(self._text, position) if self.uncounted else None
        return Span(*further.span()) if further else self.at(self._starts[0])

    def previous(self, position: int) -> Span | None:
        """Return the last counted match that begins before ``position``, else the last counted; None if none is."""
        if not self._starts:
            return None
        return self.at(self._starts[bisect_left(self._starts, position) - 1])
