"""Filter of the board, in the language of the list of annotations: ``verdict:none state:asked -has:evidence toll``."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import partial, reduce
from itertools import compress
from operator import and_, or_

from annotator.corpus.board.parts import EVIDENCE, NOTE, OPEN, PLACE, QUERY
from annotator.corpus.board.table import BoardTable
from annotator.facts.board.columns import BoardColumn, ColumnKind
from annotator.language.folding import folded, folded_query
from annotator.session.annotation_filter import HAS, Term, parsed_with
from annotator.session.term_values import ANY, NONE, state_is, terms_of, value_is

ALL, OPEN_ONLY, CHECKED = "all", "open", "checked"
SCOPES = (ALL, OPEN_ONLY, CHECKED)
STATE, ARTICLE, ANNOTATOR = "state", "article", "annotator"
FLAGS = {"note": NOTE, "place": PLACE, "evidence": EVIDENCE, "query": QUERY}
HAD = ("relation", *FLAGS)
ARTICLE_WIDE = (ARTICLE, ANNOTATOR)
TURNED = bytes([1, 0]).ljust(256, b"\0")
"""What becomes of a mask’s bytes where a term is negated."""


def known_names(columns: Sequence[BoardColumn]) -> dict[str, BoardColumn | None]:
    """Return the names that a term may have, case-folded, with their columns."""
    fixed: dict[str, BoardColumn | None] = dict.fromkeys((HAS, *ARTICLE_WIDE))
    named = {column.name.casefold(): column for column in columns if column.has_cells}
    states = [column for column in columns if column.kind is ColumnKind.STATE]
    return fixed | named | dict.fromkeys([STATE], states[0] if states else None)


def suggested_terms(columns: Sequence[BoardColumn]) -> list[str]:
    """Return the terms that can be typed: each state, each choice, and what an annotation may have."""
    ruled = (column.rule for column in columns if column.rule and column.kind is not ColumnKind.WORDS)
    choices = [term for rule in ruled for term in terms_of(rule)]
    ends = [column.name for column in columns if column.kind is ColumnKind.RELATION]
    relations = [f"{name}:{some}" for name in ends for some in (ANY, NONE)]
    return [*choices, *relations, *(f"{HAS}:{name}" for name in HAD)]


def filtered(table: BoardTable, rows: Sequence[int], typed: str, scope: str = ALL) -> Sequence[int]:
    """Return those of the rows that the filter and the scope let through, in their order; the same where all pass.

    What has one of few values is looked at once for each value: a row is a byte of a mask, 1 where it passes.
    """
    names = known_names(table.columns)
    asked = parsed_with(typed, names)
    first = min(rows, default=0) if len(rows) < len(table) else 0
    masks = [_scope_mask(table, scope, first)] if scope != ALL else []
    masks += (_mask(table, term, names[term.name], first) for term in asked.terms)
    found = _let_through(rows, reduce(partial(_combined, and_), masks), first) if masks else rows
    needle, texts = folded_query(asked.words), table.folded
    return [row for row in found if needle in texts[row]] if needle else found


def _let_through(rows: Sequence[int], mask: bytes, first: int) -> list[int]:
    """Return those of the rows that have a 1 in the mask, which begins with the row ``first``."""
    if isinstance(rows, range):
        return list(compress(rows, mask))
    return [row for row in rows if mask[row - first]]


def _combined(combine: Callable[[int, int], int], one: bytes, other: bytes) -> bytes:
    """Return the mask that both make: of one large number each, many times as fast as row by row."""
    both = combine(int.from_bytes(one, "little"), int.from_bytes(other, "little"))
    return both.to_bytes(len(one), "little")


def _scope_mask(table: BoardTable, scope: str, first: int) -> bytes:
    return _flag_mask(table, OPEN, first, wanted=scope == OPEN_ONLY)


def _flag_mask(table: BoardTable, flag: int, first: int, *, wanted: bool) -> bytes:
    has = bytes(bool(flags & flag) == wanted for flags in range(256))
    return table.flags[first:].tobytes().translate(has)


def _mask(table: BoardTable, term: Term, column: BoardColumn | None, first: int) -> bytes:
    """Return the mask of the rows from ``first`` on that meet a term; each different text is looked at once."""
    coded = table.coded(column) if column else None
    if coded and column:
        return coded.flags([_meets(text, term, column) != term.negated for text in coded.texts], first)
    if term.name in ARTICLE_WIDE:
        said = (one.about.article if term.name == ARTICLE else one.about.annotator for one in table.documents)
        return _document_mask(table, [_is_of(text, term.values) != term.negated for text in said], first)
    masks = [_having(table, wanted, first) for wanted in term.values]
    met = reduce(partial(_combined, or_), masks)
    return met.translate(TURNED) if term.negated else met


def _document_mask(table: BoardTable, meeting: Iterable[bool], first: int) -> bytes:
    mask = bytearray(len(table.ids))
    for placed, meets in zip(table.documents, meeting, strict=True):
        if meets:
            mask[placed.first : placed.rows.stop] = b"\1" * placed.about.rows
    return bytes(mask[first:])


def _is_of(text: str, values: Collection[str]) -> bool:
    said = folded(text)
    return any(wanted == (ANY if said else NONE) or (bool(said) and wanted in said) for wanted in values)


def _meets(text: str, term: Term, column: BoardColumn) -> bool:
    """Tell whether a cell has one of the values; the other end of a relation only has to contain it."""
    if column.kind is ColumnKind.RELATION:
        return _is_of(text, term.values)
    if not text:
        return NONE in term.values
    if column.kind is ColumnKind.STATE:
        return any(state_is(text, wanted) for wanted in term.values)
    return any(value_is(value, wanted) for value in _values(text, column) for wanted in term.values)


def _values(text: str, column: BoardColumn) -> Iterator[str | bool]:
    for line in text.split("\n"):
        is_flag = column.rule is not None and column.rule.type == "flag" and line in ("yes", "no")
        yield line == "yes" if is_flag else line


def _having(table: BoardTable, wanted: str, first: int) -> bytes:
    """Return the mask of rows that have a note, a place, evidence, a query, a relation or a value of that name."""
    if wanted in FLAGS:
        return _flag_mask(table, FLAGS[wanted], first, wanted=True)
    relations = [column for column in table.columns if column.kind is ColumnKind.RELATION]
    named = [column for column in table.columns if column.has_cells and folded(column.name) == wanted]
    some = [coded for column in (relations if wanted == "relation" else named) if (coded := table.coded(column))]
    masks = (coded.flags([bool(text) for text in coded.texts], first) for coded in some)
    return reduce(partial(_combined, or_), masks, bytes(len(table.ids) - first))
