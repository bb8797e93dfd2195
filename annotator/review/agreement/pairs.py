"""Annotations of two annotators of one article side by side: what is alike, and the places where it is not."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from annotator.model.annotation import Annotation, Relation, Value
from annotator.model.scheme import Label, Scheme
from annotator.model.span import Span
from annotator.review.agreement.columns import Columns
from annotator.review.assignment import assigned
from annotator.review.matching import Match, matched, spans_in

NOMINAL = ("choice", "flag")
"""Types of attribute whose values are categories."""


@dataclass(frozen=True, slots=True)
class Side:
    """Placed annotations of one annotator with their spans without blanks at the edges, and the relations."""

    annotator: str
    annotations: Sequence[Annotation]
    spans: Sequence[Span]
    relations: Sequence[Relation]

    @classmethod
    def of(cls, annotator: str, annotations: Sequence[Annotation], relations: Sequence[Relation], text: str) -> Side:
        return cls(annotator, annotations, spans_in(text, annotations), relations)


def add_pair(columns: Columns, one: Side, other: Side, text: str, scheme: Scheme, threshold: float) -> list[Match]:
    """Count what two annotators have alike; return how their annotations match."""
    pair = one.annotator, other.annotator
    add_spans(columns, one, other, threshold)
    matches = matched(one.annotations, other.annotations, text, (one.spans, other.spans))
    _add_confusions(columns, pair, matches)
    _add_attributes(columns, pair, matches, scheme)
    _add_relations(columns, pair, one, other, matches, scheme)
    return matches


def add_spans(columns: Columns, one: Side, other: Side, threshold: float) -> None:
    """Count the annotations of two annotators, and those of one label at the same place and that overlap."""
    pair = one.annotator, other.annotator
    _add_used(columns, pair, one, other)
    _add_exact(columns, pair, one, other)
    _add_overlaps(columns, pair, one, other, threshold)


def _add_used(columns: Columns, pair: tuple[str, str], one: Side, other: Side) -> None:
    for number, side in enumerate((one, other)):
        columns["used", "", *pair, number] += len(side.annotations)
        for label, count in Counter(item.label for item in side.annotations).items():
            columns["used", label, *pair, number] += count


def _add_exact(columns: Columns, pair: tuple[str, str], one: Side, other: Side) -> None:
    """Count the same label at the same place, and the same place whatever the label."""
    places = [[(span.start, span.end) for span in side.spans] for side in (one, other)]
    labelled = [
        Counter((item.label, *place) for item, place in zip(side.annotations, own, strict=True))
        for side, own in zip((one, other), places, strict=True)
    ]
    exact: Counter[str] = Counter()
    for (label, _start, _end), count in (labelled[0] & labelled[1]).items():
        exact[label] += count
    for label, count in exact.items():
        columns["exact", label, *pair] += count
        columns["exact", "", *pair] += count
    columns["place", *pair] += (Counter(places[0]) & Counter(places[1])).total()


def _add_overlaps(columns: Columns, pair: tuple[str, str], one: Side, other: Side, threshold: float) -> None:
    """Count the most pairs of one label that share at least ``threshold`` of what both cover (Jaccard 1912)."""
    for label in {item.label for item in one.annotations} & {item.label for item in other.annotations}:
        some, others = (
            [span for item, span in zip(side.annotations, side.spans, strict=True) if item.label == label]
            for side in (one, other)
        )
        count = overlapping(some, others, threshold)
        columns["overlap", label, *pair] += count
        columns["overlap", "", *pair] += count


def overlapping(some: Sequence[Span], others: Sequence[Span], threshold: float) -> int:
    """Return how many spans can be paired so that each pair shares at least ``threshold`` of what both cover."""

    return len(assigned(some, others, lambda one, other: int(overlap(some[one], others[other], threshold))))


def overlap(one: Span, other: Span, threshold: float) -> bool:
    """Return whether two spans share at least ``threshold`` of what both cover."""
    shared = min(one.end, other.end) - max(one.start, other.start)
    return shared > 0 and shared >= threshold * (len(one) + len(other) - shared)


def _add_confusions(columns: Columns, pair: tuple[str, str], matches: Sequence[Match]) -> None:
    for one, other in matches:
        columns["confused", *pair, one.label if one else "", other.label if other else ""] += 1


def _add_attributes(columns: Columns, pair: tuple[str, str], matches: Sequence[Match], scheme: Scheme) -> None:
    """Count the values of attributes of matched annotations with the same label; no value is a value too."""
    found: defaultdict[str, list[tuple[Mapping[str, Value], Mapping[str, Value]]]] = defaultdict(list)
    for one, other in matches:
        if one and other and one.label == other.label:
            found[one.label].append((one.attributes, other.attributes))
    for label in scheme.labels:
        for name in nominal(label) if label.id in found else ():
            values = [(category(one.get(name)), category(other.get(name))) for one, other in found[label.id]]
            columns["alike", label.id, name, *pair] += sum(one == other for one, other in values)
            for number, side in enumerate(zip(*values, strict=True)):
                for value, count in Counter(side).items():
                    columns["value", label.id, name, *pair, number, value] += count


def nominal(label: Label) -> list[str]:
    """Return the attributes of the label whose values are categories."""
    return [rule.id for rule in label.attributes if rule.type in NOMINAL]


def category(value: Value) -> str:
    """Return the category of a value; several values are a set, and no flag is “no”."""
    if value is None or value is False:
        return ""
    return "\n".join(sorted(map(str, value))) if isinstance(value, list) else str(value)


def _add_relations(
    columns: Columns, pair: tuple[str, str], one: Side, other: Side, matches: Sequence[Match], scheme: Scheme
) -> None:
    """Count relations of the same type whose ends match; those of a symmetric type may point either way."""
    if not one.relations and not other.relations:
        return
    ours, theirs = map(Counter, relation_keys(one, other, matches, scheme))
    for number, counted in enumerate((ours, theirs)):
        for (type, _source, _target), count in counted.items():
            columns["related", type, *pair, number] += count
    for (type, _source, _target), count in (ours & theirs).items():
        columns["relation", type, *pair] += count


def relation_keys(
    one: Side, other: Side, matches: Sequence[Match], scheme: Scheme
) -> tuple[list[tuple[str, str, str]], list[tuple[str, str, str]]]:
    """Return what each side's relations are known by, which is the same for two of the same type on matched ends."""
    symmetric = {rule.id for rule in scheme.relations if rule.symmetric}
    partner = {a.id: b.id for a, b in matches if a and b}
    ours = [_ends(relation, partner, symmetric) for relation in one.relations]
    return ours, [_ends(relation, None, symmetric) for relation in other.relations]


def _ends(relation: Relation, partner: Mapping[str, str] | None, symmetric: set[str]) -> tuple[str, str, str]:
    ends = [relation.source, relation.target]
    if partner is not None:
        ends = [partner.get(end, f"\n{end}") for end in ends]  # an end without a partner is like no other
    if relation.type in symmetric:
        ends.sort()
    return relation.type, ends[0], ends[1]
