"""Where a text has what is looked for."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from itertools import islice

from annotator.language.case_folding import folded
from annotator.model.span import Span

MOST_COUNTED = 20_000


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for, and how exactly."""

    words: str
    match_case: bool = False
    whole_words: bool = False

    def pattern(self) -> re.Pattern[str]:
        """It as a regular expression, for text that is folded unless capitals matter; any blank matches any other."""
        words = self.words if self.match_case else folded(self.words)
        literal = r"\s+".join(map(re.escape, words.split())) if words.strip() else re.escape(words)
        return re.compile(rf"(?<!\w){literal}(?!\w)" if self.whole_words else literal)


class Matches:
    """The places of what is wanted in one text. ``text`` is folded already unless capitals matter.

    At most ``MOST_COUNTED`` are counted, but all are found.
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
        """Whether there may be more than were counted."""
        return len(self) == MOST_COUNTED

    def number_of(self, span: Span) -> int:
        """Which match the span is, from 1 on; 0 for none."""
        place = bisect_left(self._starts, span.start)
        same = place < len(self) and self._starts[place] == span.start and self.at(span.start) == span
        return place + 1 if same else 0

    def at(self, start: int) -> Span | None:
        match = self._pattern.match(self._text, start) if self._pattern else None
        return Span(*match.span()) if match else None

    def next(self, position: int) -> Span | None:
        """The first match from ``position`` on, going on from the start of the text."""
        if not self._starts or self._pattern is None:
            return None
        place = bisect_left(self._starts, position)
        if place < len(self):
            return self.at(self._starts[place])
        further = self._pattern.search(self._text, position) if self.uncounted else None
        return Span(*further.span()) if further else self.at(self._starts[0])

    def previous(self, position: int) -> Span | None:
        """The last match that begins before ``position``, going on from the last that was counted."""
        if not self._starts:
            return None
        return self.at(self._starts[bisect_left(self._starts, position) - 1])
