"""JSON lines: one document per line with everything a sidecar holds. The program's own exchange format."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from annotator.interop.foreign.offset_units import Offsets
from annotator.interop.format import EVERYTHING, Format, Incoming
from annotator.interop.json.reading import Fields, json_lines
from annotator.interop.json.writing import json_line
from annotator.interop.options import CODE_POINTS, UNITS, Options
from annotator.interop.outgoing.records import ANNOTATION_KEYS, RELATION_KEYS, document_record
from annotator.interop.output import Output
from annotator.interop.report import Report
from annotator.model.annotation import Annotation, Relation
from annotator.model.entry import Entry
from annotator.model.items import Item
from annotator.model.kinds.kind import Form, Key, Kind
from annotator.model.kinds.table import FURTHER_KINDS
from annotator.model.span import Span
from annotator.translation.messages import N_, _, listed

NAME = "annotator-jsonl"
VERSION = 1


def write(entries: Iterable[Entry], output: Output, options: Options, report: Report) -> None:
    """Write one line per document."""
    with output.text() as file:
        file.writelines(line(entry, options, report) for entry in entries)


def line(entry: Entry, options: Options, _report: Report) -> str:
    """Return the line of a document."""
    return json_line({"format": NAME, "version": VERSION, **document_record(entry, options)}) + "\n"


def read(path: Path, report: Report) -> Iterator[Incoming]:
    """Yield the documents of a file in this format. Raises ForeignError and FileError."""
    return json_lines(path, report, lambda record: [_document(record)])


def _document(record: Fields) -> Incoming:
    if record.text("format") != NAME or record.values.get("version") != VERSION:
        record.fail(
            _("It is not a document as Annotator writes it: it does not say “format”: “{name}”, version 1.").format(
                name=NAME
            )
        )
    text = record.text("text") or None
    offsets = Offsets(text or "", _unit(record, text))
    annotations = record.objects("annotations")
    return Incoming(
        record.required("path"),
        text,
        tuple(_annotation(item, offsets) for item in annotations),
        tuple(_relation(item) for item in record.objects("relations")),
        record.text("status"),
        tuple(_range(item, record, offsets) for item in record.values_at("read")),
        record.text("sha256"),
        record.text("annotator"),
        record.text("scheme"),
        {item.required("id"): item.text("text") for item in annotations if "text" in item},
        record.fields("article").others(),
        record.fields("extra").others(),
        items=tuple(_item(kind, item) for kind in FURTHER_KINDS for item in record.objects(kind.section)),
    )


def _unit(record: Fields, text: str | None) -> str:
    unit = record.text("unit") or CODE_POINTS
    if unit not in UNITS:
        record.fail(_("“unit” must be one of {units}.").format(units=listed(UNITS)))
    if text is None and unit != CODE_POINTS:
        record.fail(
            _("Without the text, offsets in {unit} say nothing. Export it with the text, or in {code_points}.").format(
                unit=unit, code_points=CODE_POINTS
            )
        )
    return unit


def _annotation(item: Fields, offsets: Offsets) -> Annotation:
    start, end = item.whole("start"), item.whole("end")
    if start >= end:
        item.fail(
            _("An annotation ends at {end}, which is not after its start at {start}.").format(end=end, start=start)
        )
    return Annotation(
        item.required("id"),
        item.required("label"),
        offsets.span(start, end),
        item.fields("attributes").others(),
        item.text("note"),
        item.text("origin"),
        item.text("created"),
        item.text("modified"),
        state=item.text("state"),
        by_rule=item.texts("by_rule"),
        wording=item.fields("wording").others(),
        extra=item.others(*ANNOTATION_KEYS),
    )


def _relation(item: Fields) -> Relation:
    type, source, target = item.required("type"), item.required("from"), item.required("to")
    attributes, extra = item.fields("attributes").others(), item.others(*RELATION_KEYS)
    return Relation(item.required("id"), type, source, target, attributes, item.text("note"), extra)


def _item(kind: Kind[Any], item: Fields) -> Item:
    """Return an item of a further kind."""
    values = [_value(key, item) for key in kind.keys]
    made: Item = kind.made_of([*values, item.others(*kind.names)])
    return made


def _value(key: Key, item: Fields) -> Any:
    match key.form:
        case Form.WORDS:
            return item.texts(key.name)
        case Form.FLAG:
            return item.flag(key.name)
        case Form.VALUES:
            return item.fields(key.name).others()
        case _:
            return item.required(key.name) if key.required else item.text(key.name)


def _range(item: object, record: Fields, offsets: Offsets) -> Span:
    start, end = item if isinstance(item, list) and len(item) == 2 else (None, None)
    if type(start) is not int or type(end) is not int or not 0 <= start < end:
        record.fail(_("What has been read must be ranges of two rising whole numbers, as in [0, 275]."))
    return offsets.span(start, end)


FORMAT = Format("jsonl", N_("JSON lines"), ".jsonl", EVERYTHING, write, read, UNITS, textless=True, line=line)
