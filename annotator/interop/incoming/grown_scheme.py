"""A scheme that has grown by what imported documents have and it lacks: labels, attributes, choices and relations."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, count

from annotator.interop.incoming.seen_values import SeenValues
from annotator.model.annotation import Annotation, Relation, Value
from annotator.model.document import Document
from annotator.model.items import altered
from annotator.model.scheme import AttributeRule, Label, RelationRule, Scheme

ORIGIN = "origin"
MOST_PAIRS = 20
"""Most pairs of labels for which a type of relation is divided; a scheme has a relation for each pair."""

Joined = tuple[str, str, str]
"""Type of a relation, and the labels of the annotations that it joins."""


@dataclass(frozen=True, slots=True)
class Grown:
    """The scheme, and the names that it lacked; ``divided`` has the new type of relations that join a further pair."""

    scheme: Scheme
    labels: tuple[str, ...] = ()
    attributes: tuple[str, ...] = ()
    relations: tuple[str, ...] = ()
    divided: Mapping[Joined, str] | None = None

    @property
    def is_larger(self) -> bool:
        return bool(self.labels or self.attributes or self.relations)


class Growing:
    """Collect what documents use, and let a scheme grow by it."""

    def __init__(self, documents: Iterable[Document]) -> None:
        self._labels: dict[str, dict[str, SeenValues]] = {}
        self._article: dict[str, SeenValues] = {}
        self._joined: Counter[Joined] = Counter()
        self._of_relations: dict[Joined, dict[str, SeenValues]] = {}
        for document in documents:
            if ORIGIN not in document.article_extra:  # what an import of articles found out need not be in the scheme
                _see(self._article, document.article_attributes)
            for item in document.annotations.values():
                _see(self._labels.setdefault(item.label, {}), item.attributes)
            for relation in document.relations.values():
                joined = joined_by(relation, document.annotations)
                self._joined[joined] += 1
                _see(self._of_relations.setdefault(joined, {}), relation.attributes)

    def grown(self, scheme: Scheme) -> Grown:
        """Return the scheme with all that it lacks, after what it has."""
        known = {label.id for label in scheme.labels}
        strange = sorted(self._labels.keys() - known)
        labels = [*scheme.labels, *(Label(label, "", "", "") for label in strange)]
        wider = [
            altered(label, attributes=_wider(label.attributes, self._labels.get(label.id, {}))) for label in labels
        ]
        article = _wider(scheme.article, self._article)
        attributes = {
            new.id
            for old, label in zip(labels, wider, strict=True)
            for new in label.attributes
            if new not in old.attributes
        } | {new.id for new in article if new not in scheme.article}
        relations, divided = self._relations(scheme)
        added = tuple(dict.fromkeys(rule.id for rule in relations if scheme.relation(rule.id) is None))
        grown = altered(scheme, labels=tuple(wider), relations=relations, article=article)
        return Grown(grown, tuple(strange), tuple(sorted(attributes)), added, divided)

    def _relations(self, scheme: Scheme) -> tuple[tuple[RelationRule, ...], dict[Joined, str]]:
        """Return the relations with one more for each pair of labels that none joins; the most frequent come first."""
        rules = {rule.id: rule for rule in scheme.relations}
        reserved = {type for type, _source, _target in self._joined}
        divided: dict[Joined, str] = {}
        pairs: Counter[str] = Counter()
        for joined, _count in sorted(self._joined.items(), key=lambda item: (-item[1], item[0])):
            type, source, target = joined
            rule = rules.get(type)
            if rule is None or not rule.allows(source, target):
                pairs[type] += 1
                if pairs[type] > MOST_PAIRS:
                    continue
                id = type if rule is None else next(_free(joined, {*rules, *reserved}))
                rule = RelationRule(id, source, target)
                divided |= {joined: id} if id != type else {}
            seen = self._of_relations[joined]
            rules[rule.id] = altered(rule, attributes=_wider(rule.attributes, seen)) if seen else rule
        return tuple(rules.values()), divided


def joined_by(relation: Relation, annotations: Mapping[str, Annotation]) -> Joined:
    """Return the type of the relation and the labels that it joins; an end that is not there has none."""
    ends = (annotations.get(relation.source), annotations.get(relation.target))
    source, target = (end.label if end else "" for end in ends)
    return relation.type, source, target


def _see(seen: dict[str, SeenValues], attributes: Mapping[str, Value]) -> None:
    for name, value in attributes.items():
        seen.setdefault(name, SeenValues()).add(value)


def _wider(rules: tuple[AttributeRule, ...], seen: Mapping[str, SeenValues]) -> tuple[AttributeRule, ...]:
    """Return the rules with those that allow what was seen; a rule of another type than choice stays as it is."""
    kept = {rule.id: rule for rule in rules}
    for name, values in seen.items():
        rule = values.rule(name, kept.get(name))
        if rule:
            kept[name] = rule
    return tuple(kept.values())


def _free(joined: Joined, taken: set[str]) -> Iterator[str]:
    """Yield names of a relation for a further pair of labels that are not taken."""
    type, source, target = joined
    names = chain((f"{type}_{target}", f"{type}_{source}_{target}"), (f"{type}_{at}" for at in count(2)))
    return (name for name in names if name not in taken)
