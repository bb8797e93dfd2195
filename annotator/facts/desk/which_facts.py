"""Facts among the annotations of a document: by their label, or since they have a state of check."""

from __future__ import annotations

from collections.abc import Iterable

from annotator.facts.last_scheme import once_for_scheme
from annotator.model.annotation import Annotation
from annotator.model.document import Document
from annotator.model.scheme import Scheme

VERDICT = "verdict"
"""Attribute of the labels of facts."""

IN_MARGIN = "bar"


@once_for_scheme
def fact_labels(scheme: Scheme) -> frozenset[str]:
    """Return the ids of the labels of facts: those with a verdict, else all that are not for parts of a text."""
    checked = {label.id for label in scheme.labels if any(rule.id == VERDICT for rule in label.attributes)}
    return frozenset(checked or {label.id for label in scheme.labels if label.mark != IN_MARGIN})


def facts_of(document: Document, scheme: Scheme) -> list[Annotation]:
    """Return the facts in the order of the text."""
    return facts_among(document.in_text_order(), scheme)


def facts_among(annotations: Iterable[Annotation], scheme: Scheme) -> list[Annotation]:
    """Return those of the annotations that are facts: of a label of facts, or with a state of check."""
    labels = fact_labels(scheme)
    return [item for item in annotations if item.label in labels or item.state]
