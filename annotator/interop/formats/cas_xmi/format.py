"""UIMA CAS XMI with its type system, for INCEpTION and dkpro-cassis; offsets are UTF-16 code units."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import count

from annotator.interop.foreign.offset_units import Offsets
from annotator.interop.format import ATTRIBUTES, IDS, NOTES, OVERLAPS, RELATIONS, Format
from annotator.interop.formats.cas_xmi.names import (
    ANNOTATION_ID,
    EXTRA_KEY,
    JSON,
    METADATA,
    NOTE,
    OF_ARTICLE,
    RELATION_ID,
    SOURCE,
    TARGET,
    TEXTS,
    TYPE_SYSTEM,
    XMI,
    kind_of,
    namespace_of,
)
from annotator.interop.formats.cas_xmi.reading import read
from annotator.interop.formats.cas_xmi.types import CasTypes, UimaType
from annotator.interop.json.writing import json_line
from annotator.interop.options import UTF_16, Options
from annotator.interop.outgoing.document_labels import classes
from annotator.interop.output import Output
from annotator.interop.report import Report
from annotator.interop.xml.writing import DECLARATION, element, tell_what_is_replaced, text_element
from annotator.model.annotation import Annotation, Relation, Value
from annotator.model.entry import Entry
from annotator.translation.messages import N_

PREFIXES = {
    "xmlns:xmi": XMI,
    "xmlns:cas": "http:///uima/cas.ecore",
    "xmlns:custom": "http:///webanno/custom.ecore",
    "xmlns:metadata": namespace_of(METADATA),
    "xmi:version": "2.0",
}
SOFA = "1"
AS_JSON = N_("a value of an attribute is written as JSON, since UIMA has no such values")


def write(entries: Iterable[Entry], output: Output, options: Options, report: Report) -> None:
    """Write one file per document, and one type system for all of them."""
    types = CasTypes()
    for entry in entries:
        types.declare(entry.scheme)
        tell_what_is_replaced(entry, report, entry.text)
        with output.text(f"{entry.name}.xmi") as file:
            file.write(_document(entry, types, report))
    with output.text(TYPE_SYSTEM) as file:
        file.write(types.xml())


def _document(entry: Entry, types: CasTypes, report: Report) -> str:
    offsets = Offsets(entry.text, UTF_16)
    numbers = count(int(SOFA) + 1)
    elements = [_metadata(entry, offsets, str(next(numbers)))]
    for key, label in classes_of(entry):
        types.has_classes = True
        place = {"xmi:id": str(next(numbers)), "sofa": SOFA, "begin": "0", "end": str(offsets.out(len(entry.text)))}
        elements.append(element("metadata:MetaDataStringField", {**place, "key": key, "value": label}))
    ids: dict[str, str] = {}
    for item in entry.annotations:
        ids[item.id] = str(next(numbers))
        if any(kind_of(value) == JSON for value in item.attributes.values()):
            report.altered(entry, item, AS_JSON)
        begin, end = offsets.of(item.span)
        place = {"xmi:id": ids[item.id], "sofa": SOFA, "begin": str(begin), "end": str(end)}
        elements.append(_annotation(item, types.span(item.label), place))
    for relation in entry.relations:
        begin, end = offsets.of(entry.document.annotations[relation.target].span)
        place = {"xmi:id": str(next(numbers)), "sofa": SOFA, "begin": str(begin), "end": str(end)}
        elements.append(_relation(relation, types.relation(relation.type), place, ids))
    members = " ".join(map(str, range(int(SOFA) + 1, next(numbers))))
    text = {"xmi:id": SOFA, "sofaNum": "1", "sofaID": "_InitialView", "mimeType": "text", "sofaString": entry.text}
    elements = [element("cas:NULL", {"xmi:id": "0"}), *elements, element("cas:Sofa", text)]
    elements.append(element("cas:View", {"sofa": SOFA, "members": members}))
    return DECLARATION + element("xmi:XMI", PREFIXES, [f"\n{line}" for line in [*elements, ""]]) + "\n"


def _metadata(entry: Entry, offsets: Offsets, id: str) -> str:
    place = {"xmi:id": id, "sofa": SOFA, "begin": "0", "end": str(offsets.out(len(entry.text)))}
    names = {"language": "x-unspecified", "documentTitle": entry.path, "documentId": entry.name}
    return element("metadata:DocumentMetaData", {**place, **names, "isLastSegment": "false"})


def classes_of(entry: Entry) -> list[tuple[str, str]]:
    """Return key and value of each class of the whole article."""
    return [(f"{OF_ARTICLE}{rule.id}", label) for rule, labels in classes(entry) for label in labels]


def _annotation(item: Annotation, type: UimaType, place: dict[str, str]) -> str:
    own = {ANNOTATION_ID: item.id, **({NOTE: item.note} if item.note else {})}
    features, inner = _features(item.attributes, type)
    return element(f"custom:{type.short}", {**place, **own, **features}, inner)


def _relation(item: Relation, type: UimaType, place: dict[str, str], ids: Mapping[str, str]) -> str:
    own = {RELATION_ID: item.id, SOURCE: ids[item.source], TARGET: ids[item.target]}
    kept = item.extra.get(EXTRA_KEY)
    features, inner = _features(kept if isinstance(kept, dict) else {}, type)
    return element(f"custom:{type.short}", {**place, **own, **features}, inner)


def _features(values: Mapping[str, Value], type: UimaType) -> tuple[dict[str, str], list[str]]:
    """Return the features as XML attributes, and lists of texts as elements."""
    attributes: dict[str, str] = {}
    inner: list[str] = []
    for name, value in values.items():
        kind = kind_of(value)
        feature = type.feature(name, kind)
        if isinstance(value, list) and kind == TEXTS and value:
            inner += [text_element(feature, str(each)) for each in value]
        else:
            attributes[feature] = "" if kind == TEXTS else value if isinstance(value, str) else json_line(value)
    return attributes, inner


CARRIES = frozenset({ATTRIBUTES, RELATIONS, NOTES, IDS, OVERLAPS})
FORMAT = Format("cas-xmi", "UIMA CAS XMI (INCEpTION)", "", CARRIES, write, read, (UTF_16,))
