"""Taking back a change of the scheme in a document that was edited since, as pure functions."""

from __future__ import annotations

from annotator.model.annotation import Annotation, Relation
from annotator.model.document import Document
from annotator.model.either import ABSENT, UNMERGEABLE, either
from annotator.model.items import altered
from annotator.model.merge import merge
from annotator.model.scheme import Scheme
from annotator.model.scheme_changes.changes import Rename, SchemeChange
from annotator.model.scheme_changes.document_edits import changed_document

NO_SCHEME = Scheme("", "", ())


def without_change(changed: Document, before: Document, now: Document) -> Document:
    """Return the document ``now`` without what the change had altered; what was altered since stays."""
    merged = merge(changed, now, before)
    document = merged.change.apply(now)
    both = {
        here.id: _with_sense_before(was, here, there)
        for was, here, there in ((one.base, one.ours, one.theirs) for one in merged.conflicts)
        if isinstance(was, Annotation) and isinstance(here, Annotation) and isinstance(there, Annotation)
    }
    return document.with_items(Annotation, {**document.annotations, **both}) if both else document


def _with_sense_before(changed: Annotation, now: Annotation, before: Annotation) -> Annotation:
    """Return the annotation with the label and values from before the change, where nobody else altered them."""
    label = either(changed.label, now.label, before.label)
    attributes = dict(now.attributes)
    for name in {*changed.attributes, *before.attributes}:
        value = either(*(side.attributes.get(name, ABSENT) for side in (changed, now, before)))
        if value is ABSENT:
            attributes.pop(name, None)
        elif value is not UNMERGEABLE:
            attributes[name] = value
    again = (name for name in before.by_rule if name in attributes and name not in now.attributes)
    by_rule = tuple(dict.fromkeys((*(name for name in now.by_rule if name in attributes), *again)))
    return altered(now, label=now.label if label is UNMERGEABLE else label, attributes=attributes, by_rule=by_rule)


def with_new_ones(document: Document, before: Document, change: SchemeChange) -> Document:
    """Return the document with the old name for what was added under the new name since the change."""
    inverse = inverse_of(change)
    if inverse is None:
        return document
    changed = changed_document(document, inverse, NO_SCHEME)
    for kind in (Annotation, Relation):
        old, items = before.of(kind), document.of(kind)
        both = {id: items[id] if id in old else item for id, item in changed.of(kind).items()}
        document = document.with_items(kind, both)
    return document


def inverse_of(change: SchemeChange) -> Rename | None:
    """Return the change that gives the old name back; None for a change that is no renaming."""
    match change:
        case Rename(part=part, name=name):
            return Rename(part.named(name), part.name)
        case _:
            return None
