"""Paragraphs of the article with its marks as looks, and the places of the comments on its facts."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from annotator.interop.handover.content import Mark
from annotator.interop.handover.word.comments import Comments
from annotator.interop.handover.word.looks import look_of
from annotator.interop.handover.word.xml import paragraph, run
from annotator.language.plain_line import runs_leftwards

LINE = re.compile(r"[^\n]+")
PART = "bar"


class ArticleText:
    """Paragraphs of one article, with the marks of its notes: comments or footnotes."""

    def __init__(self, notes: Comments) -> None:
        handed = notes.handed
        self._text, self._notes = handed.article.text, notes
        self._states = {fact.number: fact.state or "to-check" for fact in handed.facts}
        self._marks = sorted(filter(_is_shown, handed.marks), key=lambda mark: mark.span.start)
        self._next = 0
        self._open: list[Mark] = []

    def paragraphs(self) -> Iterator[str]:
        """Yield a paragraph for each line that is not blank."""
        for found in LINE.finditer(self._text):
            if found[0].strip():
                yield self._paragraph(found.start(), found.end())

    def _paragraph(self, start: int, end: int) -> str:
        here = self._marks_in(start, end)
        at_start, at_end = self._noted(here)
        cuts = sorted({start, end, *self._edges(here, start, end)})
        leftwards = runs_leftwards(self._text[start:end])
        pieces: list[str] = []
        for left, right in pairwise(cuts):
            pieces += map(self._notes.begins, at_start[left])
            over = [mark for mark in here if mark.span.start < right and mark.span.end > left]
            pieces.append(run(self._text[left:right], look_of(over, self._states), in_leftwards=leftwards))
            pieces.append(self._notes.also.join(map(self._notes.ends, at_end[right])))
        return paragraph("".join(pieces), leftwards=leftwards)

    def _marks_in(self, start: int, end: int) -> list[Mark]:
        while self._next < len(self._marks) and self._marks[self._next].span.start < end:
            self._open.append(self._marks[self._next])
            self._next += 1
        self._open = [mark for mark in self._open if mark.span.end > start]
        return [*self._open]

    def _noted(self, marks: Sequence[Mark]) -> tuple[Mapping[int, list[str]], Mapping[int, list[str]]]:
        """Return the facts whose words begin and those whose words end at each place."""
        at_start: dict[int, list[str]] = defaultdict(list)
        at_end: dict[int, list[str]] = defaultdict(list)
        for mark in marks:
            if self._notes.has(str(mark.number)):
                first, last = self._written(mark)
                at_start[first].append(str(mark.number))
                at_end[last].append(str(mark.number))
        return at_start, at_end

    def _edges(self, marks: Sequence[Mark], start: int, end: int) -> Iterator[int]:
        for mark in marks:
            yield from (edge for edge in self._written(mark) if start < edge < end)

    def _written(self, mark: Mark) -> tuple[int, int]:
        """Return where the words of the mark begin and end, without blanks around them, of which no paragraph is."""
        words = mark.span.of(self._text)
        first = mark.span.start + len(words) - len(words.lstrip())
        return first, max(mark.span.end - len(words) + len(words.rstrip()), first)


def _is_shown(mark: Mark) -> bool:
    """Tell whether the mark has a look or a note: a part of a page has neither, unless somebody checks it."""
    return mark.style != PART or mark.number > 0
