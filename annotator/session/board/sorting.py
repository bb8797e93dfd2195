"""Sorting of the rows of the board by columns, one after another, and their division into groups."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

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
LARGEST = (1 << 32) + 1
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

    What it takes is worked out once; rows with equal cells stay in their order.
    """

    def __init__(self, table: BoardTable, levels: Sequence[Level]) -> None:
        by_id = {column.id: column for column in table.columns}
        known = [level for level in levels if level.column in by_id]
        self._keys = [_keys_of(table, by_id[level.column], down=level.down) for level in reversed(known)]

    def sorted(self, rows: Sequence[int]) -> Sequence[int]:
        """Return the rows sorted; the same where there is no level."""
        for keys, is_reversed in self._keys:
            rows = sorted(rows, key=keys.__getitem__, reverse=is_reversed)
        return rows


def _keys_of(table: BoardTable, column: BoardColumn, *, down: bool) -> tuple[Sequence[int] | Sequence[str], bool]:
    """Return a key for each row of the table, and whether they are to be sorted in reverse."""
    coded = table.coded(column)
    if coded:
        return _coded_keys(coded.codes, ranks_of(coded, column, down=down)), False
    match column.kind:
        case ColumnKind.WORDS:
            return table.by_words.ranks() or table.folded, down
        case ColumnKind.ANNOTATOR:
            names = [folded(placed.about.annotator) for placed in table.documents]
            return _coded_keys(table.document_of, _ranked(names, down=down)), False
        case ColumnKind.ARTICLE:
            paths = [folded(placed.about.article) for placed in table.documents]
            return _coded_keys(table.document_of, _ranked(paths, down=down)), False
        case kind:
            numbers = table.numbers[COUNTED[kind]]
            return [(LARGEST - one if down else one) if one else LARGEST for one in numbers], False


def _coded_keys(codes: Sequence[int], ranks: Sequence[int]) -> list[int]:
    return [ranks[code] for code in codes]


def ranks_of(coded: Coded, column: BoardColumn, *, down: bool = False) -> list[int]:
    """Return the rank of each text: states and choices in the scheme's order, numbers by value, others by letters."""
    if down not in coded.ranks:
        coded.ranks[down] = _ranked([*_keys(coded, column)], down=down)
    return coded.ranks[down]


def _keys(coded: Coded, column: BoardColumn) -> Iterator[tuple[float, str] | None]:
    order = CHECK_STATES if column.kind is ColumnKind.STATE else column.rule.choices if column.rule else ()
    if order:
        places = {text: place for place, text in enumerate(order)}
        return (_place(places, text) for text in coded.texts)
    if column.rule and column.rule.type == "number":
        return map(_number, coded.texts)
    return ((0.0, folded(text)) if text else None for text in coded.texts)


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
    rows: Sequence[int]
    text: str = ""
    document: int = -1


def grouped(table: BoardTable, rows: Sequence[int], column: BoardColumn) -> list[Group]:
    """Return the rows in groups by a column, each in their order; of a cell with several texts the first one counts."""
    coded = table.coded(column)
    if coded:
        return _by_texts(rows, coded, ranks_of(coded, column))
    if column.kind is ColumnKind.ANNOTATOR:
        names = [placed.about.annotator for placed in table.documents]
        by_name: defaultdict[str, list[int]] = defaultdict(list)
        for row in rows:
            by_name[names[table.document_of[row]]].append(row)
        return [Group(name, by_name[name], name) for name in sorted(by_name, key=folded)]
    return _by_document(table, rows)


def _by_document(table: BoardTable, rows: Sequence[int]) -> list[Group]:
    """Return the rows in a group for each document that has any; where all are there, without looking at each."""
    if len(rows) == len(table):
        documents = enumerate(table.documents)
        return [Group(one.about.sidecar, one.rows, document=at) for at, one in documents if one.about.rows]
    found = defaultdict[int, list[int]](list)
    for number, some in groupby(rows, table.document_of.__getitem__):  # rows of a document are beside each other
        found[number] += some
    return [Group(table.documents[at].about.sidecar, found[at], document=at) for at in sorted(found)]


def _by_texts(rows: Iterable[int], coded: Coded, ranks: Sequence[int]) -> list[Group]:
    """Return the rows by the first line of their texts, in the order of the ranks."""
    coded.firsts = coded.firsts or _first_lines(coded.texts, ranks)
    names, numbers = coded.firsts
    lists: list[list[int]] = [[] for _name in names]
    add, codes = [lists[number].append for number in numbers], coded.codes
    for row in rows:
        add[codes[row]](row)
    return [Group(name, some, name) for name, some in zip(names, lists, strict=True) if some]


def _first_lines(texts: Sequence[str], ranks: Sequence[int]) -> tuple[list[str], list[int]]:
    """Return the first lines in the order of the ranks, each once, and the number of its line for each text."""
    known: dict[str, int] = {}
    numbers = [0] * len(texts)
    for code in sorted(range(len(texts)), key=ranks.__getitem__):
        first = texts[code].partition("\n")[0] if "\n" in texts[code] else texts[code]
        numbers[code] = known.setdefault(first, len(known))
    return list(known), numbers
