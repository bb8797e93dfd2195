"""Annotations and relations that are equal after a merge of labels or types, made one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import Any, NamedTuple

from annotator.model.annotation import Annotation, Relation, Value
from annotator.model.document import Document
from annotator.model.items import Kept, altered
from annotator.model.kinds.comments import Comment
from annotator.model.kinds.kind import Form, Kind
from annotator.model.kinds.sign_offs import SignOff
from annotator.model.kinds.table import KINDS


class Folded(NamedTuple):
    """A document, and the id of the annotation that stays by the id of each one that was merged into it."""

    document: Document
    instead: Mapping[str, str]


def with_folded_annotations(document: Document, changed: Collection[str]) -> Folded:
    """Make one annotation of those with the same label and span, if one is ``changed`` and they do not contradict.

    References to an annotation that is gone lead to the one that stays.
    """
    annotations, instead = dict(document.annotations), dict[str, str]()
    for same in _on_one_span(annotations.values()):
        if any(item.id in changed for item in same):
            first, *others = sorted(same, key=lambda item: item.id in changed)
            for other in others:
                if folded := _folded(first, other):
                    annotations[first.id] = first = folded
                    del annotations[other.id]
                    instead[other.id] = first.id
    if not instead:
        return Folded(document, instead)
    return Folded(_referring_to(document.with_items(Annotation, annotations), instead), instead)


def with_folded_relations(document: Document, changed: Collection[str], *, symmetric: bool = False) -> Document:
    """Make one relation of those with the same type and ends, if one is ``changed`` and they do not contradict."""
    groups: defaultdict[tuple[str, ...], list[Relation]] = defaultdict(list)
    for item in document.relations.values():
        ends = sorted((item.source, item.target)) if symmetric else [item.source, item.target]
        groups[(item.type, *ends)].append(item)
    relations = dict(document.relations)
    for same in groups.values():
        if len(same) > 1 and any(item.id in changed for item in same):
            first, *others = sorted(same, key=lambda item: item.id in changed)
            for other in others:
                if folded := _folded_relation(first, other):
                    relations[first.id] = first = folded
                    del relations[other.id]
    return document if len(relations) == len(document.relations) else document.with_items(Relation, relations)


def _folded_relation(first: Relation, other: Relation) -> Relation | None:
    """Return one relation for the two, with both notes; None if they contradict each other."""
    attributes, extra = _joined(first.attributes, other.attributes), _joined(first.extra, other.extra)
    if attributes is None or extra is None:
        return None
    return altered(first, attributes=attributes, extra=extra, note=_both(first, other))


def _on_one_span(annotations: Collection[Annotation]) -> list[list[Annotation]]:
    groups: defaultdict[tuple[object, ...], list[Annotation]] = defaultdict(list)
    for item in annotations:
        groups[item.label, item.span, item.displaced].append(item)
    return [same for same in groups.values() if len(same) > 1]


def _folded(first: Annotation, other: Annotation) -> Annotation | None:
    """Return one annotation for the two; None if they contradict each other."""
    attributes, extra = _joined(first.attributes, other.attributes), _joined(first.extra, other.extra)
    wording = _joined(first.wording, other.wording)
    if attributes is None or extra is None or wording is None:
        return None
    if any(one and two and one != two for one, two in ((first.note, other.note), (first.state, other.state))):
        return None
    return altered(
        first,
        attributes=attributes,
        state=first.state or other.state,
        by_rule=tuple(name for name in attributes if _is_by_rule(first, name) and _is_by_rule(other, name)),
        wording=wording,
        extra=extra,
        note=first.note or other.note,
    )


def _is_by_rule(item: Annotation, name: str) -> bool:
    """Tell whether nobody has confirmed a value of that name in the item."""
    return name not in item.attributes or name in item.by_rule


def _joined(one: Mapping[str, Value], other: Mapping[str, Value]) -> Mapping[str, Value] | None:
    if any(one[key] != value for key, value in other.items() if key in one):
        return None
    return one if one.keys() >= other.keys() else {**other, **one}


def _both(first: Relation, other: Relation) -> str:
    return "\n".join(dict.fromkeys(filter(None, (first.note, other.note))))


def _referring_to(document: Document, instead: Mapping[str, str]) -> Document:
    for kind in KINDS.values():
        if kind.refers_to:
            items = {id: _redirected(kind, item, instead) for id, item in document.of(kind.item).items()}
            document = document.with_items(kind.item, items)
    document = document.with_items(Comment, _comments_redirected(document, instead))
    signed = {id: _signed_redirected(item, instead) for id, item in document.of(SignOff).items()}
    document = document.with_items(SignOff, signed)
    lost = {id for id, item in document.relations.items() if item.source == item.target and _is_new_end(item, instead)}
    left = {id: item for id, item in document.relations.items() if id not in lost}
    moved = {id for id, item in left.items() if _is_new_end(item, instead)}
    return with_folded_relations(document.with_items(Relation, left), moved)


def _comments_redirected(document: Document, instead: Mapping[str, str]) -> dict[str, Comment]:
    """Return all comments; one on an annotation of this document that is gone is on the one that stays."""
    found = dict[str, Comment]()
    for id, comment in document.of(Comment).items():
        is_here = comment.annotator in ("", document.annotator)
        found[id] = altered(comment, on=instead[comment.on]) if is_here and comment.on in instead else comment
    return found


def _signed_redirected(item: SignOff, instead: Mapping[str, str]) -> SignOff:
    """Return the sign-off with the ids that stay for those that are gone; entries that these had already win."""
    if instead.keys().isdisjoint({*item.exceptions, *item.facts, *item.numbers}):
        return item
    return altered(
        item,
        exceptions=_with_keys(item.exceptions, instead),
        facts=_with_keys(item.facts, instead),
        numbers=_with_keys(item.numbers, instead),
    )


def _with_keys(values: Mapping[str, Value], instead: Mapping[str, str]) -> Mapping[str, Value]:
    moved = {instead[key]: value for key, value in values.items() if key in instead}
    return moved | {key: value for key, value in values.items() if key not in instead}


def _is_new_end(item: Relation, instead: Mapping[str, str]) -> bool:
    return not {item.source, item.target}.isdisjoint(instead.values())


def _redirected(kind: Kind[Kept], item: Kept, instead: Mapping[str, str]) -> Kept:
    fields: dict[str, Any] = {}
    for key, ids in kind.references_by_key(item):
        new: Sequence[str] = tuple(dict.fromkeys(instead.get(id, id) for id in ids))
        if new != ids:
            fields[key.field] = new if key.form is Form.WORDS else new[0]
    return altered(item, **fields) if fields else item
