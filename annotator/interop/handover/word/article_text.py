"""Paragraphs of the article with its marks as looks, and the places of the comments on its facts."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from annotator.interop.handover.content import HandOver, Mark
from annotator.interop.handover.word.looks import look_of
from annotator.interop.handover.word.xml import begins, ends, paragraph, run
from annotator.language.plain_line import runs_leftwards

LINE = re.compile(r"[^\n]+")
PART = "bar"


class ArticleText:
    """Paragraphs of one article. ``comments`` are the numbers of the comments on facts, by the numbers of the facts."""

    def __init__(self, handed: HandOver, comments: Mapping[int, int]) -> None:
        self._text = handed.article.text
        self._comments = comments
        self._states = {fact.number: fact.state or "to-check" for fact in handed.facts}
        self._marks = sorted((mark for mark in handed.marks if mark.style != PART), key=lambda mark: mark.span.start)
        self._next = 0
        self._open: list[Mark] = []

    def paragraphs(self) -> Iterator[str]:
        """Yield a paragraph for each line that is not blank."""
        for found in LINE.finditer(self._text):
            if found[0].strip():
                yield self._paragraph(found.start(), found.end())

    def _paragraph(self, start: int, end: int) -> str:
        here = self._marks_in(start, end)
        at_start, at_end = self._comments_of(here)
        cuts = sorted({start, end, *self._edges(here, start, end)})
        leftwards = runs_leftwards(self._text[start:end])
        pieces: list[str] = []
        for left, right in pairwise(cuts):
            pieces += map(begins, at_start[left])
            over = [mark for mark in here if mark.span.start < right and mark.span.end > left]
            pieces.append(run(self._text[left:right], look_of(over, self._states), in_leftwards=leftwards))
            pieces += map(ends, at_end[right])
        return paragraph("".join(pieces), leftwards=leftwards)

    def _marks_in(self, start: int, end: int) -> list[Mark]:
        while self._next < len(self._marks) and self._marks[self._next].span.start < end:
            self._open.append(self._marks[self._next])
            self._next += 1
        self._open = [mark for mark in self._open if mark.span.end > start]
        return [*self._open]

    def _comments_of(self, marks: Sequence[Mark]) -> tuple[Mapping[int, list[int]], Mapping[int, list[int]]]:
        """Return the comments that begin and that end at each place."""
        at_start: dict[int, list[int]] = defaultdict(list)
        at_end: dict[int, list[int]] = defaultdict(list)
        for mark in marks:
            if mark.number in self._comments:
                first, last = self._written(mark)
                at_start[first].append(self._comments[mark.number])
                at_end[last].append(self._comments[mark.number])
        return at_start, at_end

    def _edges(self, marks: Sequence[Mark], start: int, end: int) -> Iterator[int]:
        for mark in marks:
            yield from (edge for edge in self._written(mark) if start < edge < end)

    def _written(self, mark: Mark) -> tuple[int, int]:
        """Return where the words of the mark begin and end, without blanks around them, of which no paragraph is."""
        words = mark.span.of(self._text)
        first = mark.span.start + len(words) - len(words.lstrip())
        return first, max(mark.span.end - len(words) + len(words.rstrip()), first)
