"""Detection of a JSON object that has records or texts by their ids."""

from __future__ import annotations

from typing import Any

from annotator.interop.articles.kinds.table.columns import ABOUT, NAME, TEXT, plain_name

ID, OTHER_ID = "id", "key"
OF_RECORD = frozenset([*TEXT, *NAME, *(name for names in ABOUT.values() for name in names)])
"""Keys of a record; an object with one of them is a record itself."""


def records_by_id(value: Any) -> list[Any] | None:
    """Return the records with their ids, from the object itself or the only object in it; None where it has none."""
    inner = [each for each in value.values() if isinstance(each, dict | list)] if isinstance(value, dict) else []
    for records in (value, *inner[: len(inner) == 1]):
        if isinstance(records, dict) and _is_by_id(records):
            return [_with_id(id, record) for id, record in records.items()]
    return None


def _is_by_id(value: dict[str, Any]) -> bool:
    if not value or any(plain_name(key) in OF_RECORD for key in value):
        return False
    records = list(value.values())
    some = [record for record in records if isinstance(record, dict)]
    if len(some) < len(records) and 2 * sum(map(_has_text, some)) > len(records):
        return True  # those that are no records are told of by the reader
    if len(some) == len(records):
        return any(map(_has_text, records)) or (len(records) > 1 and bool(set.intersection(*map(set, records))))
    return len(records) > 1 and all(type(record) is str for record in records)  # numbers are of a class of their own


def _has_text(record: dict[str, Any]) -> bool:
    return any(plain_name(key) in TEXT and isinstance(value, str | list) for key, value in record.items())


def _with_id(id: str, record: Any) -> Any:
    """Return the record or the text with its id; unchanged what is neither."""
    if type(record) is str:
        return {ID: id, "text": record}
    if not isinstance(record, dict):
        return record
    return {OTHER_ID if any(plain_name(key) == ID for key in record) else ID: id, **record}
