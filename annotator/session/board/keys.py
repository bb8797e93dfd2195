"""Keys of the rows of the board by a column: those to sort by, and the numbers of their groups."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass

from annotator.corpus.board.table import BoardTable, Coded
from annotator.facts.board.columns import BoardColumn, ColumnKind
from annotator.language.folding import folded
from annotator.model.annotation import CHECK_STATES
from annotator.session.board.row_order import NOTHING, Key, finished, listed, ordering

COUNTED = {
    ColumnKind.NUMBER: "number",
    ColumnKind.EVIDENCE: "pieces",
    ColumnKind.QUERIES: "unanswered",
    ColumnKind.CREATED: "created",
    ColumnKind.MODIFIED: "modified",
}
"""Numbers to sort by, 0 for none; those of queries are of the ones without an answer."""


@dataclass(frozen=True, slots=True)
class RowKeys:
    """Keys of all rows: ``of_rows``, or the ones of ``ranks`` at the indices that stand there.

    ``nothing`` is the key of a row that has nothing, None if there is no such key.
    """

    of_rows: Sequence[Key]
    ranks: Sequence[int] | None = None
    nothing: Key = None

    def each(self) -> Iterator[Key]:
        """Return the key of each row."""
        return iter(self.of_rows if self.ranks is None else map(self.ranks.__getitem__, self.of_rows))

    def kept(self) -> RowKeys:
        """Return the same keys, which stay as they are when the table changes."""
        return RowKeys(self.of_rows[:], self.ranks, self.nothing)


@dataclass(frozen=True, slots=True)
class GroupKeys:
    """The number of its group as the key of each row, and the ``texts`` of the groups."""

    keys: RowKeys
    texts: Sequence[str]


def sort_keys(table: BoardTable, column: BoardColumn) -> RowKeys:
    """Return the keys by which rows are sorted."""
    coded = table.coded(column)
    if coded:
        return RowKeys(coded.codes, finished(ranking(coded, column)), NOTHING)
    match column.kind:
        case ColumnKind.WORDS:
            return RowKeys(table.folded)
        case ColumnKind.ANNOTATOR | ColumnKind.ARTICLE as kind:
            about = (placed.about for placed in table.documents)
            names = [folded(one.annotator if kind is ColumnKind.ANNOTATOR else one.article) for one in about]
            return RowKeys(table.document_of, _ranked([name or None for name in names]), NOTHING)
        case kind:
            return RowKeys(table.numbers[COUNTED[kind]], nothing=0)


def group_keys(table: BoardTable, column: BoardColumn) -> GroupKeys | None:
    """Return the groups of the rows; None where they are the documents. Of several texts in a cell the first counts."""
    coded = table.coded(column)
    if coded:
        coded.firsts = coded.firsts or _first_lines(coded, finished(ranking(coded, column)))
        names, numbers = coded.firsts
        return GroupKeys(RowKeys(coded.codes, numbers), names)
    if column.kind is not ColumnKind.ANNOTATOR:
        return None
    said = [placed.about.annotator for placed in table.documents]
    names = sorted(dict.fromkeys(said), key=folded)
    by_name = {name: number for number, name in enumerate(names)}
    return GroupKeys(RowKeys(table.document_of, [by_name[name] for name in said]), names)


def group_columns(columns: Sequence[BoardColumn]) -> list[BoardColumn]:
    """Return the columns by which rows can be grouped: whose cells many rows share."""
    kinds = ColumnKind.ARTICLE, ColumnKind.STATE, ColumnKind.ANNOTATOR, ColumnKind.RELATION
    first = [column for kind in kinds for column in columns if column.kind is kind and not column.inward]
    types = "choice", "flag"
    return first + [column for column in columns if column.rule and column.rule.type in types]


def ranking(coded: Coded, column: BoardColumn) -> Generator[None, None, Sequence[int]]:
    """Return the rank of each text in small steps: states and choices in the scheme's order, numbers by value, others
    by letters.
    """
    while coded.ranks is None:
        keys = yield from listed(_text_keys(coded, column))
        ranks = (yield from ordering(keys, range(len(keys)))).ranks
        if len(ranks) == len(coded.texts):  # else there are more by now
            coded.ranks = list(ranks)
    return coded.ranks


def _ranked(keys: Sequence[Key]) -> Sequence[int]:
    return finished(ordering(keys, range(len(keys)))).ranks


def _text_keys(coded: Coded, column: BoardColumn) -> Iterator[tuple[float, str] | str | None]:
    order = CHECK_STATES if column.kind is ColumnKind.STATE else column.rule.choices if column.rule else ()
    texts = list(coded.texts)
    if order:
        places = {text: place for place, text in enumerate(order)}
        return (_place(places, text) for text in texts)
    if column.rule and column.rule.type == "number":
        return map(_number, texts)
    return (folded(text) if text else None for text in texts)


def _place(places: dict[str, int], text: str) -> tuple[float, str] | None:
    first = text.partition("\n")[0]
    return (float(places.get(first, len(places))), folded(text)) if text else None


def _number(text: str) -> tuple[float, str] | None:
    try:
        return (float(text.partition("\n")[0]), "") if text else None
    except ValueError:
        return float("inf"), folded(text)


def _first_lines(coded: Coded, ranks: Sequence[int]) -> tuple[list[str], list[int]]:
    """Return the first lines in the order of the ranks, each once, and the number of its line for each text."""
    known: dict[str, int] = {}
    numbers = [0] * len(coded.texts)
    for code in sorted(range(len(coded.texts)), key=ranks.__getitem__):
        numbers[code] = known.setdefault(coded.texts[code].partition("\n")[0], len(known))
    return list(known), numbers
