"""Documents as rows of a fixed table schema, the same columns and types for every annotation scheme.

Attributes are one column of JSON: a column per attribute would differ with the scheme and could not hold a value of an
unexpected type, and Arrow's JSON reader would read a text column as times if every value in it looked like a date.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from annotator.interop.json.writing import json_line
from annotator.interop.options import Options
from annotator.interop.outgoing.document_labels import document_labels
from annotator.interop.report import Report
from annotator.model.annotation import Annotation, Relation, Value
from annotator.model.entry import Entry
from annotator.translation.messages import N_

TEXT, WHOLE, TIME, ROWS = "text", "whole number", "time", "rows"
UTC = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
NO_TIME = N_("one of its times is not a valid date and time, and is left out")


@dataclass(frozen=True, slots=True)
class Column:
    """Column of a table; ``kind`` is one of the four above, and ``parts`` are the columns of a ``ROWS`` column."""

    name: str
    kind: str
    about: str
    parts: tuple[Column, ...] = ()


EXTRA = Column("extra", TEXT, "keys that Annotator does not know, as a JSON object")
COLUMNS = (
    Column("path", TEXT, "the article's path in its folder"),
    Column("annotator", TEXT, "the document's annotator; empty where nobody gave a name"),
    Column("scheme", TEXT, "the id of the scheme"),
    Column("status", TEXT, "new, in-work, done, nothing-found or reviewed"),
    Column("split", TEXT, "train, dev or test; empty where there are no splits"),
    Column("sha256", TEXT, "SHA-256 of the UTF-8 of the text"),
    Column("length", WHOLE, "of the text, in code points"),
    Column("text", TEXT, "the article's text, with LF newlines; null where it was left out"),
    Column(
        "annotations",
        ROWS,
        "in text order; they may overlap and nest",
        (
            Column("id", TEXT, "the annotation's id, unique in the document"),
            Column("label", TEXT, "one of the scheme's labels"),
            Column("start", WHOLE, "its first code point, counted from 0"),
            Column("end", WHOLE, "the code point after its last one"),
            Column("text", TEXT, "its words; null where the text was left out"),
            Column("attributes", TEXT, "the values of its attributes, as a JSON object"),
            Column("note", TEXT, "a remark; may be empty"),
            Column("origin", TEXT, "the program or model that suggested it; empty where a person made it"),
            Column("created", TIME, "when it was made, in UTC; may be null"),
            Column("modified", TIME, "when it was last changed, in UTC; may be null"),
            EXTRA,
        ),
    ),
    Column(
        "relations",
        ROWS,
        "typed arrows between annotations of the document",
        (
            Column("id", TEXT, "the relation's id, unique in the document"),
            Column("type", TEXT, "one of the scheme's relations"),
            Column("from", TEXT, "the id of the annotation it starts at"),
            Column("to", TEXT, "the id of the annotation it ends at"),
            Column("attributes", TEXT, "the values of its attributes, as a JSON object"),
            Column("note", TEXT, "a remark; may be empty"),
            EXTRA,
        ),
    ),
    Column(
        "read",
        ROWS,
        "the spans that the annotator has read",
        (Column("start", WHOLE, "the first code point"), Column("end", WHOLE, "the code point after the last one")),
    ),
    Column("document_labels", TEXT, "the article's own classes, such as a verdict, as a JSON array"),
    Column("article", TEXT, "facts about the article, such as its title and outlet, as a JSON object"),
    EXTRA,
)


def row_of(entry: Entry, options: Options, report: Report) -> dict[str, Any]:
    """Return the row with all ``COLUMNS``, times as text; an invalid time is left out and reported."""
    document = entry.document
    text = entry.text if options.with_text else None
    for item in document.annotations.values():
        if any(time and not is_time(time) for time in (item.created, item.modified)):
            report.altered(entry, item, NO_TIME)
    return {
        "path": entry.path,
        "annotator": document.annotator,
        "scheme": document.scheme,
        "status": document.status.value,
        "split": entry.split,
        "sha256": document.article.sha256,
        "length": len(entry.text),
        "text": text,
        "annotations": [_annotation(item, text) for item in entry.annotations],
        "relations": [_relation(item) for item in entry.relations],
        "read": [{"start": span.start, "end": span.end} for span in document.read],
        "document_labels": json_line(document_labels(entry)),
        "article": _json(document.article_extra),
        "extra": _json(document.extra),
    }


def is_time(text: str) -> bool:
    """Return whether the text is an existing moment in the format that sidecars use."""
    if not UTC.fullmatch(text):
        return False
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return False
    return True


def _annotation(item: Annotation, text: str | None) -> dict[str, Any]:
    return {
        "id": item.id,
        "label": item.label,
        "start": item.span.start,
        "end": item.span.end,
        "text": None if text is None else item.span.of(text),
        "attributes": _json(item.attributes),
        "note": item.note,
        "origin": item.origin,
        "created": item.created if is_time(item.created) else None,
        "modified": item.modified if is_time(item.modified) else None,
        "extra": _json(item.extra),
    }


def _relation(item: Relation) -> dict[str, Any]:
    return {
        "id": item.id,
        "type": item.type,
        "from": item.source,
        "to": item.target,
        "attributes": _json(item.attributes),
        "note": item.note,
        "extra": _json(item.extra),
    }


def _json(values: Mapping[str, Value]) -> str:
    return json_line(dict(values)) if values else "{}"
