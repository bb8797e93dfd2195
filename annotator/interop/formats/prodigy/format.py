"""Prodigy tasks as JSON lines, for ``spans.manual`` and ``rel.manual``. Offsets are code points.

No hashes are written, since Prodigy computes them on loading. Data without a Prodigy field is at keys of Annotator's
own, which Prodigy passes through: ``attributes`` and others in each span, ``document`` in the task.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from annotator.interop.format import ALL_BUT_CHECKS, Format, Incoming
from annotator.interop.formats.prodigy.reading import KEPT, RELATION_KEYS, SPAN_KEYS, TASK_KEYS, Task, answered
from annotator.interop.formats.prodigy.tokens import Tokens
from annotator.interop.json.reading import Fields, json_lines
from annotator.interop.json.writing import json_line
from annotator.interop.options import Options
from annotator.interop.outgoing.document_labels import document_labels, scores
from annotator.interop.outgoing.records import filled
from annotator.interop.output import Output
from annotator.interop.report import DOCUMENT, LEFT_OUT, Loss, Report
from annotator.model.annotation import Annotation, Relation, Value
from annotator.model.entry import Entry
from annotator.translation.messages import N_


def write(entries: Iterable[Entry], output: Output, options: Options, report: Report) -> None:
    """Write one accepted task per document."""
    with output.text() as file:
        file.writelines(line(entry, options, report) for entry in entries)


def line(entry: Entry, _options: Options, _report: Report) -> str:
    """Return the line of a document."""
    return json_line(_task(entry)) + "\n"


def _task(entry: Entry) -> dict[str, Any]:
    document = entry.document
    tokens = Tokens(entry.text, (item.span for item in entry.annotations))
    about = {"scheme": document.scheme, "sha256": document.article.sha256, "article": dict(document.article_extra)}
    read = [[span.start, span.end] for span in document.read]
    others, extra = _others(document.extra, TASK_KEYS)
    shown = {"path": entry.path, "annotator": document.annotator, "status": document.status.value, "split": entry.split}
    return {
        "text": entry.text,
        "tokens": tokens.records(),
        "spans": [_span(item, tokens) for item in entry.annotations],
        "relations": [_relation(item, entry, tokens) for item in entry.relations],
        **_classes(entry),
        "answer": "accept",
        "meta": {**_kept_meta(document.extra), **filled(shown)},
        "document": filled({**about, "read": read, "extra": extra}),
        **others,
    }


def _classes(entry: Entry) -> dict[str, Any]:
    """Return the document's labels among all that there are, as Prodigy's recipes for choices have them."""
    options = [{"id": label, "text": label} for label in scores(entry)]
    return filled({"options": options, "accept": document_labels(entry)})


def _span(item: Annotation, tokens: Tokens) -> dict[str, Any]:
    others, extra = _others(item.extra, SPAN_KEYS)
    own = {"attributes": dict(item.attributes), "note": item.note, "origin": item.origin, "extra": extra}
    times = {"created": item.created, "modified": item.modified}
    return {**_place(item, tokens), **filled({"id": item.id, **own, **times}), **others}


def _place(item: Annotation, tokens: Tokens) -> dict[str, Any]:
    first, last = tokens.of(item.span)
    start, end = item.span.start, item.span.end
    return {"start": start, "end": end, "token_start": first, "token_end": last, "label": item.label}


def _relation(item: Relation, entry: Entry, tokens: Tokens) -> dict[str, Any]:
    """Return the relation; head and child are the last tokens of the annotations, as in ``rel.manual``."""
    head, child = (entry.document.annotations[id] for id in (item.source, item.target))
    others, extra = _others(item.extra, RELATION_KEYS)
    return {
        "head": tokens.of(head.span)[1],
        "child": tokens.of(child.span)[1],
        "head_span": {**_place(head, tokens), "id": head.id},
        "child_span": {**_place(child, tokens), "id": child.id},
        "label": item.type,
        **filled({"id": item.id, "attributes": dict(item.attributes), "note": item.note, "extra": extra}),
        **others,
    }


def _others(extra: Mapping[str, Value], known: tuple[str, ...]) -> tuple[dict[str, Value], dict[str, Value]]:
    """Return Prodigy's kept keys other than the ``known`` ones, and the remaining unknown keys."""
    kept = extra.get(KEPT)
    if not isinstance(kept, dict):
        return {}, dict(extra)
    others = {key: value for key, value in kept.items() if key not in known}
    return others, {key: value for key, value in extra.items() if key != KEPT}


def _kept_meta(extra: Mapping[str, Value]) -> dict[str, Value]:
    kept = extra.get(KEPT)
    meta = kept.get("meta") if isinstance(kept, dict) else None
    return meta if isinstance(meta, dict) else {}


def read(path: Path, report: Report) -> Iterator[Incoming]:
    """Yield the accepted tasks of the file, each as an article of its own. Raises ForeignError and FileError."""
    return json_lines(path, report, lambda record: _documents(record, path, report))


def _documents(record: Fields, path: Path, report: Report) -> list[Incoming]:
    task = Task(record, path, report)
    if answer := task.refused():
        report.losses.append(Loss(LEFT_OUT, DOCUMENT, task.path, "", answered(answer)))
        return []
    return [task.incoming()]


FORMAT = Format("prodigy", N_("Prodigy JSON lines"), ".jsonl", ALL_BUT_CHECKS, write, read, line=line)
