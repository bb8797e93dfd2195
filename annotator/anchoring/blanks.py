"""Texts that differ in blanks and line ends only, and spans that are mapped by the characters that can be seen."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from annotator.model.span import Span

UNSEEN = "\u00ad\u200b\u2060\ufeff"
"""Characters that are no blanks but cannot be seen: soft hyphen, zero-width space, word joiner, byte order mark."""

SEEN = re.compile(rf"[^\s{UNSEEN}]+")
NO_UNSEEN = str.maketrans("", "", UNSEEN)
BREAK = re.compile(r"(?<=\S)[^\S\n]*\n\s*(?=\S)")
NEAR = 200
"""Code points on either side of a line end within which the words around it are looked for."""

LineEnd = tuple[str, str, str, str]
"""Two words before a line end and two behind it; empty where there are none."""


def seen(text: str) -> str:
    """Return the characters that can be seen, without any blanks."""
    return "".join(_without_unseen(text).split())


def single_blanks(text: str) -> str:
    """Return the text with one space for each run of blanks, without those at its ends and what cannot be seen."""
    return " ".join(_without_unseen(text).split())


class SeenCharacters:
    """Numbers of the visible characters of a text, counted from 0, and their offsets."""

    def __init__(self, text: str) -> None:
        self._starts: list[int] = []
        self._before: list[int] = []
        count = 0
        for run in SEEN.finditer(text):
            self._starts.append(run.start())
            self._before.append(count)
            count += run.end() - run.start()
        self._before.append(count)

    def numbers(self, span: Span) -> range:
        """Return the numbers of the visible characters inside the span."""
        return range(self._number(span.start), self._number(span.end))

    def span(self, numbers: range) -> Span:
        """Return the span from the first to the last of these characters, of which there must be one."""
        return Span(self._offset(numbers[0]), self._offset(numbers[-1]) + 1)

    def _number(self, offset: int) -> int:
        """Return how many visible characters stand before the offset."""
        run = bisect_right(self._starts, offset) - 1
        return min(self._before[run] + offset - self._starts[run], self._before[run + 1]) if run >= 0 else 0

    def _offset(self, number: int) -> int:
        run = bisect_right(self._before, number, hi=len(self._starts)) - 1
        return self._starts[run] + number - self._before[run]


def without_other_breaks(old: str, new: str) -> tuple[str, str]:
    """Return both texts with spaces for those line ends that are plain blanks in the other one, at the same offsets.

    A sentence that was wrapped at another width is then one sentence in both texts.
    """
    ours, theirs = {*_line_ends(old)}, {*_line_ends(new)}
    return _joined(old, ours - theirs, new), _joined(new, theirs - ours, old)


def _joined(text: str, only_here: set[LineEnd], other: str) -> str:
    """Return the text with spaces for the line ends ``only_here`` whose words follow each other in the other text."""
    if not only_here:
        return text
    within = {*_on_one_line(other)}
    soft = {end for end in only_here if end[:3] in within or end[1:] in within}
    return BREAK.sub(lambda found: " " * len(found[0]) if _around(text, found) in soft else found[0], text)


def _line_ends(text: str) -> Iterator[LineEnd]:
    return (_around(text, found) for found in BREAK.finditer(text))


def _around(text: str, found: re.Match[str]) -> LineEnd:
    before = text[max(0, found.start() - NEAR) : found.start()].split()[-2:]
    behind = text[found.end() : found.end() + NEAR].split()[:2]
    first, second = ["", *before][-2:]
    third, fourth = [*behind, ""][:2]
    return first, second, third, fourth


def _on_one_line(text: str) -> Iterator[tuple[str, str, str]]:
    """Yield each three words that follow each other on a line."""
    for line in text.split("\n"):
        words = line.split()
        yield from zip(words, words[1:], words[2:], strict=False)


def _without_unseen(text: str) -> str:
    return text.translate(NO_UNSEEN) if any(character in text for character in UNSEEN) else text


def equal_stretches(old: str, new: str) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """Yield start and end of the stretches without blanks that two texts with the same visible characters share."""
    ours, theirs = _runs(old), _runs(new)
    (at, end), (new_at, new_end) = next(ours, (0, 0)), next(theirs, (0, 0))
    while at < end:
        length = min(end - at, new_end - new_at)
        yield (at, at + length), (new_at, new_at + length)
        at, new_at = at + length, new_at + length
        if at == end:
            at, end = next(ours, (0, 0))
        if new_at == new_end:
            new_at, new_end = next(theirs, (0, 0))


def _runs(text: str) -> Iterator[tuple[int, int]]:
    return (run.span() for run in SEEN.finditer(text))
