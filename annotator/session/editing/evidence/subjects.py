"""Annotations to which evidence can be added: by the scheme, or because they have some already."""

from __future__ import annotations

from annotator.model.annotation import Annotation
from annotator.model.document import Document
from annotator.model.kinds.evidence import Evidence
from annotator.model.scheme import Scheme

NAMES = frozenset({"verdict", "evidence"})
"""Attributes of labels whose annotations are checked."""


def is_subject(document: Document, scheme: Scheme, annotation: Annotation) -> bool:
    """Return whether evidence is offered for the annotation: because of its label, or because it has some."""
    served = (piece.claims for piece in document.of(Evidence).values())
    return is_label_of_claims(scheme, annotation.label) or any(annotation.id in claims for claims in served)


def is_label_of_claims(scheme: Scheme, label: str) -> bool:
    """Return whether annotations with the label are claims, judging by the scheme.

    They have a verdict or evidence as an attribute, or stand between two other labels: relations lead from one to them,
    and from them to another, as from figures to claims and from claims to sources.
    """
    known = scheme.label(label)
    if known and any(attribute.id in NAMES for attribute in known.attributes):
        return True
    others = [rule for rule in scheme.relations if rule.source != rule.target]
    return any(rule.target == label for rule in others) and any(rule.source == label for rule in others)
