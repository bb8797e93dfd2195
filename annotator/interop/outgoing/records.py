"""Documents as plain values in the structure of the program's own JSON."""

from __future__ import annotations

from collections.abc import Mapping
from operator import attrgetter
from typing import Any

from annotator.interop.foreign.offset_units import Offsets
from annotator.interop.options import CODE_POINTS, Options
from annotator.model.annotation import Annotation, Relation
from annotator.model.document import Document
from annotator.model.entry import Entry
from annotator.model.items import Item
from annotator.model.kinds.kind import Form, Key, Kind
from annotator.model.kinds.table import FURTHER_KINDS

ANNOTATION_KEYS = (
    *("id", "label", "start", "end", "text", "state", "attributes", "by_rule", "wording"),
    *("note", "origin", "created", "modified"),
)
RELATION_KEYS = ("id", "type", "from", "to", "attributes", "note")


def document_record(entry: Entry, options: Options) -> dict[str, Any]:
    """Return the whole document; empty values are left out, except the lists of annotations and relations."""
    document, unit = entry.document, options.unit or CODE_POINTS
    offsets = Offsets(entry.text, unit)
    about = {
        "path": entry.path,
        "annotator": document.annotator,
        "scheme": document.scheme,
        "status": document.status.value,
        "split": entry.split,
        "unit": unit,
        "sha256": document.article.sha256,
        "length": offsets.out(len(entry.text)),
        "text": entry.text if options.with_text else "",
    }
    return {
        **filled(about),
        "annotations": [annotation_record(item, entry.text, offsets, options) for item in entry.annotations],
        "relations": [relation_record(item) for item in entry.relations],
        **{kind.section: _item_records(kind, document) for kind in FURTHER_KINDS if kind.item in document.items},
        **filled({"read": [offsets.of(span) for span in document.read], "article": dict(document.article_extra)}),
        **filled({"extra": dict(document.extra)}),
    }


def annotation_record(item: Annotation, text: str, offsets: Offsets, options: Options) -> dict[str, Any]:
    """Return one annotation, without its words where the text is left out; unknown keys come last."""
    start, end = offsets.of(item.span)
    record: dict[str, Any] = {
        "id": item.id,
        "label": item.label,
        "start": start,
        "end": end,
    }
    if options.with_text:
        record["text"] = item.span.of(text)
    if item.state:
        record["state"] = item.state
    if item.attributes:
        record["attributes"] = dict(item.attributes)
    if item.by_rule:
        record["by_rule"] = [*item.by_rule]
    if item.wording:
        record["wording"] = dict(item.wording)
    if item.note:
        record["note"] = item.note
    if item.origin:
        record["origin"] = item.origin
    if item.created:
        record["created"] = item.created
    if item.modified:
        record["modified"] = item.modified
    return _with_others(record, item.extra) if item.extra else record


def relation_record(item: Relation) -> dict[str, Any]:
    """Return one relation; unknown keys come last."""
    record: dict[str, Any] = {"id": item.id, "type": item.type, "from": item.source, "to": item.target}
    if item.attributes:
        record["attributes"] = dict(item.attributes)
    if item.note:
        record["note"] = item.note
    return _with_others(record, item.extra)


def _item_records(kind: Kind[Any], document: Document) -> list[dict[str, Any]]:
    """Return the items of a further kind, sorted by id; unknown keys come last."""
    items = sorted(document.of(kind.item).values(), key=attrgetter("id"))
    return [_with_others(filled({key.name: _plain(item, key) for key in kind.keys}), item.extra) for item in items]


def _plain(item: Item, key: Key) -> Any:
    value = getattr(item, key.field)
    match key.form:
        case Form.WORDS:
            return [*value]
        case Form.VALUES:
            return dict(value)
        case Form.FLAG:
            return value or ""
        case _:
            return value


def filled(record: Mapping[str, Any]) -> dict[str, Any]:
    """Return the record without its empty texts, lists and objects."""
    return {key: value for key, value in record.items() if value not in ("", [], {})}


def _with_others(record: dict[str, Any], extra: Mapping[str, Any]) -> dict[str, Any]:
    return record | {key: value for key, value in extra.items() if key not in record} if extra else record
