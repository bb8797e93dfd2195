"""JSON tables: one list of records, or one record per line."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from io import StringIO
from itertools import islice
from typing import Any

from annotator.interop.articles.extracted import raised
from annotator.interop.articles.kinds.table.broken_list import items_of_broken
from annotator.interop.articles.kinds.table.json_decoding import TOO_DEEP, Number, loaded, why
from annotator.interop.articles.kinds.table.records_by_id import left_out, records_by_id
from annotator.interop.articles.kinds.table.tabular import Row, Table, sampled
from annotator.interop.foreign.errors import ForeignError, line_place
from annotator.translation.messages import N_, _

NO_RECORDS = N_("It has no list of records, each with a text in it.")
NO_RECORD = N_("It is neither a record, like {example}, nor a text.")
IDS = N_("Its keys were taken for the ids of the texts, each of which is an article.")
EXAMPLE = "{“text”: “…”}"


def read_lines(text: str, failed: Callable[[ForeignError], None] = raised) -> Table:
    """Return the table with one record per line; ``failed`` takes the error of each line that is none."""
    return _table(_rows_of_lines(text, failed))


def read_list(text: str, failed: Callable[[ForeignError], None] = raised) -> Table:
    """Return the table from a list, from the longest list in one record, or from an object of records by their ids.

    ``failed`` takes the error of each item that is no record. Raises ForeignError.
    """
    try:
        value = loaded(text)
    except json.JSONDecodeError as error:
        if error.msg == "Extra data" or _is_lines(text):  # JSON Lines in a .json file
            return read_lines(text, failed)
        return _broken(text, ForeignError(why(error), line_place(error.lineno), error.lineno), failed)
    except ForeignError as error:
        return _broken(text, error, failed)
    by_id = records_by_id(value)
    if by_id is not None:
        records, others = by_id
        return replace(_table(_rows_of(records, failed)), notes=(_(IDS),), warnings=left_out(others))
    return _table(_rows_of(_list_in(value), failed))


def _broken(text: str, fault: ForeignError, failed: Callable[[ForeignError], None]) -> Table:
    """Return the table from the items of the list that are valid. Raises the fault where there is none."""
    failures: list[ForeignError] = []
    items = [*items_of_broken(text, failures.append)]
    if not items:
        raise fault
    for failure in failures or [fault]:
        failed(failure)
    return _table(_rows_of_items(items, failed))


def _table(rows: Iterator[Row]) -> Table:
    first, rows = sampled(rows)
    return Table(list(dict.fromkeys(name for row in first for name in row.cells)), rows)


def _rows_of_lines(text: str, failed: Callable[[ForeignError], None]) -> Iterator[Row]:
    for number, line in enumerate(StringIO(text), 1):
        if line.strip():
            try:
                row = _row(loaded(line))
            except (ForeignError, json.JSONDecodeError) as error:
                failed(ForeignError(why(error), line_place(number), number))
            else:
                yield replace(row, line=number)


def _rows_of(records: Iterable[Any], failed: Callable[[ForeignError], None]) -> Iterator[Row]:
    for number, record in enumerate(records, 1):
        try:
            row = _row(record)
        except ForeignError as error:
            failed(ForeignError(error.sentence, _("row {number}").format(number=number)))
        else:
            yield row


def _rows_of_items(items: Iterable[tuple[int, Any]], failed: Callable[[ForeignError], None]) -> Iterator[Row]:
    for line, record in items:
        try:
            row = _row(record)
        except ForeignError as error:
            failed(ForeignError(error.sentence, line_place(line), line))
        else:
            yield replace(row, line=line)


def _is_lines(text: str) -> bool:
    """Return whether each of the first two lines begins a record, so that each line has one."""
    lines = (line for line in StringIO(text) if line.strip())
    first = [line.lstrip()[0] for line in islice(lines, 2)]
    return first == ["{", "{"]


def _list_in(value: Any) -> list[Any]:
    if isinstance(value, list):
        return value
    lists = [inner for inner in value.values() if isinstance(inner, list)] if isinstance(value, dict) else []
    records = max((inner for inner in lists if inner and isinstance(inner[0], dict)), key=len, default=None)
    if records is None and not isinstance(value, dict):
        raise ForeignError(_(NO_RECORDS))
    return [value] if records is None else records


def _row(record: Any) -> Row:
    match record:
        case dict():
            return Row({key: _cell(value) for key, value in record.items()})
        case str() if not isinstance(record, Number):
            return Row({"text": record})
        case _:
            raise ForeignError(_(NO_RECORD).format(example=EXAMPLE))


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
