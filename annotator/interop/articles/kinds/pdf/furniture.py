"""Detection of page furniture: running heads, footers and page numbers."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from annotator.interop.articles.kinds.pdf.lines import Line

APART = 1.8
"""Least distance of the second line at an edge from the third to count as furniture, in line heights."""

LEAST_SHARE = 0.4
"""Least share of pages on which furniture repeats; below half, since left and right pages may differ."""

NUMBER = re.compile(r"\d+")
BLANKS = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Page:
    """Lines of a page: the furniture above, the text, the furniture below."""

    head: tuple[Line, ...]
    body: tuple[Line, ...]
    foot: tuple[Line, ...]


def separate_furniture(pages: Sequence[Sequence[Line]]) -> list[Page]:
    """Return the pages with the repeated lines at their edges separated as furniture."""
    heads, feet = [_edge(page, -1) for page in pages], [_edge(page, 1) for page in pages]
    return [_page(page, head, foot) for page, head, foot in zip(pages, _repeated(heads), _repeated(feet), strict=True)]


def _page(lines: Sequence[Line], head: list[Line], foot: list[Line]) -> Page:
    body = tuple(line for line in lines if line not in head and line not in foot)
    if not body:
        return Page((), tuple(lines), ())
    return Page(tuple(head), body, tuple(line for line in foot if line not in head))


def _edge(lines: Sequence[Line], direction: int) -> list[Line]:
    """Return the outermost lines in page order: the upper ones for direction -1, the lower ones for 1."""
    rows = sorted({round(line.bottom) for line in lines}, key=lambda bottom: direction * bottom)[:3]
    is_double = len(rows) > 2 and abs(rows[1] - rows[2]) > APART * lines[0].size
    outer = rows[: 1 + is_double]
    return [line for line in lines if round(line.bottom) in outer]


def _repeated(edges: list[list[Line]]) -> Iterator[list[Line]]:
    """Yield for each edge its lines that are repeated on enough pages."""
    found: dict[tuple[str, int], list[Line]] = defaultdict(list)
    for edge in edges:
        for line in edge:
            found[_key(line)].append(line)
    least = max(2, LEAST_SHARE * len(edges))
    kept = {key for key, lines in found.items() if len({line.page for line in lines}) >= least and _is_furniture(lines)}
    for edge in edges:
        yield [line for line in edge if _key(line) in kept]


def _key(line: Line) -> tuple[str, int]:
    """Return a key that is equal for lines that differ only in numbers; the size tells a title from a running head."""
    return NUMBER.sub("0", BLANKS.sub(" ", line.text).casefold()), round(line.size)


def _is_furniture(lines: list[Line]) -> bool:
    """Return whether the lines are furniture: words, or numbers that increase by page, unlike figures in a table."""
    if any(character.isalpha() for character in lines[0].text):
        return True
    numbers = [int(NUMBER.findall(line.text)[0][:9]) for line in lines if NUMBER.search(line.text)]
    return not numbers or all(first < second for first, second in pairwise(numbers))
