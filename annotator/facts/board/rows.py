"""Rows of the board: each annotation of a label with what belongs to it, as small values that can go to a process."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from annotator.facts.board.columns import IN_FULL, BoardColumn, ColumnKind, board_columns
from annotator.facts.desk.fact_numbers import fact_numbers
from annotator.facts.desk.open_facts import checked_facts, is_answered
from annotator.language.plain_line import plain_line
from annotator.model.annotation import Annotation, Value
from annotator.model.document import Document
from annotator.model.kinds.evidence import Evidence
from annotator.model.kinds.queries import Query
from annotator.model.scheme import Scheme


class Pieces(NamedTuple):
    """Pieces of evidence for one annotation: all of them, and those with either stance."""

    total: int = 0
    supporting: int = 0
    contradicting: int = 0


class Asked(NamedTuple):
    """Queries about one annotation: all of them, and those without an answer."""

    total: int = 0
    unanswered: int = 0


class BoardRow(NamedTuple):  # it is sent to other processes, which takes a dataclass three times as long
    """An annotation at ``start`` to ``end``, in code points.

    ``number`` is that of the fact, 0 for what is no fact. ``words`` are the claim in full where somebody has written
    that, else the annotated words, on one line. ``cells`` are those of the columns of relations and attributes, in
    their order: texts, several of them one a line, empty for none. ``is_open``: it is a fact that is still open.
    """

    id: str
    start: int
    end: int
    number: int
    words: str
    cells: tuple[str, ...]
    state: str
    evidence: Pieces
    queries: Asked
    created: str
    modified: str
    is_open: bool
    has_note: bool
    has_place: bool


NO_PIECES, NOT_ASKED = Pieces(), Asked()


def board_rows(
    document: Document, scheme: Scheme, label: str, columns: Sequence[BoardColumn] | None = None
) -> list[BoardRow]:
    """Return a row for each annotation of the label, in the order of the text.

    ``columns`` are those of ``board_columns`` for the label, if they are known already.
    """
    shown = [one for one in document.in_text_order() if one.label == label]
    if not shown:
        return []
    with_cells = [one for one in columns or board_columns(scheme, label) if one.has_cells]
    around = _Around(document, scheme, with_cells)
    return [around.row(item) for item in shown]


class _Around:
    """Numbers, evidence, queries and other ends of relations of a document’s annotations, by their ids."""

    def __init__(self, document: Document, scheme: Scheme, columns: Sequence[BoardColumn]) -> None:
        self._document = document
        self._numbers = fact_numbers(document, scheme)
        self._open = {fact.annotation.id for fact in checked_facts(document, scheme) if fact.reasons}
        self._pieces = _pieces(document.of(Evidence).values())
        self._queries = _queries(document.of(Query).values())
        self._ends = [_ends(document, one) if one.kind is ColumnKind.RELATION else None for one in columns]
        self._columns = columns

    def row(self, item: Annotation) -> BoardRow:
        id = item.id
        return BoardRow(
            id,
            item.span.start,
            item.span.end,
            self._numbers.get(id, 0),
            plain_line(_text(item.attributes.get(IN_FULL)) or self._document.words(item)),
            tuple(map(self._cell, self._columns, self._ends, [item] * len(self._columns))),
            item.state,
            self._pieces.get(id, NO_PIECES),
            self._queries.get(id, NOT_ASKED),
            item.created,
            item.modified,
            id in self._open,
            bool(item.note),
            item.displaced is None,
        )

    def _cell(self, column: BoardColumn, ends: Mapping[str, Sequence[str]] | None, item: Annotation) -> str:
        if ends is None:
            value = item.attributes.get(column.name)
            return "" if value is None else _lines(value)
        found = [self._document.annotations[id] for id in ends.get(item.id, ()) if id in self._document.annotations]
        return "\n".join(plain_line(_text(one.attributes.get(IN_FULL)) or self._document.words(one)) for one in found)


def _ends(document: Document, column: BoardColumn) -> Mapping[str, Sequence[str]]:
    """Return the other ends of the relations of that type by the annotation, in the order of the relations' ids."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for relation in sorted(document.relations.values(), key=lambda one: one.id):
        if relation.type == column.name:
            here, there = relation.source, relation.target
            found[there if column.inward else here].append(here if column.inward else there)
    return found


def _pieces(evidence: Iterable[Evidence]) -> Mapping[str, Pieces]:
    found: dict[str, Pieces] = {}
    for piece in evidence:
        for id in dict.fromkeys(piece.claims):
            total, supporting, contradicting = found.get(id, NO_PIECES)
            supporting += piece.stance == "supports"
            contradicting += piece.stance == "contradicts"
            found[id] = Pieces(total + 1, supporting, contradicting)
    return found


def _queries(queries: Iterable[Query]) -> Mapping[str, Asked]:
    found: dict[str, Asked] = {}
    for query in queries:
        total, unanswered = found.get(query.about, NOT_ASKED)
        found[query.about] = Asked(total + 1, unanswered + (not is_answered(query)))
    return found


def _text(value: Value) -> str:
    return value if isinstance(value, str) else ""


def _lines(value: Value) -> str:
    """Return the values of an attribute one a line; those of a flag are yes and no."""
    if isinstance(value, list):
        return "\n".join(map(_lines, value))
    if isinstance(value, bool):
        return "yes" if value else "no"
    return plain_line(str(value))
