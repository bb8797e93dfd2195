"""UIMA CAS JSON, converted to the elements that the same CAS has in XMI."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element, SubElement

from annotator.interop.foreign.errors import ForeignError
from annotator.interop.format import Incoming
from annotator.interop.formats.cas_xmi.descriptor import Described, Descriptor, Feature, described_type
from annotator.interop.formats.cas_xmi.names import XMI, attribute_of, namespace_of
from annotator.interop.formats.cas_xmi.reading import Kind, Loaded, documents_in
from annotator.interop.json.reading import value_of
from annotator.interop.report import Report
from annotator.translation.messages import N_, _

STRUCTURES, TYPES = "%FEATURE_STRUCTURES", "%TYPES"
ID, TYPE, ELEMENTS, RANGE = "%ID", "%TYPE", "%ELEMENTS", "%RANGE"
REFERENCE, NUMBER = "@", "#"
OTHERS = ("%", "^")
ARRAY, UIMA, REFERENCES = "[]", "uima.cas.", "uima.cas.FSArray"
NO_CAS = N_("It is not a CAS in UIMA's JSON: it has no “{key}”.")
NO_STRUCTURE = N_("One of its feature structures is no object with “%TYPE” and a number as “%ID”.")


def read(path: Path, report: Report) -> Iterator[Incoming]:
    """Yield the documents of a file, a folder or a zip archive. Raises ForeignError and FileError."""
    return documents_in(path, report, Kind(".json", _loaded))


def _loaded(data: bytes, name: str, described: Descriptor) -> Loaded:
    try:
        value = value_of(data.removeprefix(b"\xef\xbb\xbf"), 1)
    except ForeignError as error:
        raise ForeignError(error.sentence, name, error.line) from error
    if not isinstance(value, dict) or not isinstance(value.get(STRUCTURES), list | dict):
        raise ForeignError(_(NO_CAS).format(key=STRUCTURES), name)
    types = value.get(TYPES)
    return _root(value[STRUCTURES], name), name, _descriptor(types, name) if isinstance(types, dict) else described


def _root(structures: list[Any] | dict[str, Any], name: str) -> Element:
    every = [*_numbered(structures, name)]
    lists = {id: _items(values) for id, values in every if _is_list(values[TYPE])}
    root = Element(f"{{{XMI}}}XMI")
    for id, values in every:
        if id not in lists:
            _add(root, id, values, lists)
    return root


def _is_list(type: str) -> bool:
    """Return whether the structure is an array of texts, numbers or flags, which XMI has in its owner's feature."""
    return type.startswith(UIMA) and type.endswith((ARRAY, "Array")) and type != REFERENCES


def _items(values: Mapping[str, Any]) -> list[Any]:
    items = values.get(ELEMENTS)
    return items if isinstance(items, list) else []


def _numbered(structures: list[Any] | dict[str, Any], name: str) -> Iterator[tuple[int, dict[str, Any]]]:
    """Yield the structures with their numbers, which are keys in an object and members in a list."""
    pairs = structures.items() if isinstance(structures, dict) else ((None, values) for values in structures)
    for key, values in pairs:
        id = values.get(ID, key) if isinstance(values, dict) else None
        if isinstance(id, str) and id.isascii() and id.isdigit():
            id = int(id[:18])
        if type(id) is not int or not isinstance(values.get(TYPE), str):
            raise ForeignError(_(NO_STRUCTURE), name)
        yield id, values


def _add(root: Element, id: int, values: Mapping[str, Any], lists: Mapping[int, list[Any]]) -> None:
    type = REFERENCES if values[TYPE].endswith(ARRAY) else values[TYPE]
    tag = f"{{{namespace_of(type)}}}{type.rpartition('.')[2]}"
    element = SubElement(root, tag, {f"{{{XMI}}}id": str(id)})
    if type == REFERENCES:
        element.set("elements", " ".join(map(str, _items(values))))
    for key, value in values.items():
        if not key.startswith(OTHERS):
            refers = key.startswith(REFERENCE) and _is_id(value)
            _set(element, key.lstrip(REFERENCE + NUMBER), lists.get(value, value) if refers else value)


def _set(element: Element, name: str, value: Any) -> None:
    """Set an XMI attribute, or one child for each item of a list."""
    if isinstance(value, list) and value:
        for item in value:
            SubElement(element, name).text = _text(item)
    elif value is not None:
        element.set(name, "" if isinstance(value, list) else _text(value))


def _is_id(value: Any) -> bool:
    """Return whether the value can be the number of a structure."""
    return type(value) is int


def _text(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _descriptor(types: Mapping[str, Any], name: str) -> Descriptor:
    if not all(isinstance(said, dict) for said in types.values()):
        raise ForeignError(_(NO_CAS).format(key=TYPES), name)
    return Descriptor({type: _described(type, said) for type, said in types.items()})


def _described(name: str, said: Mapping[str, Any]) -> Described:
    features = dict(_feature(key, feature) for key, feature in said.items() if isinstance(feature, dict))
    return described_type(name, _said(said, "%SUPER_TYPE"), features, _said(said, "%DESCRIPTION"))


def _feature(name: str, said: Mapping[str, Any]) -> tuple[str, Feature]:
    description = _said(said, "%DESCRIPTION")
    attribute, kind = attribute_of(description, name)
    range = _said(said, RANGE)
    if range.endswith(ARRAY):
        range = "StringArray" if range == f"{UIMA}String{ARRAY}" else "FSArray"
    return name, Feature(attribute, range.removeprefix(UIMA), kind, description)


def _said(said: Mapping[str, Any], key: str) -> str:
    value = said.get(key)
    return value if isinstance(value, str) else ""
