"""Digests of what annotations say, by which a decision tells whether they still say what was decided over."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from hashlib import sha256
from typing import Any

from annotator.facts.desk.digests import DIGITS, End, ends_of, plain_value, written
from annotator.model.annotation import Annotation
from annotator.model.document import Document


def version_digest(document: Document, id: str) -> str:
    """Return the digest of what the annotation says in this document; empty where there is none with the id."""
    return version_digests(document, [id]).get(id, "")


def version_digests(document: Document, ids: Iterable[str] | None = None) -> dict[str, str]:
    """Return the digests of the annotations with these ids, or of all, 16 hexadecimal digits each.

    A digest is the beginning of the SHA-256 (FIPS 180-4) of the UTF-8 of a JSON array: label, start and end in code
    points, attributes, and the relations, sorted, each by its direction, type, attributes, and the label and the span
    of its other end. Ids, times, notes and the origin are not in it, so that versions of two annotators compare.
    """
    annotations, ends = document.annotations, ends_of(document)
    wanted = annotations if ids is None else [id for id in ids if id in annotations]
    return {id: _digest(annotations[id], ends.get(id, ())) for id in wanted}


class KnownVersions:
    """Digests of the annotations of one document, each made when it is first asked for."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._found: dict[str, str] = {}

    def __getitem__(self, id: str) -> str:
        """Return the digest of the annotation; empty where there is none with the id."""
        if id not in self._found:
            item = self._document.annotations.get(id)
            self._found[id] = _digest(item, self._ends.get(id, ())) if item else ""
        return self._found[id]

    @cached_property
    def _ends(self) -> Mapping[str, list[End]]:
        return ends_of(self._document)


def _digest(item: Annotation, ends: Iterable[End]) -> str:
    relations = ([way, one.type, plain_value(one.attributes), *_place(other)] for way, one, other in ends)
    said = [*_place(item), plain_value(item.attributes), sorted(map(written, relations))]
    return sha256(written(said).encode("utf-8", "surrogatepass")).hexdigest()[:DIGITS]


def _place(item: Annotation) -> list[Any]:
    """Return label and span; one that is still in an earlier text of the article has that text's hash as well."""
    elsewhere = [item.displaced.sha256] if item.displaced and item.is_elsewhere else []
    return [item.label, item.span.start, item.span.end, *elsewhere]
