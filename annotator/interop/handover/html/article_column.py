"""The column of the article: its text to the character, with marks, their numbers, and notes after each paragraph."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from annotator.interop.handover.content import HandOver, Mark
from annotator.interop.handover.html.markup import exact, plain
from annotator.interop.handover.html.notes import Notes
from annotator.translation.messages import _

BAR = "bar"
UNDERLINES = frozenset({"line", "dotted", "dashed"})
BLANKS = re.compile(r"^\s|\s\s|\t")
"""Blanks that a browser would not show as they are."""
MOST_LANES = 4
"""Underlines below each other; any further one lies on the last."""
DEEPEST = 50
"""Marks over each other that are drawn; each further one only has its number, or a page could grow without bounds."""


def article_column(handed: HandOver) -> str:
    """Return the column; the text of its paragraphs and what stands between them is the article's text."""
    article, notes = handed.article, Notes(handed)
    known = frozenset(fact.number for fact in handed.facts if fact.placed)
    weaver = Weaver(article.text, handed.marks, {line.label: at for at, line in enumerate(handed.legend)}, known)
    direction = "rtl" if article.leftwards else "ltr"
    language = f' lang="{plain(article.language)}"' if article.language else ""
    blocks = "\n".join(_blocks(article.text, weaver, notes.note))
    return f'<div class="column" dir="{direction}"{language}>{blocks}</div>\n'


def _blocks(text: str, weaver: Weaver, note: Callable[[int], str]) -> Iterator[str]:
    start, after_blank = 0, False
    for line in text.split("\n"):
        markup, numbers = weaver.line(start, start + len(line))
        start += len(line) + 1
        notes = [note(number) for number in numbers]
        yield _block(line, markup, weaver.bars, notes, after_blank=after_blank) if line or numbers else ""
        after_blank = not line.strip()


def _block(line: str, markup: str, bars: Sequence[int], notes: Sequence[str], *, after_blank: bool) -> str:
    said = plain(_("Notes"))
    beside = f'<aside class="notes" aria-label="{said}">{"".join(notes)}</aside>' if notes else ""
    stripes = "".join(f'<i class="stripe l{look} at{at}"></i>' for at, look in enumerate(bars[:MOST_LANES]))
    new = " new" if after_blank else ""
    blanks = ' class="blanks"' if BLANKS.search(line) else ""
    return f'<div class="para{new}"><p dir="auto"{blanks}>{stripes}{markup}</p>{beside}</div>'


@dataclass(frozen=True, slots=True)
class _Open:
    """A mark that is open, with the lane of its line; one too deep among others is not ``drawn``."""

    mark: Mark
    lane: int
    drawn: bool


class Weaver:
    """Text of an article with its marks as nested elements; marks that cross are divided where they do.

    ``bars`` are the looks of the marks in the margin of the line that was woven last.
    """

    def __init__(self, text: str, marks: Sequence[Mark], looks: Mapping[str, int], known: frozenset[int]) -> None:
        self._text, self._looks, self._known = text, looks, known
        self._coming = sorted(marks, key=lambda mark: (mark.span.start, -mark.span.end, mark.id))[::-1]
        self._open: list[_Open] = []
        self.bars: list[int] = []

    def line(self, start: int, end: int) -> tuple[str, list[int]]:
        """Return the markup of the line, in code points, and the numbers of the facts that end in it."""
        numbers: list[int] = []
        out = [self._opening(one, goes_on=True) for one in self._open]
        self.bars = [self._looks[one.mark.label] for one in self._open if one.mark.style == BAR]
        at = start
        self._begin(at, out)
        self._finish(at, out, numbers)  # one that has nothing but a newline ends where the next line begins
        while True:
            following = self._boundary(at, end)
            out.append(exact(self._text[at:following]))
            at = following
            self._finish(at + (at == end), out, numbers)  # one that ends with the newline ends in the line
            if at == end:
                break
            self._begin(at, out)
        out.append(_closing(self._open))
        return "".join(out), numbers

    def _boundary(self, at: int, end: int) -> int:
        starts = [self._coming[-1].span.start] if self._coming else []
        ends = [one.mark.span.end for one in self._open]
        return min((place for place in (*starts, *ends) if at < place < end), default=end)

    def _begin(self, at: int, out: list[str]) -> None:
        while self._coming and self._coming[-1].span.start <= at:
            mark = self._coming.pop()
            if mark.style == BAR:
                self.bars.append(self._looks[mark.label])
            lane = self._free_lane() if mark.style in UNDERLINES else 0
            self._open.append(_Open(mark, lane, sum(one.drawn for one in self._open) < DEEPEST))
            out.append(self._opening(self._open[-1], goes_on=False))

    def _free_lane(self) -> int:
        taken = {one.lane for one in self._open if one.mark.style in UNDERLINES}
        return next((lane for lane in range(MOST_LANES) if lane not in taken), MOST_LANES - 1)

    def _finish(self, at: int, out: list[str], numbers: list[int]) -> None:
        """Close the marks that end at the place, and those within them, which are opened again."""
        first = next((place for place, one in enumerate(self._open) if one.mark.span.end <= at), None)
        if first is None:
            return
        above = self._open[first:]
        del self._open[first:]
        out.append(_closing(above))
        ended = {one.mark.number for one in above if one.mark.span.end <= at}
        for number in sorted(ended & self._known):
            numbers.append(number)
            out.append(_number(number))
        for one in above:
            if one.mark.span.end > at:
                self._open.append(one)
                out.append(self._opening(one, goes_on=True))

    def _opening(self, one: _Open, *, goes_on: bool) -> str:
        if not one.drawn:
            return ""
        mark, part = one.mark, " on" if goes_on else ""
        look = self._looks[mark.label]
        return f'<span class="m {mark.style} l{look} lane{one.lane}{part}" data-m="{plain(mark.id)}">'


def _closing(marks: Iterable[_Open]) -> str:
    return "</span>" * sum(one.drawn for one in marks)


def _number(number: int) -> str:
    words = plain(_("Note {number}").format(number=number))
    return f'<a class="n" id="r{number}" href="#n{number}" data-n="{number}" aria-label="{words}"></a>'
