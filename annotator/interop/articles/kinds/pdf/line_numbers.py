"""Numbers of lines in the margin of a PDF's pages, as those of transcripts, bills and manuscripts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median_low

from annotator.interop.articles.kinds.pdf.lines import Line

NUMBERED = re.compile(r"(\d{1,4})(?:\s+(\S.*))?")
STEPS = (1, 2, 5, 10)
LEAST, LEAST_EVERY = 3, 5
"""Least numbers on a page where they stand apart, and where they stand in each line and may be those of a list."""

MOST_LINES = 0.8
"""Least share of the lines that are numbered where each is."""

LEAST_CONTINUED = 0.25
"""Least share of numbered lines that go on in the midst of a sentence, which the items of a list do not."""

MOST_OFF, MOST_STEPS = 0.35, 0.7
"""Most difference of a number's distance from that of its lines, and least share of numbers that keep to it."""

SIDE = 3
"""Most points by which the edges of numbers in one column differ."""


def without_line_numbers(pages: Sequence[Sequence[Line]]) -> tuple[list[list[Line]], int]:
    """Return the pages without the numbers of their lines, and how many numbers were taken out."""
    found: list[list[Line]] = []
    count = 0
    known = False
    for page in pages:
        numbered = _numbered(page)
        known = known or _is_column(numbered, page, LEAST, LEAST_EVERY)
        if not (known and _is_column(numbered, page, 1, 1)):
            found.append([*page])
            continue
        count += len(numbered)
        found.append([line for line in (_without(line, numbered) for line in page) if line.text])
    return found, count


def _numbered(page: Sequence[Line]) -> dict[Line, int]:
    """Return the lines that begin with a number, or are one, in the column of most of them."""
    found = {line: match for line in page if (match := NUMBERED.fullmatch(line.text))}
    columns = [[line for line in found if _is_beside(line, other, found)] for other in found]
    best = max(columns, key=len, default=[])
    return {line: int(found[line][1]) for line in sorted(best, key=lambda line: -line.bottom)}


def _is_beside(line: Line, other: Line, found: dict[Line, re.Match[str]]) -> bool:
    """Return whether the numbers of both lines have the same left or, as far as it is known, right edge."""
    if abs(line.left - other.left) <= SIDE:
        return True
    edges = [_right_edge(each, found[each]) for each in (line, other)]
    return abs(edges[0] - edges[1]) <= SIDE


def _right_edge(line: Line, match: re.Match[str]) -> float:
    share = len(match[1]) / len(line.text)
    return line.left + share * (line.right - line.left)


def _is_column(numbered: dict[Line, int], page: Sequence[Line], least: int, least_every: int) -> bool:
    """Return whether the numbers count lines: in even steps down the page, apart from the text or in each line."""
    numbers = [*numbered.values()]
    steps = {second - first for first, second in pairwise(numbers)}
    if len(numbers) < least or not (steps <= {1} or (len(steps) == 1 and steps <= {*STEPS})):
        return False
    if not _counts_lines(numbered, page) or _is_table(numbered):
        return False
    if _is_apart(numbered, page):
        return True
    whole = len(numbers) >= MOST_LINES * len(page)
    return whole and len(numbers) >= least_every and (least_every == 1 or _goes_on([*numbered]))


def _counts_lines(numbered: dict[Line, int], page: Sequence[Line]) -> bool:
    """Return whether the numbers are as far apart as that many lines, which those of paragraphs are not."""
    bottoms = sorted({round(line.bottom, 1) for line in page}, reverse=True)
    pitches = [above - below for above, below in pairwise(bottoms) if above - below > 1]
    steps = [(first.bottom - second.bottom, numbered[second] - numbered[first]) for first, second in pairwise(numbered)]
    if not (pitches and steps):
        return True
    pitch = median_low(pitches)
    fitting = sum(abs(distance - step * pitch) <= MOST_OFF * step * pitch for distance, step in steps)
    return fitting >= MOST_STEPS * len(steps)


def _is_table(numbered: dict[Line, int]) -> bool:
    """Return whether most numbers stand before several cells."""
    return 2 * sum(len(line.cells) > 2 for line in numbered) > len(numbered)


def _is_apart(numbered: dict[Line, int], page: Sequence[Line]) -> bool:
    """Return whether the numbers stand beside the column of the text."""
    texts = [line.second if line in numbered else line.left for line in page if not line.text.isdigit()]
    others = [line.left for line in page if line not in numbered]
    rights = [line.right for line in page if not line.text.isdigit()]
    if not texts:
        return False
    is_left = all(_number_end(line) < min(texts) - SIDE for line in numbered) and all(
        left >= min(texts) - SIDE for left in others
    )
    is_right = all(line.text.isdigit() and line.left > max(rights) for line in numbered)
    return (is_left and _has_gap(numbered)) or is_right


def _has_gap(numbered: dict[Line, int]) -> bool:
    """Return whether a gap wider than a blank divides the numbers from the words after them."""
    with_words = [line for line in numbered if line.second]
    return all(line.second - _number_end(line) > 0.7 * line.size for line in with_words)


def _number_end(line: Line) -> float:
    """Return about where the number at the beginning of the line ends; a digit is about half as wide as high."""
    if not line.second:
        return line.right
    return line.left + 0.5 * line.size * len(line.text.split(maxsplit=1)[0])


def _goes_on(lines: Sequence[Line]) -> bool:
    rests = [line.text.partition(" ")[2] for line in lines]
    return sum(rest[:1].islower() for rest in rests) >= LEAST_CONTINUED * len(rests)


def _without(line: Line, numbered: dict[Line, int]) -> Line:
    if line not in numbered:
        return line
    rest = line.text.partition(" ")[2].lstrip()
    cells = line.cells[1:] if line.cells and line.cells[0][0].isdigit() else ()
    return replace(line, text=rest, left=line.second or line.left, second=0, cells=cells if len(cells) > 1 else ())
