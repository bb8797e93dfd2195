"""Convert documents to tasks and annotations of Label Studio; offsets are code points."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from annotator.interop.formats.label_studio.config import ANNOTATOR, LABEL, NOTE, STATUS, TEXT, Config
from annotator.interop.formats.label_studio.values import CHOICES, KEYS, TEXTAREA, class_name, control_name, plain, same
from annotator.interop.outgoing.document_labels import classes
from annotator.interop.outgoing.records import filled
from annotator.interop.report import Report
from annotator.interop.xml.writing import fits
from annotator.model.annotation import Annotation, Relation, Value
from annotator.model.entry import Entry
from annotator.translation.messages import N_

KEPT, OWN = "x-label-studio", "x-annotator"
"""Keys for what only Label Studio knows, kept in a document, and for what only Annotator knows, kept in a task."""

NO_CONTROL = N_("an attribute's value fits no control of Label Studio, so it stands only in the region's meta")
NOT_XML = N_("its label has a character that the configuration, which is XML, cannot hold")
NOT_XML_STATUS = N_("its status has a character that the configuration, which is XML, cannot hold")
DANGLING = N_("an annotation that it joins is left out")


def task(entries: Sequence[Entry], config: Config, report: Report) -> dict[str, Any]:
    """Return one task with the documents of one article, each as an annotation."""
    first = entries[0]
    documents = {entry.document.annotator: _head(entry) for entry in entries}
    kept: dict[str, Value] = {}
    for entry in entries:
        kept = {**_kept(entry.document.extra, "data"), **kept}
    about = filled({"path": first.path, "split": first.split})
    own = {"sha256": first.document.article.sha256, "documents": documents}
    return {
        "data": {**kept, TEXT: first.text, **about, OWN: own},
        "annotations": [_annotation(entry, config, report) for entry in entries],
        **filled({"meta": _kept(first.document.extra, "meta")}),
    }


def _head(entry: Entry) -> dict[str, Any]:
    document = entry.document
    read = [[span.start, span.end] for span in document.read]
    about = {"scheme": document.scheme, "read": read, "article": dict(document.article_extra)}
    return filled({**about, "extra": _others(document.extra)})


def _annotation(entry: Entry, config: Config, report: Report) -> dict[str, Any]:
    config.add_scheme(entry.scheme)
    results = [*_about(entry, config, report)]
    written = set()
    for item in entry.annotations:
        if fits(item.label):
            config.add_label(item.label)
            results += _region(item, entry, config, report)
            written.add(item.id)
        else:
            report.left_out(entry, item, NOT_XML)
    results += _relations(entry, written, config, report)
    kept = entry.document.extra.get(KEPT)
    more = kept.get("results") if isinstance(kept, dict) else None
    return {
        **_kept(entry.document.extra, "annotation"),
        "result": [*results, *(more if isinstance(more, list) else [])],
    }


def _about(entry: Entry, config: Config, report: Report) -> Iterator[dict[str, Any]]:
    """Yield the results for the whole text: annotator, status and classes."""
    document = entry.document
    if document.annotator:
        yield _result(ANNOTATOR, TEXTAREA, {KEYS[TEXTAREA]: [document.annotator]})
    status = document.status.value
    if not fits(status):
        report.document_altered(entry, NOT_XML_STATUS)
    elif status:
        config.add_status(status)
        yield _result(STATUS, CHOICES, {KEYS[CHOICES]: [status]})
    for rule, labels in classes(entry):
        if all(map(fits, labels)):
            config.add_class(rule, labels)
            yield _result(class_name(rule.id), CHOICES, {KEYS[CHOICES]: labels})


def _region(item: Annotation, entry: Entry, config: Config, report: Report) -> Iterator[dict[str, Any]]:
    """Yield the labelled region, then a result with the same id for each attribute and for the note."""
    place = {"start": item.span.start, "end": item.span.end}
    exact: dict[str, Value] = {}
    uncontrolled: dict[str, Value] = {}
    states = []
    for attribute, value in item.attributes.items():
        control = config.control(item.label, attribute, value)
        payload = control.payload(value) if control else None
        if control is None or payload is None:
            uncontrolled[attribute] = value
            continue
        given = {KEYS[control.type]: payload}
        states.append((control_name(item.label, attribute), control.type, given))
        if not same(plain(control.type, given), value):
            exact[attribute] = value
    if uncontrolled:
        report.altered(entry, item, NO_CONTROL)
    if item.note:
        states.append((NOTE, TEXTAREA, {KEYS[TEXTAREA]: [item.note]}))
    value = {**_kept(item.extra, "value"), **place, "text": item.span.of(entry.text), "labels": [item.label]}
    own = {"exact": exact, "uncontrolled": uncontrolled, "origin": item.origin, "extra": _others(item.extra)}
    meta = {**_kept(item.extra, "meta"), **filled({OWN: filled({**own, **_times(item)})})}
    yield {**_kept(item.extra, "result"), **_result(LABEL, "labels", value, item.id), **filled({"meta": meta})}
    for name, type, given in states:
        yield _result(name, type, {**place, **given}, item.id)
    yield from _kept_results(item, place)


def _kept_results(item: Annotation, place: Mapping[str, int]) -> Iterator[dict[str, Any]]:
    """Yield the region's kept results of Label Studio that are not attributes."""
    kept = item.extra.get(KEPT)
    results = kept.get("results") if isinstance(kept, dict) else None
    for result in results if isinstance(results, list) else []:
        if isinstance(result, dict):
            value = result.get("value")
            yield {**result, "id": item.id, "value": {**(value if isinstance(value, dict) else {}), **place}}


def _times(item: Annotation) -> dict[str, str]:
    return {"created": item.created, "modified": item.modified}


def _relations(entry: Entry, written: set[str], config: Config, report: Report) -> Iterator[dict[str, Any]]:
    """Yield one arrow per pair of regions with all its types, since Label Studio drops a second arrow."""
    arrows: dict[tuple[str, str], list[Relation]] = {}
    for item in entry.relations:
        if not fits(item.type):
            report.left_out(entry, item, NOT_XML)
        elif item.source not in written or item.target not in written:
            report.left_out(entry, item, DANGLING)
        else:
            config.add_relation(item.type)
            arrows.setdefault((item.source, item.target), []).append(item)
    symmetric = {rule.id for rule in entry.scheme.relations if rule.symmetric}
    for (source, target), items in arrows.items():
        both = all(item.type in symmetric or _is_both_ways(item) for item in items)
        own = [{"id": item.id, **_said(item)} for item in items]
        yield {
            "type": "relation",
            "from_id": source,
            "to_id": target,
            "direction": "bi" if both else "right",
            "labels": [item.type for item in items],
            "meta": {OWN: own},
        }


def _said(item: Relation) -> dict[str, Any]:
    return filled({"attributes": dict(item.attributes), "note": item.note, "extra": dict(item.extra)})


def _is_both_ways(item: Relation) -> bool:
    kept = item.extra.get(KEPT)
    return isinstance(kept, dict) and kept.get("direction") == "bi"


def _result(name: str, type: str, value: Mapping[str, Any], id: str = "") -> dict[str, Any]:
    return {**filled({"id": id}), "from_name": name, "to_name": TEXT, "type": type, "value": value}


def _kept(extra: Mapping[str, Value], part: str) -> dict[str, Value]:
    """Return one part of Label Studio's kept data; empty where there is none."""
    kept = extra.get(KEPT)
    found = kept.get(part) if isinstance(kept, dict) else None
    return found if isinstance(found, dict) else {}


def _others(extra: Mapping[str, Value]) -> dict[str, Value]:
    """Return the unknown keys other than Label Studio's."""
    return {key: value for key, value in extra.items() if key != KEPT}
