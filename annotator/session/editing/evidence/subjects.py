"""Annotations that evidence is about: by the scheme, or as they have some already."""

from __future__ import annotations

from annotator.model.annotation import Annotation
from annotator.model.document import Document
from annotator.model.kinds.evidence import Evidence
from annotator.model.scheme import Scheme

NAMES = frozenset({"verdict", "evidence"})
"""Attributes of labels whose annotations are checked."""


def is_subject(document: Document, scheme: Scheme, annotation: Annotation) -> bool:
    """Return whether evidence is offered for the annotation: by its label, or as a piece serves it already."""
    served = (piece.claims for piece in document.of(Evidence).values())
    return is_label_of_claims(scheme, annotation.label) or any(annotation.id in claims for claims in served)


def is_label_of_claims(scheme: Scheme, label: str) -> bool:
    """Return whether annotations with the label are what is checked, by what the scheme asks of them.

    They have a verdict or evidence as an attribute, or stand between others: relations lead from another label to
    them, and from them to another, as from figures to claims and from these to sources.
    """
    known = scheme.label(label)
    if known and any(attribute.id in NAMES for attribute in known.attributes):
        return True
    others = [rule for rule in scheme.relations if rule.source != rule.target]
    return any(rule.target == label for rule in others) and any(rule.source == label for rule in others)
