"""Validation of a document against its scheme."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from annotator.model.annotation import Annotation, Relation, Value
from annotator.model.document import STATUSES, Document
from annotator.model.scheme import AttributeRule, Label, RelationRule, Scheme
from annotator.storage.files.file_error import shown, told

YEAR_AND_MONTH = re.compile(r"[0-9]{4}(?:-(?:0[1-9]|1[0-2]))?")
EXPECTED = {
    "text": "text",
    "number": "a number",
    "date": "a date, as in 2016-12-15",
    "flag": "true or false",
    "link": "text",
}


@dataclass(frozen=True, slots=True)
class Fault:
    """A violation of the scheme by a key of an annotation or relation; ``id`` is empty for the document itself."""

    id: str
    keys: tuple[str, ...]
    sentence: str


class SchemeFaults:
    """Search for whatever a scheme does not know or allow, and for duplicates of annotations.

    It serves for many documents: the rules are brought in order once.
    """

    def __init__(self, scheme: Scheme) -> None:
        labels = {label.id: label for label in reversed(scheme.labels)}  # the first of an id counts
        self._labels = {id: (label, {rule.id: rule for rule in label.attributes}) for id, label in labels.items()}
        self._relations = {rule.id: rule for rule in scheme.relations}

    def of(self, document: Document) -> Iterator[Fault]:
        """Yield the faults of the document."""
        if document.status.value not in STATUSES:
            yield Fault("", ("status",), f"There is no status {told(document.status.value)}.")
        seen: dict[tuple[str, int, int], str] = {}
        for annotation in document.in_text_order():
            span = annotation.span
            first = seen.setdefault((annotation.label, span.start, span.end), annotation.id)
            if first != annotation.id:
                yield Fault(annotation.id, (), f"It marks the same words with the same label as {told(first)}.")
            yield from self._of_annotation(annotation)
        for relation in document.relations.values():
            yield from _of_relation(relation, self._relations.get(relation.type), document)

    def _of_annotation(self, annotation: Annotation) -> Iterator[Fault]:
        known = self._labels.get(annotation.label)
        if known is None:
            yield Fault(annotation.id, ("label",), f"The scheme has no label {told(annotation.label)}.")
            return
        label, rules = known
        for name, value in annotation.attributes.items():
            if sentence := _of_value(label, name, rules.get(name), value):
                yield Fault(annotation.id, ("attributes", name), sentence)


def _of_value(label: Label, name: str, rule: AttributeRule | None, value: Value) -> str:
    if rule is None:
        return f"The label {told(label.id)} has no attribute {told(name)} in the scheme."
    for item in value if rule.many and isinstance(value, list) else [value]:
        if not _fits(rule, item):
            return f"The value {told(str(item))} of {told(name)} is not {EXPECTED.get(rule.type) or _one_of(rule)}."
    return ""


def _one_of(rule: AttributeRule) -> str:
    return f"one of {', '.join(map(shown, rule.choices))}"


def _fits(rule: AttributeRule, value: Value) -> bool:
    match rule.type:
        case "choice":
            return value is not None and str(value) in rule.choices
        case "number":
            return isinstance(value, int | float | Decimal) and not isinstance(value, bool)
        case "flag":
            return isinstance(value, bool)
        case "date":
            return isinstance(value, str) and _is_date(value)
        case _:
            return isinstance(value, str)


def _is_date(text: str) -> bool:
    if YEAR_AND_MONTH.fullmatch(text):
        return True
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return len(text) == len("2016-12-15")


def _of_relation(relation: Relation, rule: RelationRule | None, document: Document) -> Iterator[Fault]:
    if rule is None:
        yield Fault(relation.id, ("type",), f"The scheme has no relation {told(relation.type)}.")
    for key, end, label in (
        ("from", relation.source, rule and rule.source),
        ("to", relation.target, rule and rule.target),
    ):
        annotation = document.annotations.get(end)
        if annotation is None:
            yield Fault(relation.id, (key,), f"There is no annotation {told(end)}.")
        elif label is not None and annotation.label != label:
            what = f"{told(end)} is a {annotation.label}, but {told(relation.type)} needs a {label} there"
            yield Fault(relation.id, (key,), f"The annotation {what}.")
