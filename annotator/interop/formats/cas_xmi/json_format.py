"""UIMA CAS JSON, a file per document with its types in it; offsets are UTF-16 code units."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import count
from typing import Any

from annotator.interop.foreign.offset_units import Offsets
from annotator.interop.format import Format
from annotator.interop.formats.cas_xmi.format import AS_JSON, CARRIES, classes_of
from annotator.interop.formats.cas_xmi.json_reading import ARRAY, ELEMENTS, ID, RANGE, STRUCTURES, TYPE, TYPES, read
from annotator.interop.formats.cas_xmi.names import (
    ANNOTATION_ID,
    CUSTOM,
    EXTRA_KEY,
    JSON,
    METADATA,
    NOTE,
    NUMBER,
    RELATION_ID,
    SOURCE,
    STRING_FIELD,
    TARGET,
    TEXTS,
    kind_of,
)
from annotator.interop.formats.cas_xmi.types import CasTypes, TypeDescription, UimaType
from annotator.interop.json.writing import json_line
from annotator.interop.options import UTF_16, Options
from annotator.interop.output import Output
from annotator.interop.report import Report
from annotator.model.annotation import Annotation, Relation, Value
from annotator.model.entry import Entry

VIEW, SOFA = "_InitialView", 1
STRINGS = "uima.cas.StringArray"


def write(entries: Iterable[Entry], output: Output, options: Options, report: Report) -> None:
    """Write one file per document, each with the types of its scheme and of what is in it."""
    for entry in entries:
        for item in entry.annotations:
            if any(kind_of(value) == JSON for value in item.attributes.values()):
                report.altered(entry, item, AS_JSON)
        types = CasTypes()
        types.declare(entry.scheme)
        structures = [*_Structures(entry, types)]
        members = [each[ID] for each in structures if each[TYPE] not in (STRINGS, "uima.cas.Sofa")]
        view = {"%SOFA": SOFA, "%INDEX": SOFA + 1, "%MEMBERS": members}
        described = {type.name: _type(type) for type in types}
        with output.text(f"{entry.name}.json") as file:
            file.write(json_line({TYPES: described, STRUCTURES: structures, "%VIEWS": {VIEW: view}}) + "\n")


class _Structures:
    """Iterable of the feature structures of a document: text, metadata, classes, annotations, relations."""

    def __init__(self, entry: Entry, types: CasTypes) -> None:
        self._entry, self._types = entry, types
        self._offsets = Offsets(entry.text, UTF_16)
        self._numbers = count(SOFA + 1)
        self._ids: dict[str, int] = {}

    def __iter__(self) -> Iterator[dict[str, Any]]:
        text = {"sofaNum": 1, "sofaID": VIEW, "mimeType": "text", "sofaString": self._entry.text}
        yield {ID: SOFA, TYPE: "uima.cas.Sofa", **text}
        yield self._whole(METADATA, _metadata(self._entry))
        for key, label in classes_of(self._entry):
            self._types.has_classes = True
            yield self._whole(STRING_FIELD, {"key": key, "value": label})
        for item in self._entry.annotations:
            yield from self._annotation(item)
        for relation in self._entry.relations:
            yield from self._relation(relation)

    def _whole(self, type: str, values: dict[str, Any]) -> dict[str, Any]:
        return self._placed(type, 0, self._offsets.out(len(self._entry.text)), values)

    def _placed(self, type: str, begin: int, end: int, values: dict[str, Any]) -> dict[str, Any]:
        return {ID: next(self._numbers), TYPE: type, "@sofa": SOFA, "begin": begin, "end": end, **values}

    def _annotation(self, item: Annotation) -> Iterator[dict[str, Any]]:
        type = self._types.span(item.label)
        own = {ANNOTATION_ID: item.id, **({NOTE: item.note} if item.note else {})}
        placed = self._placed(f"{CUSTOM}.{type.short}", *self._offsets.of(item.span), own)
        self._ids[item.id] = placed[ID]
        yield from self._with_features(placed, type, item.attributes.items())

    def _relation(self, item: Relation) -> Iterator[dict[str, Any]]:
        type, kept = self._types.relation(item.type), item.extra.get(EXTRA_KEY)
        ends = {f"@{SOURCE}": self._ids[item.source], f"@{TARGET}": self._ids[item.target]}
        place = self._offsets.of(self._entry.document.annotations[item.target].span)
        placed = self._placed(f"{CUSTOM}.{type.short}", *place, {RELATION_ID: item.id, **ends})
        yield from self._with_features(placed, type, kept.items() if isinstance(kept, dict) else ())

    def _with_features(
        self, placed: dict[str, Any], type: UimaType, values: Iterable[tuple[str, Value]]
    ) -> Iterator[dict[str, Any]]:
        """Yield the structure with its features, and after it the arrays of texts that it refers to."""
        arrays = []
        for name, value in values:
            kind = kind_of(value)
            feature = type.feature(name, kind)
            if kind == TEXTS:
                arrays.append({ID: next(self._numbers), TYPE: STRINGS, ELEMENTS: value})
                placed[f"@{feature}"] = arrays[-1][ID]
            else:
                placed[feature] = json_line(value) if kind in (JSON, NUMBER) else value
        yield placed
        yield from arrays


def _metadata(entry: Entry) -> dict[str, Any]:
    names = {"documentTitle": entry.path, "documentId": entry.name}
    return {"language": "x-unspecified", **names, "isLastSegment": False}


def _type(type: TypeDescription) -> dict[str, Any]:
    features = {
        feature.name: {
            "%NAME": feature.name,
            RANGE: f"uima.cas.String{ARRAY}" if feature.range == STRINGS else feature.range,
            **({"%DESCRIPTION": feature.description} if feature.description else {}),
        }
        for feature in type.features
    }
    about = {"%DESCRIPTION": type.description} if type.description else {}
    return {"%NAME": type.name, "%SUPER_TYPE": type.parent, **about, **features}


FORMAT = Format("cas-json", "UIMA CAS JSON", "", CARRIES, write, read, (UTF_16,))
