"""Decisions of a final version over what several annotators made, as pure functions that return a change."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from annotator.facts.desk.version_digests import KnownVersions
from annotator.model.annotation import Annotation, Relation
from annotator.model.change import Change
from annotator.model.dangling import without
from annotator.model.difference import difference
from annotator.model.document import Document
from annotator.model.edits import begun
from annotator.model.items import Item, altered
from annotator.model.kinds.decisions import OWN, Decision, taken
from annotator.model.span import Span
from annotator.review.comparing import Cluster


@dataclass(frozen=True, slots=True)
class Wish:
    """A decision to be made over a cluster: ``took`` is ``taking`` an annotator, ``NONE`` or ``OWN``.

    ``own`` is the annotation, of whatever id, that the final version is to have in the last case. ``why`` is the reason
    or empty.
    """

    cluster: Cluster
    took: str
    own: Annotation | None = None
    why: str = ""


@dataclass(frozen=True, slots=True)
class Decider:
    """The person who decides, the time (UTC), and the source of new ids, which need not be free."""

    by: str
    at: str
    new_id: Callable[[], str]


class Compared:
    """Documents by annotator with their clusters, and what is looked up in them for each decision."""

    def __init__(self, documents: Mapping[str, Document], clusters: Sequence[Cluster]) -> None:
        self.documents, self.clusters = documents, tuple(clusters)
        self._digests = {name: KnownVersions(document) for name, document in documents.items()}
        self._links: defaultdict[tuple[str, str], list[Relation]] = defaultdict(list)
        for name, document in documents.items():
            for relation in document.relations.values():
                self._links[name, relation.source].append(relation)
                self._links[name, relation.target].append(relation)

    def over(self, cluster: Cluster) -> dict[str, str]:
        """Return the digest of each annotator's version; an empty one where an annotator has none there."""
        ids = cluster.ids
        return {name: known[ids.get(name, "")] for name, known in self._digests.items()}

    def links(self, annotator: str, id: str) -> Sequence[Relation]:
        """Return the relations of that annotation in the annotator's document."""
        return self._links.get((annotator, id), ())


def decide(final: Document, compared: Compared, wishes: Iterable[Wish], decider: Decider) -> Change:
    """Return one change of the final document that decides all wishes.

    A decision over the same annotations goes, with the annotation that came of it. The relations of a version that is
    followed come along as soon as their other end is in the final document too, and if it was followed there as well
    or has its place there.
    """
    work = _Work(final, compared, decider)
    for wish in wishes:
        work.decide(wish)
    change = difference(final, work.document)
    return change + begun(final) if change else change


def decision_over(decisions: Mapping[tuple[str, str], Decision], cluster: Cluster) -> Decision | None:
    """Return the decision over the cluster, of ``decisions`` by version; None if there is none."""
    return next((decisions[pair] for pair in cluster.ids.items() if pair in decisions), None)


def by_version(decisions: Iterable[Decision]) -> dict[tuple[str, str], Decision]:
    """Return the decisions by each of the versions that they are over: annotator and id."""
    return {(name, str(id)): one for one in decisions for name, id in one.of.items()}


def merged_edges(cluster: Cluster, base: str, *, union: bool) -> Annotation | None:
    """Return the version of the annotator ``base`` at the union or the intersection of all places.

    None where the intersection is empty.
    """
    places = cluster.spans.values()
    if union:
        return altered(cluster.versions[base], span=cluster.span)
    start, end = max(one.start for one in places), min(one.end for one in places)
    return altered(cluster.versions[base], span=Span(start, end)) if start < end else None


class _Work:
    """A final document to which decisions are added one after another."""

    def __init__(self, final: Document, compared: Compared, decider: Decider) -> None:
        self.document, self._compared, self._decider = final, compared, decider
        self._ids = set(final.ids())
        self._decisions = by_version(final.of(Decision).values())

    def decide(self, wish: Wish) -> None:
        """Put the decision and its result into the document, in place of an earlier one."""
        self._withdraw(wish.cluster)
        chosen = wish.own if wish.took == OWN else wish.cluster.versions.get(taken(wish.took))
        result = self._result(chosen) if chosen else None
        decision = Decision(
            self._free_id(),
            over=self._compared.over(wish.cluster),
            of=dict(wish.cluster.ids),
            took=wish.took,
            result=result.id if result else "",
            why=wish.why,
            by=self._decider.by,
            at=self._decider.at,
        )
        self._add(*([result] if result else []), decision)
        self._decisions |= by_version([decision])
        if result:
            self._add(*self._relations(wish.cluster, decision))

    def _withdraw(self, cluster: Cluster) -> None:
        """Remove the decisions over any of these versions, with what came of them."""
        before = {one.id: one for pair in cluster.ids.items() if (one := self._decisions.get(pair))}
        for decision in before.values():
            result = self.document.annotations.get(decision.result)
            if result:
                self.document = without(self.document, [result]).apply(self.document)
            left = self.document.of(Decision)[decision.id]  # without the result, which it referred to
            self.document = Change((left,)).apply(self.document)
            for pair in by_version([decision]):
                self._decisions.pop(pair, None)

    def _result(self, chosen: Annotation) -> Annotation:
        now = self._decider.at
        return Annotation(
            self._free_id(), chosen.label, chosen.span, chosen.attributes, created=now, modified=now, state=chosen.state
        )

    def _relations(self, cluster: Cluster, decision: Decision) -> Iterable[Relation]:
        """Yield the relations of the version that is followed to what is in the final document, and from there."""
        there = {(one.type, one.source, one.target) for one in self.document.relations.values()}
        for name, id in cluster.ids.items():
            for relation in self._compared.links(name, id):
                source, target = (self._decisions.get((name, end)) for end in (relation.source, relation.target))
                if source is None or target is None or not source.result or not target.result:
                    continue
                key = relation.type, source.result, target.result
                if followed(source) == name and key not in there and decision in (source, target):
                    there.add(key)
                    yield Relation(self._free_id(), *key, relation.attributes)

    def _add(self, *items: Item) -> None:
        self.document = Change((), items).apply(self.document)

    def _free_id(self) -> str:
        id = self._decider.new_id()
        while id in self._ids:
            id = self._decider.new_id()
        self._ids.add(id)
        return id


def followed(decision: Decision) -> str:
    """Return the annotator whose relations the result has: who was followed, or the first where it is an own version.

    Empty where nothing is right.
    """
    return next(iter(decision.of), "") if decision.took == OWN else decision.followed
