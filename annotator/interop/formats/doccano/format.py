"""doccano JSON lines for a sequence labelling project with relations. Offsets are UTF-16 code units, as in doccano.

Import it in doccano as “RelationExtraction”, or as “SequenceLabeling” with the label column “entities”; the project
must allow overlapping entities. Every line has the same columns, because doccano turns a missing one into NaN, which
its database rejects. doccano keeps unknown columns as metadata and exports them again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from annotator.interop.foreign.offset_units import Offsets
from annotator.interop.foreign.text import ForeignText
from annotator.interop.format import ARTICLE, OVERLAPS, RELATIONS, STATUS, Format, Incoming
from annotator.interop.json.marks import report_marks
from annotator.interop.json.reading import Fields, json_lines
from annotator.interop.json.writing import ascii_json_line
from annotator.interop.options import UNITS, UTF_16, Options
from annotator.interop.outgoing.document_labels import document_labels
from annotator.interop.output import Output
from annotator.interop.report import ANNOTATION, LEFT_OUT, RELATION, Loss, Report
from annotator.model.annotation import Annotation, Relation, Value
from annotator.model.entry import Entry
from annotator.translation.messages import N_, _, listed, number

KEPT = "x-doccano"
ABOUT = ("path", "annotator", "scheme", "status", "split", "unit", "article", "extra")
CATS = "cats"
OLD = "annotations"
"""Key of the annotations in exports of doccano before 1.1, which name labels by their numbers."""

TEXTS, SPANS = ("text", "data"), ("entities", "label", "labels", OLD)
ENTITY_KEYS = ("id", "label", "start_offset", "end_offset")
RELATION_KEYS = ("id", "type", "from_id", "to_id")

NO_TEXT = N_("doccano takes no document without text")
UNNAMED = N_("the labels have no ids by which it could join them")
NOTHING_MARKED = N_("its end is not after its start")
ONLY_TEXT = N_("it gives a text of its own and marks no words")
NUMBERED = N_(
    "{file}: labels have numbers for names, as doccano exported them before version 1.1. With a map of labels they get "
    "their names."
)
TAKEN_FOR_UTF_16 = N_(
    "{file}: the offsets were taken for UTF-16, in which doccano counts. A file that was made by another "
    "program may count in code points; then annotations after an emoji are misplaced. That concerns "
    "{count} of its texts; give each line “unit”: “code-points” if so."
)


def write(entries: Iterable[Entry], output: Output, options: Options, report: Report) -> None:
    """Write one line per document."""
    with output.text() as file:
        file.writelines(line(entry, options, report) for entry in entries)


def line(entry: Entry, _options: Options, report: Report) -> str:
    """Return the line of a document."""
    if not entry.text:
        report.document_altered(entry, NO_TEXT)
    return ascii_json_line(_record(entry)) + "\n"


def _record(entry: Entry) -> dict[str, Any]:
    document, offsets = entry.document, Offsets(entry.text, UTF_16)
    numbers = {item.id: number for number, item in enumerate(entry.annotations)}
    return {
        "text": entry.text,
        "entities": [_entity(item, numbers[item.id], offsets) for item in entry.annotations],
        "relations": [
            {"id": number, "from_id": numbers[item.source], "to_id": numbers[item.target], "type": item.type}
            for number, item in enumerate(entry.relations)
        ],
        CATS: document_labels(entry),
        "path": entry.path,
        "annotator": document.annotator,
        "scheme": document.scheme,
        "status": document.status.value,
        "split": entry.split,
        "unit": UTF_16,
        "article": dict(document.article_extra),
        "extra": dict(document.extra),
    }


def _entity(item: Annotation, number: int, offsets: Offsets) -> dict[str, Any]:
    start, end = offsets.of(item.span)
    return {"id": number, "start_offset": start, "end_offset": end, "label": item.label}


def read(path: Path, report: Report) -> Iterator[Incoming]:
    """Yield the documents of a doccano export, also of one with triples at “label”. Raises ForeignError and FileError.

    Offsets are taken for UTF-16 unless “unit” says otherwise; a note reports texts for which that matters.
    """
    doubtful, numbered = 0, False

    def documents(record: Fields) -> list[Incoming]:
        nonlocal doubtful, numbered
        incoming = _document(record, path, report)
        numbered = numbered or any(_is_number(item.get("label")) for item in _old(record))
        doubtful += "unit" not in record and any(sign > "\uffff" for sign in incoming.text or "")
        return [incoming]

    yield from json_lines(path, report, documents)
    if doubtful:
        report.notes.append(_(TAKEN_FOR_UTF_16).format(file=path.name, count=number(doubtful)))
    if numbered:
        report.notes.append(_(NUMBERED).format(file=path.name))


def _document(record: Fields, file: Path, report: Report) -> Incoming:
    text = ForeignText(_text(record), _unit(record))
    path = record.text("path") or f"{file.stem}-{record.line}.txt"
    found, whole = _entities(record)
    annotations = []
    for text_alone in [item for item in _old(record) if "label" not in item]:
        report.losses.append(Loss(LEFT_OUT, ANNOTATION, path, f"e{text_alone.get('id', '')}", ONLY_TEXT))
    for entity in found:
        item = _annotation(entity, text)
        if item:
            annotations.append(item)
        else:
            report.losses.append(Loss(LEFT_OUT, ANNOTATION, path, entity.required("id"), NOTHING_MARKED))
    return Incoming(
        path,
        text.text,
        tuple(annotations),
        tuple(_relations(record, path, report)),
        record.text("status"),
        annotator=record.text("annotator"),
        scheme=record.text("scheme"),
        article=record.fields("article").others(),
        named=bool(record.text("path")),
        extra=_extra(record, path, report),
        labels=tuple(dict.fromkeys([*whole, *_cats(record)])),
    )


def _text(record: Fields) -> str:
    key = next((key for key in TEXTS if key in record), "")
    return record.text(key) if key else record.required(TEXTS[0])


def _unit(record: Fields) -> str:
    unit = record.text("unit") or UTF_16
    if unit not in UNITS:
        record.fail(_("“unit” must be one of {units}.").format(units=listed(UNITS)))
    return unit


def _entities(record: Fields) -> tuple[list[Fields], list[str]]:
    """Return the entities, each with an id, and the labels of the whole text, which mark nothing."""
    key = next((key for key in SPANS if key in record), "")
    values = record.values.get(key)
    if isinstance(values, str):
        return [], [values]
    items = [] if values is None else record.values_at(key)
    marking = [item for item in items if not isinstance(item, str) and not (key == OLD and _is_of_whole(item))]
    entities = [_fields(item, number, record, key) for number, item in enumerate(marking)]
    whole = [str(item["label"]) for item in _old(record) if _is_of_whole(item) and "label" in item]
    return entities, [*(item for item in items if isinstance(item, str)), *(whole if key == OLD else [])]


def _old(record: Fields) -> list[dict[str, Any]]:
    """Return the annotations of an export of doccano before 1.1."""
    items = record.values.get(OLD)
    return [item for item in items if isinstance(item, dict)] if isinstance(items, list) else []


def _is_of_whole(item: object) -> bool:
    """Return whether an annotation of an old export gives a label or a text for the whole article."""
    return isinstance(item, dict) and "start_offset" not in item


def _is_number(label: object) -> bool:
    return type(label) is int


def _fields(item: object, number: int, record: Fields, key: str) -> Fields:
    """Return an entity, given as an object or a triple, as an object whose id is text."""
    if isinstance(item, list) and len(item) == 3:
        item = dict(zip(("start_offset", "end_offset", "label"), item, strict=True))
    if not isinstance(item, dict):
        record.fail(_("Each item of “{key}” must be an object, or [start, end, label].").format(key=key))
    named = {"label": str(item["label"])} if key == OLD and _is_number(item.get("label")) else {}
    return Fields({**item, **named, "id": f"e{item.get('id', number)}"}, record.line)


def _annotation(entity: Fields, text: ForeignText) -> Annotation | None:
    span = text.span(entity.whole("start_offset"), entity.whole("end_offset"))
    others = entity.others(*ENTITY_KEYS)
    label = entity.required("label")
    return Annotation(entity.required("id"), label, span, extra={KEPT: others} if others else {}) if span else None


def _relations(record: Fields, path: str, report: Report) -> Iterator[Relation]:
    """Yield the relations; where labels have no ids, report them: they are metadata of an import and join nothing."""
    named = "entities" in record
    for at, item in enumerate(record.objects("relations")):
        relation = _relation(item, at)
        if named:
            yield relation
        else:
            report.losses.append(Loss(LEFT_OUT, RELATION, path, relation.id, UNNAMED))


def _relation(item: Fields, number: int) -> Relation:
    others = item.others(*RELATION_KEYS)
    id, source, target = (item.values.get(key) for key in ("id", "from_id", "to_id"))
    extra: dict[str, Value] = {KEPT: others} if others else {}
    return Relation(f"r{number if id is None else id}", item.required("type"), f"e{source}", f"e{target}", extra=extra)


def _cats(record: Fields) -> list[str]:
    """Return the labels of the whole text in a project of intents and slots, as an export by Annotator has them."""
    return [item for item in record.values_at(CATS) if isinstance(item, str)] if CATS in record else []


def _extra(record: Fields, path: str, report: Report) -> dict[str, Value]:
    """Return unknown columns: those of Annotator unchanged, doccano's under one key; report annotations in them."""
    extra = record.fields("extra").others()
    others = record.others(*TEXTS, *SPANS, *ABOUT, "relations", CATS)
    report_marks(others, path, report)
    return {**extra, KEPT: others} if others else extra


FORMAT = Format(
    "doccano",
    N_("doccano JSON lines"),
    ".jsonl",
    frozenset({RELATIONS, OVERLAPS, STATUS, ARTICLE}),
    write,
    read,
    (UTF_16,),
    line=line,
)
