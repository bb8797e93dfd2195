"""Sorting of the rows of the board by columns, one after another."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from annotator.corpus.board.table import BoardTable, Coded
from annotator.facts.board.columns import BoardColumn, ColumnKind
from annotator.language.folding import folded
from annotator.model.annotation import CHECK_STATES

COUNTED = {
    ColumnKind.NUMBER: "number",
    ColumnKind.EVIDENCE: "pieces",
    ColumnKind.QUERIES: "unanswered",
    ColumnKind.CREATED: "created",
    ColumnKind.MODIFIED: "modified",
}
"""Numbers to sort by; those of queries are of the ones without an answer."""
LARGEST = float((1 << 32) + 1)
"""Key of a cell without a number, after all others."""


@dataclass(frozen=True, slots=True)
class Level:
    """A column to sort by, ``down`` from the last to the first; cells without anything come last either way."""

    column: str
    down: bool = False


def with_level(levels: Sequence[Level], column: str, *, alone: bool) -> tuple[Level, ...]:
    """Return the levels after the head of a column was chosen: it comes first, turned round where it was.

    ``alone``: the others are dropped; else rows with equal cells stay in their order.
    """
    before = levels[0] if levels and levels[0].column == column else None
    first = Level(column, down=not before.down) if before else Level(column)
    return (first,) if alone else (first, *(level for level in levels if level.column != column))


class Sorting:
    """Sorting by all levels, the first of them first, of rows of the whole table or of its groups, one after another.

    Rows with equal cells stay in their order.
    """

    def __init__(self, table: BoardTable, levels: Sequence[Level]) -> None:
        by_id = {column.id: column for column in table.columns}
        known = [level for level in levels if level.column in by_id]
        self._keys = [_key_of(table, by_id[level.column], down=level.down) for level in reversed(known)]

    def __bool__(self) -> bool:
        return bool(self._keys)

    def sorted(self, rows: Sequence[int]) -> Sequence[int]:
        """Return the rows sorted; the same where there is no level."""
        for key, is_reversed in self._keys:
            rows = sorted(rows, key=key, reverse=is_reversed)
        return rows


def _key_of(table: BoardTable, column: BoardColumn, *, down: bool) -> tuple[Callable[[int], float | str], bool]:
    """Return the key of a row of the table, and whether rows are to be sorted in reverse.

    Floats and small integers are compared fast.
    """
    coded = table.coded(column)
    if coded:
        return _coded_key(coded.codes, _turned(ranks_of(coded, column), coded.texts, down=down)), False
    match column.kind:
        case ColumnKind.WORDS:
            ranks = table.by_words.ranks()
            return (table.folded if ranks is None else list(ranks)).__getitem__, down
        case ColumnKind.ANNOTATOR | ColumnKind.ARTICLE as kind:
            about = (placed.about for placed in table.documents)
            names = [folded(one.annotator if kind is ColumnKind.ANNOTATOR else one.article) for one in about]
            ranks = _ranked([name or None for name in names])
            return _coded_key(table.document_of, _turned(ranks, names, down=down)), False
        case kind:
            return _number_key(table.numbers[COUNTED[kind]], down=down), False


def _coded_key(codes: Sequence[int], ranks: Sequence[int]) -> Callable[[int], int]:
    return lambda row: ranks[codes[row]]


def _number_key(numbers: Sequence[int], *, down: bool) -> Callable[[int], float]:
    return lambda row: (LARGEST - one if down else one + 0.0) if (one := numbers[row]) else LARGEST


def _turned(ranks: Sequence[int], texts: Sequence[str], *, down: bool) -> Sequence[int]:
    """Return the ranks turned round if ``down``; empty texts stay the last."""
    if not down:
        return ranks
    last = max(ranks, default=0)
    return [last - rank if text else last + 1 for rank, text in zip(ranks, texts, strict=True)]


def ranks_of(coded: Coded, column: BoardColumn) -> list[int]:
    """Return the rank of each text: states and choices in the scheme's order, numbers by value, others by letters."""
    if coded.ranks is None:
        coded.ranks = _ranked([*_keys(coded, column)])
    return coded.ranks


def _keys(coded: Coded, column: BoardColumn) -> Iterator[tuple[float, str] | str | None]:
    order = CHECK_STATES if column.kind is ColumnKind.STATE else column.rule.choices if column.rule else ()
    if order:
        places = {text: place for place, text in enumerate(order)}
        return (_place(places, text) for text in coded.texts)
    if column.rule and column.rule.type == "number":
        return map(_number, coded.texts)
    return (folded(text) if text else None for text in coded.texts)


def _place(places: dict[str, int], text: str) -> tuple[float, str] | None:
    first = text.partition("\n")[0]
    return (float(places.get(first, len(places))), folded(text)) if text else None


def _number(text: str) -> tuple[float, str] | None:
    try:
        return (float(text.partition("\n")[0]), "") if text else None
    except ValueError:
        return float("inf"), folded(text)


def _ranked(keys: Sequence[tuple[float, str] | str | None]) -> list[int]:
    """Return the rank of each key, the same for the same; that of None is the last."""
    order = sorted({key for key in keys if key is not None})
    ranks: dict[tuple[float, str] | str | None, int] = {key: rank for rank, key in enumerate(order)}
    ranks[None] = len(order)
    return list(map(ranks.__getitem__, keys))
