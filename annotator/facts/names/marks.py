"""Names that an annotator has marked: annotations of labels that name somebody or something, in any scheme."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from annotator.facts.names.mention import ORGANISATION, PERSON, PLACE, UNKNOWN
from annotator.model.annotation import Annotation
from annotator.model.document import Document
from annotator.model.scheme import Label, Scheme
from annotator.model.span import Span

NAMING_ATTRIBUTES = frozenset({"entity", "naming"})
"""Attributes whose label marks names: “entity”, the name to file it under, and “naming”, how openly it is named."""

SAYING = frozenset({"attributed", "said", "spoken", "told", "source", "speaker"})
"""Words in the id of a relation that goes to whoever says something: “said_by”, “attributed_to”."""

WITHOUT_NAME = frozenset({"unnamed", "anonymous", "collective"})
NAMES_ALONE = frozenset({"person", "organisation", "organization", "place", "location", "name", "other_name"})
"""Labels of which every annotation is a name."""

KIND_OF: Mapping[str, str] = MappingProxyType(
    {
        "person": PERSON,
        "speaker": UNKNOWN,
        **dict.fromkeys(("organisation", "organization", "government", "media", "company", "party"), ORGANISATION),
        **dict.fromkeys(("place", "location", "city", "country"), PLACE),
    }
)
"""What a name names, by the id of its label or the value of its attribute “kind”."""


@dataclass(frozen=True, slots=True)
class Mark:
    """An annotation that may hold a name.

    ``entity`` is the name it is filed under, empty where there is none. ``sure``: all of it is a name, as its label is
    for names alone, “person” or “place”, or its value of “naming” is “named”.
    """

    id: str
    span: Span
    kind: str
    entity: str
    sure: bool


def marks_of(document: Document, scheme: Scheme) -> Iterator[Mark]:
    """Yield the marks in text order, without those that are displaced or say that no name is told."""
    labels = naming_labels(scheme)
    for annotation in document.in_text_order():
        if annotation.label in labels and not annotation.displaced and not _is_without_name(annotation):
            entity = annotation.attributes.get("entity")
            named = " ".join(entity.split()) if isinstance(entity, str) else ""
            sure = annotation.label in NAMES_ALONE or annotation.attributes.get("naming") == "named"
            yield Mark(annotation.id, annotation.span, _kind(annotation), named, sure)


def naming_labels(scheme: Scheme) -> frozenset[str]:
    """Return the ids of the labels that mark names.

    Those have an attribute of ``NAMING_ATTRIBUTES``, or relations of saying go to them, as from a quotation to its
    speaker.
    """
    targets = {rule.target for rule in scheme.relations if not SAYING.isdisjoint(rule.id.split("_"))}
    return frozenset(label.id for label in scheme.labels if label.id in targets or _names(label))


def _names(label: Label) -> bool:
    return any(rule.id in NAMING_ATTRIBUTES for rule in label.attributes)


def _is_without_name(annotation: Annotation) -> bool:
    return annotation.attributes.get("naming") in WITHOUT_NAME


def _kind(annotation: Annotation) -> str:
    said = annotation.attributes.get("kind")
    by_value = KIND_OF.get(said) if isinstance(said, str) else None
    return KIND_OF.get(annotation.label) or by_value or UNKNOWN
