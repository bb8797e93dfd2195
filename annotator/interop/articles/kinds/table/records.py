"""JSON tables: one list of records, or one record per line."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from io import StringIO
from typing import Any

from annotator.interop.articles.kinds.table.records_by_id import left_out, records_by_id
from annotator.interop.articles.kinds.table.tabular import Row, Table, sampled
from annotator.interop.foreign.errors import ForeignError, line_place
from annotator.translation.messages import N_, _

TOO_DEEP = N_("It is nested too deeply.")
NO_RECORDS = N_("It has no list of records, each with a text in it.")
NO_RECORD = N_("It is neither a record, like {example}, nor a text.")
IDS = N_("Its keys were taken for the ids of the texts, each of which is an article.")
EXAMPLE = "{“text”: “…”}"


class Number(str):
    """Number in its original notation."""

    __slots__ = ()


def read_lines(text: str) -> Table:
    """Return the table with one record per line. Raises ForeignError, with the line, here or during iteration."""
    return _table(_rows_of_lines(text))


def read_list(text: str) -> Table:
    """Return the table from a list, from the longest list in one record, or from an object of records by their ids.

    Raises ForeignError.
    """
    try:
        value = _loaded(text)
        by_id = records_by_id(value)
        if by_id is not None:
            records, others = by_id
            return replace(_table(_rows_of(records)), notes=(_(IDS),), warnings=left_out(others))
        return _table(_rows_of(_list_in(value)))
    except json.JSONDecodeError as error:
        if error.msg == "Extra data":  # JSON Lines in a .json file
            return read_lines(text)
        raise ForeignError(_told(error), line_place(error.lineno), error.lineno) from error


def _table(rows: Iterator[Row]) -> Table:
    first, rows = sampled(rows)
    return Table(list(dict.fromkeys(name for row in first for name in row.cells)), rows)


def _rows_of_lines(text: str) -> Iterator[Row]:
    for number, line in enumerate(StringIO(text), 1):
        if line.strip():
            try:
                yield _row(_loaded(line), line_place(number), number)
            except json.JSONDecodeError as error:
                raise ForeignError(_told(error), line_place(number), number) from error


def _rows_of(records: Iterable[Any]) -> Iterator[Row]:
    for number, record in enumerate(records, 1):
        yield _row(record, _("row {number}").format(number=number), None)


def _loaded(text: str) -> Any:
    """Decode JSON; numbers keep their notation."""
    try:
        return json.loads(text, parse_int=Number, parse_float=Number, parse_constant=Number)
    except RecursionError as error:
        raise ForeignError(_(TOO_DEEP)) from error


def _told(error: json.JSONDecodeError) -> str:
    fault = f"{error.msg[:1].lower()}{error.msg[1:]}"
    return _("It is not valid JSON: {fault} at character {column}.").format(fault=fault, column=error.colno)


def _list_in(value: Any) -> list[Any]:
    if isinstance(value, list):
        return value
    lists = [inner for inner in value.values() if isinstance(inner, list)] if isinstance(value, dict) else []
    records = max((inner for inner in lists if inner and isinstance(inner[0], dict)), key=len, default=None)
    if records is None and not isinstance(value, dict):
        raise ForeignError(_(NO_RECORDS))
    return [value] if records is None else records


def _row(record: Any, place: str, line: int | None) -> Row:
    match record:
        case dict():
            return Row({key: _cell(value) for key, value in record.items()}, line)
        case str() if not isinstance(record, Number):
            return Row({"text": record}, line)
        case _:
            raise ForeignError(_(NO_RECORD).format(example=EXAMPLE), place, line)


def _cell(value: Any) -> str:
    """Return the value as text; a list of texts becomes paragraphs."""
    match value:
        case str():
            return str(value)
        case None:
            return ""
        case list() if all(isinstance(item, str) for item in value):
            return "\n\n".join(value)
        case _:
            try:
                return json.dumps(value, ensure_ascii=False)
            except RecursionError as error:
                raise ForeignError(_(TOO_DEEP)) from error
