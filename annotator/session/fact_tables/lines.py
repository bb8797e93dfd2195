"""Lines of a table: rows with the text of their cells, and the headings of groups."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from msgspec import Struct

from annotator.facts.finding import Place
from annotator.language.folding import folded, folded_query

UNKNOWN = "–"
"""Cell of what is not known."""


class Line(Struct, frozen=True):
    """Line of a table. ``cells`` are in the order of the columns; a heading has the name of its group only.

    ``places`` are those of the row in the article, none for a heading. ``keys`` sort the rows, one for each column.
    ``group`` is the name of the row's group; ``count`` the number of rows below a heading. ``lit``: it does not fit,
    and ``complaint`` says why. ``badge`` is the id of the label that the source has; ``ticked`` is None where nothing
    can be ticked. ``muted`` are the numbers of cells that say what goes without saying. ``text`` is for the filter.
    """

    cells: tuple[str, ...]
    places: tuple[Place, ...] = ()
    keys: tuple[Any, ...] = ()
    group: str = ""
    count: int = 0
    lit: bool = False
    complaint: str = ""
    badge: str = ""
    ticked: bool | None = None
    muted: frozenset[int] = frozenset()
    text: str = ""

    @property
    def is_heading(self) -> bool:
        return not self.places

    @property
    def said(self) -> str:
        """Text of the line for a screen reader."""
        return ", ".join(cell for cell in (*self.cells, self.complaint) if cell)


@dataclass(frozen=True, slots=True)
class Order:
    """Order of a table: grouped or not, then by a column or, where it is -1, as in the text; last first if ``down``."""

    grouped: bool = False
    column: int = -1
    down: bool = False


def sorted_lines(lines: Sequence[Line], order: Order) -> list[Line]:
    """Return the lines, which are given in the order of the text, by the column of the order."""
    if order.column < 0:
        return [*reversed(lines)] if order.down else [*lines]
    return sorted(lines, key=lambda line: line.keys[order.column], reverse=order.down)


def arranged(lines: Sequence[Line], order: Order, nameless: Callable[[], str]) -> list[Line]:
    """Return the lines in their order and, if it is grouped, below headings.

    Groups come in the order in which the text first has one of their rows, that of ``nameless`` ones at the end.
    """
    if not order.grouped:
        return sorted_lines(lines, order)
    groups: dict[str, list[Line]] = {}
    for line in lines:
        groups.setdefault(line.group, []).append(line)
    found: list[Line] = []
    for name, group in sorted(groups.items(), key=lambda item: not item[0]):
        complaint = next((line.complaint for line in group if line.lit), "")
        heading = Line((name or nameless(),), count=len(group), complaint=complaint)
        found += [heading, *sorted_lines(group, order)]
    return found


def matching(lines: Sequence[Line], wanted: str) -> list[Line]:
    """Return the lines that have each of the words, in whatever cell; all of them where none is wanted."""
    words = folded_query(wanted).split()
    return [line for line in lines if all(word in line.text for word in words)] if words else [*lines]


def filter_text(*words: str) -> str:
    """Return the words as the filter looks for them: ASCII needs no folding but that of case, which is faster."""
    text = " ".join(word for word in words if word != UNKNOWN)
    return text.lower() if text.isascii() else folded(text)
