"""Sorting of the rows of the board by columns, one after another, and their division into groups."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from annotator.corpus.board.table import BoardTable, Coded
from annotator.facts.board.columns import BoardColumn, ColumnKind
from annotator.language.folding import folded
from annotator.model.annotation import CHECK_STATES

MANY = 4
"""Least rows for each different text at which it is faster to put them into buckets than to sort them."""
COUNTED = {
    ColumnKind.NUMBER: ("number",),
    ColumnKind.EVIDENCE: ("pieces",),
    ColumnKind.QUERIES: ("queries", "unanswered"),
    ColumnKind.CREATED: ("created",),
    ColumnKind.MODIFIED: ("modified",),
}
"""Numbers to sort by, the last one first."""


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


def sorted_rows(table: BoardTable, rows: Sequence[int], levels: Sequence[Level]) -> list[int]:
    """Return the rows sorted by all levels, the first of them first; equal rows stay in their order."""
    by_id, found = {column.id: column for column in table.columns}, list(rows)
    for level in reversed(levels):
        if level.column in by_id:
            found = _by_column(table, found, by_id[level.column], level)
    return found


def _by_column(table: BoardTable, rows: list[int], column: BoardColumn, level: Level) -> list[int]:
    coded = table.coded(column)
    if coded:
        return _by_ranks(rows, coded.codes, ranks_of(coded, column, down=level.down))
    match column.kind:
        case ColumnKind.WORDS:
            return _by_words(table, rows, down=level.down)
        case ColumnKind.ANNOTATOR:
            names = [folded(placed.about.annotator) for placed in table.documents]
            return _by_ranks(rows, table.document_of, _ranked(names, down=level.down))
        case ColumnKind.ARTICLE:
            paths = [folded(placed.about.article) for placed in table.documents]
            return _by_ranks(rows, table.document_of, _ranked(paths, down=level.down))
        case kind:
            for name in COUNTED[kind]:
                rows = _by_number(rows, table.numbers[name], down=level.down)
            return rows


def _by_words(table: BoardTable, rows: list[int], *, down: bool) -> list[int]:
    ranks = table.by_words.ranks()
    if ranks:
        return sorted(rows, key=ranks.__getitem__, reverse=down)
    return sorted(rows, key=table.folded.__getitem__, reverse=down)


def _by_number(rows: list[int], numbers: Sequence[int], *, down: bool) -> list[int]:
    some = sorted([row for row in rows if numbers[row]], key=numbers.__getitem__, reverse=down)
    return some if len(some) == len(rows) else some + [row for row in rows if not numbers[row]]


def _by_ranks(rows: list[int], codes: Sequence[int], ranks: Sequence[int]) -> list[int]:
    """Return the rows sorted by the ranks of their codes, by buckets where there are few."""
    if len(ranks) * MANY > len(rows):
        return sorted(rows, key=lambda row: ranks[codes[row]])
    buckets: list[list[int]] = [[] for _rank in range(max(ranks, default=0) + 1)]
    for row in rows:
        buckets[ranks[codes[row]]].append(row)
    return [row for bucket in buckets for row in bucket]


def ranks_of(coded: Coded, column: BoardColumn, *, down: bool = False) -> list[int]:
    """Return the rank of each text: states and choices in the scheme's order, numbers by value, others by letters."""
    order = CHECK_STATES if column.kind is ColumnKind.STATE else column.rule.choices if column.rule else ()
    if order:
        places = {text: place for place, text in enumerate(order)}
        return _ranked([_place(places, text) for text in coded.texts], down=down)
    if column.rule and column.rule.type == "number":
        return _ranked([_number(text) for text in coded.texts], down=down)
    return _ranked([(0.0, folded(text)) if text else None for text in coded.texts], down=down)


def _place(places: dict[str, int], text: str) -> tuple[float, str] | None:
    first = text.partition("\n")[0]
    return (float(places.get(first, len(places))), folded(text)) if text else None


def _number(text: str) -> tuple[float, str] | None:
    try:
        return (float(text.partition("\n")[0]), "") if text else None
    except ValueError:
        return float("inf"), folded(text)


def _ranked(keys: Sequence[tuple[float, str] | str | None], *, down: bool) -> list[int]:
    """Return the rank of each key, the same for the same; that of None is the last."""
    order = sorted({key for key in keys if key is not None}, reverse=down)
    ranks = {key: rank for rank, key in enumerate(order)}
    return [len(order) if key is None else ranks[key] for key in keys]


@dataclass(slots=True)
class Group:
    """Rows with the same ``key``; ``text`` is the cell that they share, or ``document`` the number of theirs."""

    key: str
    rows: list[int]
    text: str = ""
    document: int = -1


def grouped(table: BoardTable, rows: Iterable[int], column: BoardColumn) -> list[Group]:
    """Return the rows in groups by a column, each in their order; of a cell with several texts the first one counts."""
    coded = table.coded(column)
    if coded:
        firsts = [text.partition("\n")[0] for text in coded.texts]
        found = _divided(rows, coded.codes, firsts)
        order = ranks_of(coded, column)
        rank = {text: at for at, text in sorted(zip(order, firsts, strict=True), reverse=True)}
        return [Group(text, some, text) for text, some in sorted(found.items(), key=lambda pair: rank[pair[0]])]
    if column.kind is ColumnKind.ANNOTATOR:
        names = [placed.about.annotator for placed in table.documents]
        found = _divided(rows, table.document_of, names)
        return [Group(name, found[name], name) for name in sorted(found, key=folded)]
    sidecars = [placed.about.sidecar for placed in table.documents]
    numbers = {sidecar: number for number, sidecar in enumerate(sidecars)}
    found = _divided(rows, table.document_of, sidecars)
    shown = sorted(found, key=numbers.__getitem__)
    return [Group(sidecar, found[sidecar], document=numbers[sidecar]) for sidecar in shown]


def _divided(rows: Iterable[int], codes: Sequence[int], names: Sequence[str]) -> dict[str, list[int]]:
    by_code: list[list[int]] = [[] for _name in names]
    add: list[Callable[[int], None]] = [some.append for some in by_code]
    for row in rows:
        add[codes[row]](row)
    found: dict[str, list[int]] = {}
    for name, some in zip(names, by_code, strict=True):
        if some:
            found[name] = found[name] + some if name in found else some
    return found
