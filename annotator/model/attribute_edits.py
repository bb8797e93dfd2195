"""Edits of attributes: of annotations, of relations and of the article itself, as pure functions."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from annotator.model.alike import alike
from annotator.model.annotation import Annotation, Relation, Value
from annotator.model.change import Change
from annotator.model.document import ATTRIBUTES, Document
from annotator.model.edits import altered_annotations, begun
from annotator.model.items import altered


def set_attribute(document: Document, ids: Collection[str], name: str, value: Value, *, now: str) -> Change:
    """Give the annotations a value of the attribute; None unsets it. Raises ValueError for a lone surrogate."""
    return set_each(document, {id: {name: value} for id in ids}, now=now)


def set_each(document: Document, wanted: Mapping[str, Mapping[str, Value]], *, now: str) -> Change:
    """Give each annotation the values that stand at its id; None unsets. Raises ValueError for a lone surrogate.

    A value that a rule has filled is confirmed by that.
    """
    return _altered(document, (_given(document.annotations[id], given) for id, given in wanted.items()), now)


def refilled(before: Annotation, names: Collection[str], values: Mapping[str, Value]) -> Annotation:
    """Return the annotation with other values by rule: those of ``names`` go, ``values`` come where nothing is set.

    Raises ValueError for a lone surrogate.
    """
    old = dict.fromkeys((name for name in before.by_rule if name in names), None)
    kept = _given(before, old) if old else before
    new = {name: value for name, value in values.items() if name not in kept.attributes and value is not None}
    return altered(_given(kept, new), by_rule=(*kept.by_rule, *new))


def confirm(document: Document, ids: Collection[str], name: str = "", *, now: str) -> Change:
    """Confirm what a rule has filled in the annotations: the attribute, or all of them if none is named."""
    befores = [document.annotations[id] for id in ids]
    kept = [tuple(other for other in before.by_rule if name and other != name) for before in befores]
    afters = (altered(before, by_rule=names) for before, names in zip(befores, kept, strict=True))
    return _altered(document, afters, now)


def _given(before: Annotation, values: Mapping[str, Value]) -> Annotation:
    """Return the annotation with these values, which a person gives."""
    after = before.attributes
    for name, value in values.items():
        after = _with(after, name, value)
    by_rule = tuple(name for name in before.by_rule if name not in values) if before.by_rule else ()
    return altered(before, attributes=after, by_rule=by_rule)


def _altered(document: Document, afters: Iterable[Annotation], now: str) -> Change:
    return altered_annotations(document, afters, now, _differ)


def _differ(before: Annotation, after: Annotation) -> bool:
    return after.by_rule != before.by_rule or not alike(after.attributes, before.attributes)


def set_relation_attribute(document: Document, id: str, name: str, value: Value) -> Change:
    """Give a relation a value of the attribute; None unsets it. Raises ValueError for a lone surrogate."""
    before = document.relations[id]
    return _exchanged(document, before, altered(before, attributes=_with(before.attributes, name, value)))


def set_relation_note(document: Document, id: str, note: str) -> Change:
    """Replace the relation's note; an empty note removes it. Raises ValueError for a lone surrogate."""
    note.encode()
    before = document.relations[id]
    return _exchanged(document, before, altered(before, note=note))


def set_article_attribute(document: Document, name: str, value: Value) -> Change:
    """Give the article itself a value of the attribute; None unsets it. Raises ValueError for a lone surrogate."""
    before = document.head
    attributes = _with(document.article_attributes, name, value)
    others = {key: other for key, other in before.article_extra.items() if key != ATTRIBUTES}
    article = {**others, ATTRIBUTES: attributes} if attributes else others
    if alike(attributes, document.article_attributes):
        return Change()
    return Change((before,), (altered(before, article_extra=article),)) + begun(document)


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
