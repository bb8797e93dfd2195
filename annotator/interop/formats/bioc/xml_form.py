"""BioC in XML, brought into the form that it has in JSON."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import Element

from annotator.interop.foreign.errors import ForeignError
from annotator.interop.xml.reading import root_of
from annotator.translation.messages import N_, _

DOCTYPE = re.compile(rb"<!DOCTYPE\s+collection\s+SYSTEM\s+(?:\"[^\"<>\[]*\"|'[^'<>\[]*')\s*>")
"""The document type that BioC files name and that is nowhere read; any other is refused."""

NO_COLLECTION = N_("It is no BioC: its first element is not “collection”.")


def documents_in_xml(data: bytes) -> Iterator[dict[str, Any]]:
    """Yield the documents of a collection. Raises ForeignError."""
    root = root_of(DOCTYPE.sub(lambda found: b"\n" * found[0].count(b"\n"), data, count=1))
    if root.tag != "collection":
        raise ForeignError(_(NO_COLLECTION))
    for document in root.iterfind("document"):
        yield {**_about(document), "id": document.findtext("id", ""), "passages": _parts(document, "passage")}


def _parts(element: Element, name: str) -> list[dict[str, Any]]:
    """Return the passages of a document, or the sentences of a passage."""
    return [
        {
            **_about(part),
            "offset": _number(part.findtext("offset", "")),
            "text": part.findtext("text"),
            "annotations": [_annotation(item) for item in part.iterfind("annotation")],
            "sentences": _parts(part, "sentence"),
        }
        for part in element.iterfind(name)
    ]


def _about(element: Element) -> dict[str, Any]:
    infons = {infon.get("key", ""): infon.text or "" for infon in element.iterfind("infon")}
    return {"infons": infons, "relations": [_relation(item) for item in element.iterfind("relation")]}


def _annotation(element: Element) -> dict[str, Any]:
    places = [
        {"offset": _number(place.get("offset", "")), "length": _number(place.get("length", ""))}
        for place in element.iterfind("location")
    ]
    return {**_about(element), "id": element.get("id", ""), "text": element.findtext("text", ""), "locations": places}


def _relation(element: Element) -> dict[str, Any]:
    infons = {infon.get("key", ""): infon.text or "" for infon in element.iterfind("infon")}
    nodes = [{"refid": node.get("refid", ""), "role": node.get("role", "")} for node in element.iterfind("node")]
    return {"id": element.get("id", ""), "infons": infons, "nodes": nodes}


def _number(text: str) -> int | str:
    """Return the number; the text where it is none, which is refused when it is asked for."""
    return int(text) if text.strip().isdecimal() and text.isascii() and len(text.strip()) < 18 else text
