"""Convert documents to W3C Web Annotations: one per annotation and relation, and one for the document."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from annotator.interop.formats.web_annotation.terms import (
    ANNOTATION,
    COMMENTING,
    DESCRIBING,
    DOCUMENT,
    KEPT,
    LINKING,
    POSITION,
    QUOTE,
    RELATION,
    TAGGING,
    address,
    is_kept,
    source_of,
)
from annotator.interop.options import CODE_POINTS, Options
from annotator.interop.outgoing.records import filled
from annotator.model.annotation import Annotation, Relation
from annotator.model.entry import Entry
from annotator.model.span import Span

AROUND = 32
"""Code points of context before and after the words."""


class AnnotationsOf:
    """Iterable of the W3C annotations of one document."""

    def __init__(self, entry: Entry, options: Options) -> None:
        self._entry = entry
        self._with_text = options.with_text
        self._source = source_of(entry.path)
        annotator = entry.document.annotator
        self._creator = filled({"creator": {"type": "Person", "name": annotator} if annotator else {}})

    def __iter__(self) -> Iterator[dict[str, Any]]:
        yield self._document()
        yield from map(self._annotation, self._entry.annotations)
        yield from map(self._relation, self._entry.relations)

    def _document(self) -> dict[str, Any]:
        document = self._entry.document
        about = {
            "status": document.status.value,
            "scheme": document.scheme,
            "split": self._entry.split,
            "sha256": document.article.sha256,
            "length": len(self._entry.text),
            "unit": CODE_POINTS,
            "read": [[span.start, span.end] for span in document.read],
            "article": dict(document.article_extra),
            "extra": dict(document.extra),
        }
        return {
            **self._head(DOCUMENT, "", DESCRIBING),
            "target": self._source,
            "document": filled(about),
        }

    def _annotation(self, item: Annotation) -> dict[str, Any]:
        value = item.extra.get(KEPT)
        kept: Any = value if is_kept(value) else {}
        extra = {key: value for key, value in item.extra.items() if key != KEPT or not kept}
        return {
            **self._head(ANNOTATION, item.id, TAGGING),
            **filled({"created": item.created, "modified": item.modified}),
            "body": [_body(TAGGING, item.label), *_bodies(COMMENTING, item.note), *kept.get("body", [])],
            "target": {
                "source": self._source,
                "selector": [*self._selectors(item.span), *kept.get("selector", [])],
            },
            **filled({"attributes": dict(item.attributes), "origin": item.origin, "extra": extra}),
            **kept.get("keys", {}),
        }

    def _relation(self, item: Relation) -> dict[str, Any]:
        """Link the target to the body, which is an arrow in RDF too; two targets would have no order there."""
        source, target = (self._address(ANNOTATION, id) for id in (item.source, item.target))
        return {
            **self._head(RELATION, item.id, LINKING),
            "body": [_body(TAGGING, item.type), target, *_bodies(COMMENTING, item.note)],
            "target": source,
            **filled({"attributes": dict(item.attributes), "extra": dict(item.extra)}),
        }

    def _head(self, kind: str, id: str, motivation: str) -> dict[str, Any]:
        return {"id": self._address(kind, id), "type": "Annotation", "motivation": motivation, **self._creator}

    def _address(self, kind: str, id: str) -> str:
        return address(kind, self._entry.path, self._entry.document.annotator, id)

    def _selectors(self, span: Span) -> Iterator[dict[str, Any]]:
        yield {"type": POSITION, "start": span.start, "end": span.end}
        text = self._entry.text
        if self._with_text:
            before = text[max(0, span.start - AROUND) : span.start]
            after = text[span.end : span.end + AROUND]
            yield {"type": QUOTE, "exact": span.of(text), **filled({"prefix": before, "suffix": after})}


def _body(purpose: str, value: str) -> dict[str, str]:
    return {"type": "TextualBody", "purpose": purpose, "value": value}


def _bodies(purpose: str, value: str) -> list[dict[str, str]]:
    return [_body(purpose, value)] if value else []
