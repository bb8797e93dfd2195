"""The lists as values for programs and as tables for spreadsheets. Contacts of sources are in none of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from annotator.facts.desk.lists.desk_fact import DeskFact
from annotator.facts.desk.lists.rows import CallRow, ChangeRow, CriticismRow, DeskLists, OpenRow, QueryRow
from annotator.language.table_cells import csv_bytes

QUERIES, CALLS, CRITICISM, CHANGES, OPEN = NAMES = ("queries", "calls", "criticism", "changes", "open")
"""Names of the lists."""

SEPARATOR = "; "
Row = QueryRow | CallRow | CriticismRow | ChangeRow | OpenRow
Values = dict[str, Any]

COLUMNS: Mapping[str, tuple[str, ...]] = {
    QUERIES: ("article", "annotator", "number", "claim", "question", "by", "asked", "open", "answer", "answered"),
    CALLS: ("source", "article", "annotator", "number", "claim", "figures", "state", "reasons"),
    CRITICISM: ("article", "annotator", "numbers", "claims", "against", "put", "open", "answered_in", "answer"),
    CHANGES: ("article", "annotator", "number", "old", "new", "open", "answer", "why"),
    OPEN: ("article", "annotator", "number", "claim", "state", "reasons"),
}


def rows_of(lists: DeskLists, name: str, *, settled: bool = True) -> Sequence[Row]:
    """Return the rows of the list of that name; without ``settled`` only those that nobody has answered."""
    rows: Sequence[Row] = getattr(lists, name)
    return rows if settled else [row for row in rows if is_open(row)]


def is_open(row: Row) -> bool:
    """Tell whether something is still to be done about the row."""
    return row.is_open if isinstance(row, QueryRow | CriticismRow | ChangeRow) else True


def values_of(row: Row) -> Values:
    """Return what the list says of a row, by the names of its columns."""
    match row:
        case QueryRow():
            return _values(QUERIES, row, _query(row))
        case CallRow():
            said = (*_number(row.fact), row.said, list(row.figures), row.fact.state, _reasons(row.fact))
            return dict(zip(COLUMNS[CALLS], (row.source, row.article, row.annotator, *said), strict=True))
        case CriticismRow():
            return _values(CRITICISM, row, _criticism(row))
        case ChangeRow():
            return _values(CHANGES, row, (*_number(row.fact), row.old, row.new, row.is_open, row.answer, row.why))
        case OpenRow():
            fact = row.fact
            return _values(OPEN, row, (*_number(fact), fact.said, fact.state, _reasons(fact)))


def csv_of(name: str, rows: Iterable[Row]) -> bytes:
    """Return the rows of the list of that name as CSV with a byte-order mark, by which Excel knows UTF-8."""
    return csv_bytes(COLUMNS[name], (map(_cell, values_of(row).values()) for row in rows))


def _values(name: str, row: Row, said: tuple[Any, ...]) -> Values:
    return dict(zip(COLUMNS[name], (row.article, row.annotator, *said), strict=True))


def _query(row: QueryRow) -> tuple[Any, ...]:
    query, fact = row.query, row.fact
    about = (*_number(fact), fact.said) if fact else (None, "")
    return (*about, query.text, query.by, query.asked, row.is_open, query.answer, query.answered)


def _criticism(row: CriticismRow) -> tuple[Any, ...]:
    one = row.criticism
    numbers = [fact.number for fact in row.facts if fact.number]
    said = [fact.said for fact in row.facts]
    return numbers, said, one.against, one.put, row.is_open, [fact.said for fact in row.replies], one.answer


def _number(fact: DeskFact | None) -> tuple[int | None]:
    return ((fact.number or None) if fact else None,)


def _reasons(fact: DeskFact) -> list[str]:
    return [reason.value for reason in fact.reasons]


def _cell(value: Any) -> str:
    forms: dict[type, Callable[[Any], str]] = {
        bool: lambda on: "yes" if on else "no",
        list: lambda many: SEPARATOR.join(" ".join(str(one).split()) for one in many),
        type(None): lambda _none: "",
    }
    return forms.get(type(value), lambda one: " ".join(str(one).split()))(value)
