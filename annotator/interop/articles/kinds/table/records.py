"""JSON tables: one list of records, or one record per line."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from io import StringIO
from itertools import islice
from typing import Any

from annotator.interop.articles.extracted import raised
from annotator.interop.articles.kinds.table.quoted_rows import REST
from annotator.interop.articles.kinds.table.records_by_id import records_by_id
from annotator.interop.articles.kinds.table.tabular import Row, Table, sampled
from annotator.interop.foreign.errors import ForeignError, line_place
from annotator.translation.messages import N_, _

TOO_DEEP = N_("It is nested too deeply.")
NO_RECORDS = N_("It has no list of records, each with a text in it.")
NO_RECORD = N_("It is neither a record, like {example}, nor a text.")
IDS = N_("Its keys were taken for the ids of the texts, each of which is an article.")
EXAMPLE = "{“text”: “…”}"
BEFORE_FIRST, BETWEEN = re.compile(r"\s*\[\s*"), re.compile(r"\s*,\s*")


class Number(str):
    """Number in its original notation."""

    __slots__ = ()


def read_lines(text: str, failed: Callable[[ForeignError], None] = raised) -> Table:
    """Return the table with one record per line; ``failed`` takes the error of each line that is none."""
    return _table(_rows_of_lines(text, failed))


def read_list(text: str, failed: Callable[[ForeignError], None] = raised) -> Table:
    """Return the table from a list, from the longest list in one record, or from an object of records by their ids.

    ``failed`` takes the error of each item that is no record. Raises ForeignError.
    """
    try:
        value = _loaded(text)
        by_id = records_by_id(value)
        if by_id is not None:
            return replace(_table(_rows_of(by_id, failed)), notes=(_(IDS),))
        return _table(_rows_of(_list_in(value), failed))
    except json.JSONDecodeError as error:
        if error.msg == "Extra data" or _is_lines(text):  # JSON Lines in a .json file
            return read_lines(text, failed)
        fault = ForeignError(_(REST).format(why=_told(error)), line_place(error.lineno), error.lineno)
        items = _items_before(text, error.pos)
        if not items:
            raise ForeignError(_told(error), line_place(error.lineno), error.lineno) from error
        failed(fault)
        return _table(_rows_of(items, failed))


def _table(rows: Iterator[Row]) -> Table:
    first, rows = sampled(rows)
    return Table(list(dict.fromkeys(name for row in first for name in row.cells)), rows)


def _rows_of_lines(text: str, failed: Callable[[ForeignError], None]) -> Iterator[Row]:
    for number, line in enumerate(StringIO(text), 1):
        if line.strip():
            try:
                row = _row(_loaded(line))
            except (ForeignError, json.JSONDecodeError) as error:
                sentence = error.sentence if isinstance(error, ForeignError) else _told(error)
                failed(ForeignError(sentence, line_place(number), number))
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


def _is_lines(text: str) -> bool:
    """Return whether each of the first two lines begins a record, so that each line has one."""
    lines = (line for line in StringIO(text) if line.strip())
    first = [line.lstrip()[0] for line in islice(lines, 2)]
    return first == ["{", "{"]


def _items_before(text: str, end: int) -> list[Any]:
    """Return the items of the list before the fault at ``end``, which is in the item after them."""
    decoder = json.JSONDecoder(parse_int=Number, parse_float=Number, parse_constant=Number)
    items: list[Any] = []
    at = BEFORE_FIRST.match(text)
    while at and at.end() < end:
        try:
            item, after = decoder.raw_decode(text, at.end())
        except (json.JSONDecodeError, RecursionError):
            break
        items.append(item)
        at = BETWEEN.match(text, after)
    return items


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
