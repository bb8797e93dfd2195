"""Detection of a JSON object that has records or texts by their ids."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from annotator.interop.articles.kinds.table.columns import ABOUT, NAME, TEXT, plain_name
from annotator.language.plain_line import shortened
from annotator.translation.messages import listed, ngettext, number

ID, OTHER_ID = "id", "key"
OF_RECORD = frozenset([*TEXT, *NAME, *(name for names in ABOUT.values() for name in names)])
"""Keys of a record; an object with one of them is a record itself."""


MOST_KEYS, LONGEST_KEY = 5, 60
SHORTEST = 15
"""Least length of what is taken for a text beside values that are none."""


def records_by_id(value: Any) -> tuple[list[Any], list[str]] | None:
    """Return the records with their ids, from the object itself or the only object in it, and the ids of no record.

    Return None where there are none.
    """
    inner = [each for each in value.values() if isinstance(each, dict | list)] if isinstance(value, dict) else []
    for records in (value, *inner[: len(inner) == 1]):
        if isinstance(records, dict) and _is_by_id(records):
            others = [] if any(map(_is_record, records.values())) else _no_texts(records)
            return [_with_id(id, record) for id, record in records.items() if id not in others], others
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
    return len(records) > 1 and (all(map(_is_text, records)) or _is_mostly_text(records))


def _is_mostly_text(records: list[Any]) -> bool:
    """Return whether more than half of the values are texts, at least two, and none may hold the records itself."""
    texts = sum(_is_text(record) and len(record) >= SHORTEST for record in records)
    return texts > 1 and 2 * texts > len(records) and not any(map(_is_nested, records))


def _is_nested(value: Any) -> bool:
    return isinstance(value, dict) or (isinstance(value, list) and not all(map(_is_text, value)))


def _is_text(value: Any) -> bool:
    return type(value) is str  # numbers are of a class of their own


def _is_record(value: Any) -> bool:
    return isinstance(value, dict)


def _no_texts(records: dict[str, Any]) -> list[str]:
    """Return the ids of the values beside texts that are none."""
    return [id for id, record in records.items() if not _is_text(record)]


def _has_text(record: dict[str, Any]) -> bool:
    return any(plain_name(key) in TEXT and isinstance(value, str | list) for key, value in record.items())


def _with_id(id: str, record: Any) -> Any:
    """Return the record or the text with its id; unchanged what is neither."""
    if type(record) is str:
        return {ID: id, "text": record}
    if not isinstance(record, dict):
        return record
    return {OTHER_ID if any(plain_name(key) == ID for key in record) else ID: id, **record}


def left_out(ids: Sequence[str]) -> tuple[str, ...]:
    """Return the note on the values that are no texts, with their keys."""
    message = ngettext(
        "{count} value that is not a text was left out: {keys}.",
        "{count} values that are not texts were left out: {keys}.",
        len(ids),
    )
    keys = listed([*(f"“{shortened(id, LONGEST_KEY)}”" for id in ids[:MOST_KEYS]), *["…"] * (len(ids) > MOST_KEYS)])
    return (message.format(count=number(len(ids)), keys=keys),) if ids else ()
