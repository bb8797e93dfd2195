"""Lines of a table: rows with the text of their cells, and the headings of groups."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from annotator.facts.finding import Finding, Place
from annotator.language.folding import folded, folded_query
from annotator.session.fact_tables.contents import Contents, Found


@dataclass(frozen=True, slots=True)
class Line:
    """Line of a table. ``cells`` are in the order of the columns; a heading has the name of its group only.

    ``row`` is the number of the row in the contents, -1 for a heading. ``lit``: it does not fit; ``complaint`` says why
    at the end of a heading. ``badge`` is the id of the label that the source has; ``ticked`` is None where nothing can
    be ticked. ``muted`` are the numbers of cells that say what goes without saying.
    """

    cells: tuple[str, ...]
    row: int = -1
    count: int = 0
    lit: bool = False
    complaint: str = ""
    badge: str = ""
    ticked: bool | None = None
    muted: frozenset[int] = frozenset()

    @property
    def is_heading(self) -> bool:
        return self.row < 0

    @property
    def said(self) -> str:
        """Text of the line for a screen reader and for a filter."""
        return ", ".join(cell for cell in (*self.cells, self.complaint) if cell)


@dataclass(frozen=True, slots=True)
class Order:
    """Order of a table: grouped or not, then by a column or, where it is -1, as in the text; last first if ``down``."""

    grouped: bool = False
    column: int = -1
    down: bool = False


class Lit:
    """Findings that nobody has dismissed, by the places that they are about."""

    def __init__(self, found: Iterable[Found]) -> None:
        self._found: dict[tuple[object, ...], Found] = {}
        for one in found:
            for place in one.finding.places:
                for key in _keys(place):
                    self._found.setdefault(key, one)

    @classmethod
    def of(cls, contents: Contents) -> Lit:
        """Return those of the contents."""
        return cls(contents.open)

    def at(self, place: Place) -> Found | None:
        """Return the first finding that is about the place; None if there is none."""
        return next((self._found[key] for key in _keys(place) if key in self._found), None)


def matching(lines: Sequence[Line], wanted: str) -> list[Line]:
    """Return the lines that have each of the words, in whatever cell."""
    words = folded_query(wanted).split()
    if not words:
        return [*lines]
    return [line for line in lines if _has(folded(line.said), words)]


def about(finding: Finding, place: Place) -> bool:
    """Return whether the finding is about that place."""
    mine = {*_keys(place)}
    return any(not mine.isdisjoint(_keys(other)) for other in finding.places)


def _has(text: str, words: Sequence[str]) -> bool:
    return all(word in text for word in words)


def _keys(place: Place) -> list[tuple[object, ...]]:
    by_span: tuple[object, ...] = (place.article, place.span.start, place.span.end)
    return [(place.article, place.id)] if place.id else [by_span]
