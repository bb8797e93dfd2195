"""Grouping of printed lines into paragraphs by line distance, indent and line end."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median_low

from annotator.interop.articles.kinds.pdf.line_joining import HYPHENS
from annotator.interop.articles.kinds.pdf.lines import Line

GAP = 1.35
"""Ratio of the distance between paragraphs to the usual distance of two lines."""

OTHER_SIZE = 0.15
INDENT = 0.8
"""Least indent of a paragraph, in line heights."""

SAME_ROW = 0.3
FULL = 0.85
ENDINGS = ".!?…:;。！？：；؟۔।”’\"'»）)]"

MARKS = "⁰¹²³⁴⁵⁶⁷⁸⁹ "
"""Marks of footnotes, which stand after the end of a sentence."""


@dataclass(frozen=True, slots=True)
class Run:
    """Consecutive lines at the usual distance."""

    lines: tuple[Line, ...]

    @property
    def width(self) -> float:
        return max(line.right for line in self.lines) - min(line.left for line in self.lines)


def paragraphs(lines: Sequence[Line]) -> list[list[Line]]:
    """Return the lines of each paragraph, which may continue in the next column or on the next page."""
    result: list[list[Line]] = []
    previous: Run | None = None
    for run in _runs(lines):
        parts = list(_parts(run))
        if previous and _continues(previous, run):
            result[-1] += parts.pop(0)
        result += parts
        previous = run
    return result


def is_rtl(text: str) -> bool:
    """Return whether most of the text's letters are right-to-left."""
    kinds = [unicodedata.bidirectional(character) for character in text]
    return sum(kind in ("R", "AL") for kind in kinds) > kinds.count("L")


def _runs(lines: Sequence[Line]) -> Iterator[Run]:
    usual = _usual_pitch(lines)
    current: list[Line] = []
    for line in lines:
        if current and not _follows(current[-1], line, usual):
            yield Run(tuple(current))
            current = []
        current.append(line)
    if current:
        yield Run(tuple(current))


def _usual_pitch(lines: Sequence[Line]) -> float:
    """Return the usual distance of two lines, in line heights."""
    pitches = [_pitch(first, second) for first, second in pairwise(lines) if first.page == second.page]
    usual = [pitch for pitch in pitches if SAME_ROW < pitch < 3]
    return median_low(usual) if usual else 1.2


def _pitch(first: Line, second: Line) -> float:
    return (first.bottom - second.bottom) / max(first.size, 1)


def _follows(first: Line, second: Line, usual: float) -> bool:
    if first.page != second.page or not _are_alike(first, second):
        return False
    return -SAME_ROW <= _pitch(first, second) <= GAP * usual


def _are_alike(first: Line, second: Line) -> bool:
    return abs(first.size - second.size) <= OTHER_SIZE * max(first.size, second.size)


def _parts(run: Run) -> Iterator[list[Line]]:
    rtl = is_rtl("".join(line.text for line in run.lines))
    indented = _indented(run, rtl)
    part: list[Line] = [run.lines[0]]
    for first, second in pairwise(run.lines):
        if second in indented or _ends_early(first, second, run, rtl):
            yield part
            part = []
        part.append(second)
    yield part


def _indented(run: Run, rtl: bool) -> set[Line]:
    """Return the lines that begin paragraphs: those indented, or outdented, against the majority."""
    starts = {line: -line.right if rtl else line.left for line in run.lines}
    edge = min(starts.values())
    indented = {line for line, start in starts.items() if start - edge > INDENT * line.size}
    return indented if 2 * len(indented) <= len(starts) else set(starts) - indented


def _ends_early(first: Line, second: Line, run: Run, rtl: bool) -> bool:
    """Return whether the next line's first word would have fitted, so that the paragraph ends with this line."""
    is_within = first.text[-1] in HYPHENS or (second.text[0].islower() and not _ends_sentence(first))
    if is_within or _pitch(first, second) < SAME_ROW:
        return False
    edges = [-line.left if rtl else line.right for line in run.lines]
    room = max(edges) - (-first.left if rtl else first.right)
    word = second.text[:1] if unicodedata.east_asian_width(second.text[0]) in "WF" else second.text.split()[0]
    return room > (len(word) + 3) * (first.right - first.left) / len(first.text)


def _ends_sentence(line: Line) -> bool:
    return line.text.rstrip(MARKS)[-1:] in ENDINGS


def _continues(first: Run, second: Run) -> bool:
    """Return whether a paragraph continues from the end of a column or page to the beginning of the next."""
    last, begin = first.lines[-1], second.lines[0]
    if (last.page == begin.page and last.bottom > begin.bottom) or not _are_alike(last, begin) or _ends_sentence(last):
        return False
    is_full = (last.right - last.left) >= FULL * max(first.width, second.width)
    can_tell = len(first.lines) + len(second.lines) > 2
    return (can_tell and is_full) or begin.text[0].islower()
