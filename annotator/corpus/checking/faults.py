"""Validation of a document against its scheme."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from annotator.corpus.checking.check_faults import of_check, of_evidence
from annotator.corpus.checking.fault import Fault
from annotator.corpus.checking.sign_off_faults import of_sign_offs
from annotator.model.annotation import Relation, Value
from annotator.model.document import STATUSES, Document
from annotator.model.kinds.evidence import Evidence
from annotator.model.kinds.kind import Kind
from annotator.model.kinds.table import KINDS, kind_of
from annotator.model.scheme import AttributeRule, RelationRule, Scheme
from annotator.storage.files.file_error import shown, told
from annotator.storage.yaml.yaml_layout import as_written

ORIGIN = "origin"
YEAR_AND_MONTH = re.compile(r"[0-9]{4}(?:-(?:0[1-9]|1[0-2]))?")
EXPECTED = {
    "text": "text",
    "number": "a number",
    "date": "a date, as in 2016-12-15",
    "flag": "true or false",
    "link": "text",
}


class SchemeFaults:
    """Search for whatever a scheme does not know or allow, and for duplicates of annotations and relations.

    It serves for many documents: the rules are brought in order once.
    """

    def __init__(self, scheme: Scheme) -> None:
        self.scheme = scheme
        labels = {label.id: label for label in reversed(scheme.labels)}  # the first of an id counts
        self._labels = {id: _by_id(label.attributes) for id, label in labels.items()}
        self._relations = {rule.id: (rule, _by_id(rule.attributes)) for rule in scheme.relations}
        self._article = _by_id(scheme.article)

    def of(self, document: Document) -> Iterator[Fault]:
        """Yield the faults of the document."""
        if document.status.value not in STATUSES:
            yield Fault("", ("status",), f"There is no status {told(document.status.value)}.")
        yield from self._of_article(document)
        yield from self._of_annotations(document)
        joined: dict[tuple[str, ...], str] = {}
        for relation in document.relations.values():
            yield from self._of_relation(relation, document, joined)
        for piece in document.of(Evidence).values():
            yield from of_evidence(piece)
        yield from of_sign_offs(document, self.scheme)
        for kind in KINDS.values():
            if kind.refers_to and kind.item in document.items:
                yield from _dangling(kind, document)

    def _of_article(self, document: Document) -> Iterator[Fault]:
        """Yield the faults of the article's own attributes, of which an import may know more than the scheme asks."""
        imported, found = ORIGIN in document.article_extra, document.article_attributes.items()
        asked = {name: value for name, value in found if name in self._article or not imported}
        for fault in _of_attributes("", asked, self._article, "article"):
            yield Fault("", ("article", *fault.keys), fault.sentence)

    def _of_annotations(self, document: Document) -> Iterator[Fault]:
        seen: dict[tuple[str, int, int], str] = {}
        for annotation in document.in_text_order():
            span = annotation.span
            first = seen.setdefault((annotation.label, span.start, span.end), annotation.id)
            if first != annotation.id:
                yield Fault(annotation.id, (), f"It marks the same words with the same label as {told(first)}.")
            rules = self._labels.get(annotation.label)
            if rules is None:
                yield Fault(annotation.id, ("label",), f"The scheme has no label {told(annotation.label)}.")
            elif annotation.attributes:
                yield from _of_attributes(annotation.id, annotation.attributes, rules, "label", annotation.label)
            if annotation.state or annotation.by_rule:
                yield from of_check(annotation)

    def _of_relation(
        self, relation: Relation, document: Document, joined: dict[tuple[str, ...], str]
    ) -> Iterator[Fault]:
        rule, rules = self._relations.get(relation.type, (None, {}))
        first = joined.setdefault(_joining(relation, rule), relation.id)
        if first != relation.id:
            yield Fault(relation.id, (), f"It says the same of the same annotations as {told(first)}.")
        if rule is None:
            yield Fault(relation.id, ("type",), f"The scheme has no relation {told(relation.type)}.")
            return
        if relation.attributes:
            yield from _of_attributes(relation.id, relation.attributes, rules, "relation", rule.id)
        yield from _of_ends(relation, rule, document)


def _by_id(rules: Iterable[AttributeRule]) -> dict[str, AttributeRule]:
    return {rule.id: rule for rule in rules}


def _of_attributes(
    id: str, attributes: Mapping[str, Value], rules: Mapping[str, AttributeRule], noun: str, of: str | None = None
) -> Iterator[Fault]:
    """Yield the faults of the attributes of an item or of the article; it is the ``noun``, that is called ``of``."""
    for name, value in attributes.items():
        rule = rules.get(name)
        if rule is None:
            owner = f"The {noun}" if of is None else f"The {noun} {told(of)}"
            yield Fault(id, ("attributes", name), f"{owner} has no attribute {told(name)} in the scheme.")
        elif not _holds(rule, value):
            yield Fault(id, ("attributes", name), _unfit(name, rule, value))


def _holds(rule: AttributeRule, value: Value) -> bool:
    if rule.many and isinstance(value, list):
        return all(_fits(rule, item) for item in value)
    return _fits(rule, value)


def _unfit(name: str, rule: AttributeRule, value: Value) -> str:
    """Return the sentence on the first value that does not fit."""
    items = value if rule.many and isinstance(value, list) else [value]
    first = next(item for item in items if not _fits(rule, item))
    return f"The value {told(as_written(first))} of {told(name)} is not {EXPECTED.get(rule.type) or _one_of(rule)}."


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


def _joining(relation: Relation, rule: RelationRule | None) -> tuple[str, ...]:
    """Return the type and the ends, in an order of their own if it goes both ways."""
    ends = (relation.source, relation.target)
    return relation.type, *(sorted(ends) if rule and rule.symmetric else ends)


def _of_ends(relation: Relation, rule: RelationRule, document: Document) -> Iterator[Fault]:
    """Yield the ends that are there and have a label that the relation does not join."""
    source, target = document.annotations.get(relation.source), document.annotations.get(relation.target)
    if source and target and rule.allows(source.label, target.label):
        return
    for key, end, annotation, label in (
        ("from", relation.source, source, rule.source),
        ("to", relation.target, target, rule.target),
    ):
        if annotation and annotation.label != label:
            what = f"{told(end)} is a {annotation.label}, but {told(relation.type)} needs a {label} there"
            yield Fault(relation.id, (key,), f"The annotation {what}.")


def _dangling(kind: Kind[Any], document: Document) -> Iterator[Fault]:
    """Yield what the items of the kind refer to and the document does not have."""
    there = {key.name: [document.of(wanted) for wanted in key.refers_to] for key in kind.keys}
    for item in document.of(kind.item).values():
        for key, ids in kind.references_by_key(item):
            for id in ids:
                if not any(id in some for some in there[key.name]):
                    nouns = " or ".join(kind_of(wanted).noun for wanted in key.refers_to)
                    yield Fault(item.id, (key.name,), f"There is no {nouns} {told(id)}.")
