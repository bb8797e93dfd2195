"""Edits of attributes: of annotations, of relations and of the article itself, as pure functions."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

from annotator.model.alike import alike
from annotator.model.annotation import Annotation, Relation, Value
from annotator.model.change import Change
from annotator.model.document import ATTRIBUTES, Document
from annotator.model.edits import begun


def set_attribute(document: Document, ids: Collection[str], name: str, value: Value, *, now: str) -> Change:
    """Give the annotations a value of the attribute; None unsets it. Raises ValueError for a lone surrogate."""
    pairs: list[tuple[Annotation, Annotation]] = []
    for before in (document.annotations[id] for id in ids):
        attributes = _with(before.attributes, name, value)
        if not alike(attributes, before.attributes):
            pairs.append((before, replace(before, attributes=attributes, modified=now)))
    change = Change(tuple(before for before, _ in pairs), tuple(after for _, after in pairs))
    return change + begun(document) if pairs else change


def set_attributes(document: Document, id: str, attributes: Mapping[str, Value], *, now: str) -> Change:
    """Give an annotation several values at once; None unsets an attribute. Raises ValueError for a lone surrogate."""
    return set_each(document, {id: attributes}, now=now)


def set_each(document: Document, wanted: Mapping[str, Mapping[str, Value]], *, now: str) -> Change:
    """Give each annotation the values that stand at its id; None unsets. Raises ValueError for a lone surrogate."""
    pairs: list[tuple[Annotation, Annotation]] = []
    for id, attributes in wanted.items():
        before = document.annotations[id]
        after = before.attributes
        for name, value in attributes.items():
            after = _with(after, name, value)
        if not alike(after, before.attributes):
            pairs.append((before, replace(before, attributes=after, modified=now)))
    change = Change(tuple(before for before, _ in pairs), tuple(after for _, after in pairs))
    return change + begun(document) if pairs else change


def set_relation_attribute(document: Document, id: str, name: str, value: Value) -> Change:
    """Give a relation a value of the attribute; None unsets it. Raises ValueError for a lone surrogate."""
    before = document.relations[id]
    return _exchanged(document, before, replace(before, attributes=_with(before.attributes, name, value)))


def set_relation_note(document: Document, id: str, note: str) -> Change:
    """Replace the relation's note; an empty note removes it. Raises ValueError for a lone surrogate."""
    note.encode()
    before = document.relations[id]
    return _exchanged(document, before, replace(before, note=note))


def set_article_attribute(document: Document, name: str, value: Value) -> Change:
    """Give the article itself a value of the attribute; None unsets it. Raises ValueError for a lone surrogate."""
    before = document.head
    attributes = _with(document.article_attributes, name, value)
    others = {key: other for key, other in before.article_extra.items() if key != ATTRIBUTES}
    article = {**others, ATTRIBUTES: attributes} if attributes else others
    if alike(attributes, document.article_attributes):
        return Change()
    return Change((before,), (replace(before, article_extra=article),)) + begun(document)


def _with(attributes: Mapping[str, Value], name: str, value: Value) -> dict[str, Value]:
    _refuse_lone_surrogates(name, value)
    kept = {key: other for key, other in attributes.items() if key != name}
    return kept if value is None else {**kept, name: value}


def _refuse_lone_surrogates(*values: Value) -> None:
    for value in values:
        if isinstance(value, str):
            value.encode()
        elif isinstance(value, list):
            _refuse_lone_surrogates(*value)
        elif isinstance(value, dict):
            _refuse_lone_surrogates(*value, *value.values())


def _exchanged(document: Document, before: Relation, after: Relation) -> Change:
    return Change() if alike(before, after) else Change((before,), (after,)) + begun(document)
