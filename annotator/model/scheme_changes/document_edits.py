"""Change of a document that goes with a change of its scheme, as a pure function."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TypeVar

from annotator.model.annotation import Annotation, Relation, Value
from annotator.model.dangling import without
from annotator.model.document import ATTRIBUTES, Document
from annotator.model.items import Item, altered
from annotator.model.scheme import Scheme
from annotator.model.scheme_changes.changes import Merge, Remove, Rename, SchemeChange, Split
from annotator.model.scheme_changes.folding import Folded, with_folded_annotations, with_folded_relations
from annotator.model.scheme_changes.parts import ARTICLE, LABEL, RELATION, Part

Attributes = Mapping[str, Value]
Edit = Callable[[Attributes], Attributes]
Owner = TypeVar("Owner", Annotation, Relation)


def changed_document(document: Document, change: SchemeChange, scheme: Scheme) -> Document:
    """Return the document after the change; the document itself if the change does not concern it.

    ``scheme`` is the scheme before. Nothing else changes, not even times, so that giving a name back gives the same
    bytes.
    """
    match change:
        case Rename(part=part, name=name):
            return _renamed(document, part, name)
        case Merge(part=part, into=into):
            return _merged(document, part, into, scheme)
        case Split():
            return _split(document, change)
        case Remove(keep=False, part=part):
            return _removed(document, part)
        case Remove():
            return document


def joined_ids(document: Document, change: SchemeChange) -> Mapping[str, str]:
    """Return the id of the annotation that stays by the id of each one that the change merges into it."""
    if not isinstance(change, Merge) or change.part.kind != LABEL:
        return {}
    return _with_joined_label(document, change.part, change.into).instead


def _renamed(document: Document, part: Part, name: str) -> Document:
    match part.kind:
        case "label":
            return _with(document, Annotation, lambda item: _labelled(item, part.id, name))
        case "relation":
            return _with(document, Relation, lambda item: _typed(item, part.id, name))
        case "attribute":
            return _with_attributes(document, part, lambda values: _with_key(values, part.attribute, name))
        case _:
            return _with_attributes(document, part, lambda values: _with_value(values, part, name))


def _merged(document: Document, part: Part, into: str, scheme: Scheme) -> Document:
    if part.kind == LABEL:
        return _with_joined_label(document, part, into).document
    changed = _renamed(document, part, into)
    if changed is document:
        return document
    if part.kind == RELATION:
        rule = scheme.relation(into)
        was = {id for id, item in document.relations.items() if item.type == part.id}
        return with_folded_relations(changed, was, symmetric=bool(rule and rule.symmetric))
    return changed


def _with_joined_label(document: Document, part: Part, into: str) -> Folded:
    was = {id for id, item in document.annotations.items() if item.label == part.id}
    return with_folded_annotations(_renamed(document, part, into), was) if was else Folded(document, {})


def _split(document: Document, change: Split) -> Document:
    part, names = change.part, dict(change.names)

    def split(item: Annotation) -> Annotation:
        value = item.attributes.get(part.attribute)
        only = value[0] if isinstance(value, list) and len(value) == 1 else value
        name = next((name for choice, name in names.items() if _is(only, choice)), "")
        if item.label != part.id or not name:
            return item
        return _with_values(altered(item, label=name), _without_key(item.attributes, part.attribute))

    return _with(document, Annotation, split)


def _removed(document: Document, part: Part) -> Document:
    gone: list[Item]
    match part.kind:
        case "label":
            gone = [item for item in document.annotations.values() if item.label == part.id]
            return without(document, gone).apply(document) if gone else document
        case "relation":
            gone = [item for item in document.relations.values() if item.type == part.id]
            return without(document, gone).apply(document) if gone else document
        case "attribute":
            return _with_attributes(document, part, lambda values: _without_key(values, part.attribute))
        case _:
            return _with_attributes(document, part, lambda values: _with_value(values, part, None))


def _labelled(item: Annotation, old: str, new: str) -> Annotation:
    return altered(item, label=new) if item.label == old else item


def _typed(item: Relation, old: str, new: str) -> Relation:
    return altered(item, type=new) if item.type == old else item


def _with(document: Document, kind: type[Owner], edit: Callable[[Owner], Owner]) -> Document:
    before = document.of(kind)
    after = {id: edit(item) for id, item in before.items()}
    if all(after[id] is item for id, item in before.items()):
        return document
    return document.with_items(kind, after)


def _with_attributes(document: Document, part: Part, edit: Edit) -> Document:
    """Return the document with the attributes edited of every item that has the label or type of the part."""

    def edited(item: Owner) -> Owner:
        owner = item.label if isinstance(item, Annotation) else item.type
        values = edit(item.attributes) if owner == part.id else item.attributes
        return item if values is item.attributes else _with_values(item, values, part.attribute)

    if part.root == ARTICLE:
        values = edit(document.article_attributes)
        if values is document.article_attributes:
            return document
        rest = {key: value for key, value in document.article_extra.items() if key != ATTRIBUTES}
        return replace(document, article_extra={**rest, **({ATTRIBUTES: dict(values)} if values else {})})
    return _with(document, Annotation, edited) if part.root == LABEL else _with(document, Relation, edited)


def _with_values(item: Owner, values: Attributes, name: str = "") -> Owner:
    """Return the item with these values; ``name`` is the attribute that a new one may have taken the place of."""
    if not isinstance(item, Annotation) or not item.by_rule:
        return altered(item, attributes=values)
    new = next(iter(values.keys() - item.attributes.keys()), "")
    gone = item.attributes.keys() - values.keys()
    named = (new if one == name and new else one for one in item.by_rule)
    return altered(item, attributes=values, by_rule=tuple(one for one in named if one not in gone))


def _with_key(values: Attributes, old: str, new: str) -> Attributes:
    """Rename the attribute; where the new name has a value, make one of equal values and of lists, else keep both."""
    if old not in values:
        return values
    if new not in values:
        return {new if key == old else key: value for key, value in values.items()}
    one, other = values[old], values[new]
    if isinstance(one, list) and isinstance(other, list):
        joined = [*other, *(value for value in one if value not in other)]
        return {**_without_key(values, old), new: joined}
    return _without_key(values, old) if one == other else values


def _without_key(values: Attributes, key: str) -> Attributes:
    return {name: value for name, value in values.items() if name != key} if key in values else values


def _with_value(values: Attributes, part: Part, new: str | None) -> Attributes:
    """Replace the choice by ``new``, or remove it for None."""
    value = values.get(part.attribute)
    if isinstance(value, list) and any(_is(item, part.choice) for item in value):
        changed = [new if _is(item, part.choice) else item for item in value]
        kept: list[Value] = [item for at, item in enumerate(changed) if item is not None and item not in changed[:at]]
        return {**values, part.attribute: kept} if kept else _without_key(values, part.attribute)
    if not _is(value, part.choice):
        return values
    return _without_key(values, part.attribute) if new is None else {**values, part.attribute: new}


def _is(value: Value, choice: str) -> bool:
    """Tell whether the value is that choice, which a file may have as a number."""
    if isinstance(value, str) or value is None or isinstance(value, bool | list | dict):
        return value == choice
    return str(value) == choice
