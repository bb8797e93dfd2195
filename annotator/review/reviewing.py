"""Review of one annotator's document: decisions on its annotations, as pure functions of it and of the reviewer's own.

The reviewer's document has all that comes of it: decisions, corrected copies, and annotations that were missing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import Enum

from msgspec import Struct

from annotator.facts.desk.version_digests import version_digests
from annotator.language.annotator_names import UNNAMED
from annotator.model.annotation import Annotation, Relation
from annotator.model.change import Change
from annotator.model.check_edits import put_item, remove_items
from annotator.model.document import Document
from annotator.model.edits import annotate
from annotator.model.items import altered
from annotator.model.kinds.decisions import NONE, OWN, Decision, taking
from annotator.model.span import Span

MISSED = "missed"


class Outcome(Enum):
    """Outcome of the review of one annotation."""

    UNDECIDED = "undecided"
    CHANGED = "changed"
    ACCEPTED = "accepted"
    CORRECTED = "corrected"
    REJECTED = "rejected"
    ADDED = "added"


OPEN = frozenset({Outcome.UNDECIDED, Outcome.CHANGED})
"""Outcomes for which a decision is still to be made; CHANGED: the annotation is not what was decided on any more."""


class Reviewed(Struct, frozen=True):
    """An annotation with the last decision on it; one that is ADDED is the reviewer's own."""

    annotation: Annotation
    outcome: Outcome
    decision: Decision | None = None

    @property
    def is_open(self) -> bool:
        return self.outcome in OPEN


class Stamp(Struct, frozen=True):
    """Ids, time (UTC) and name that a decision is made with; ``new_id`` returns an id that the document has not."""

    new_id: Callable[[], str]
    at: str
    by: str


def name_of(document: Document) -> str:
    """Return the name by which decisions call the annotator of the document."""
    return document.annotator or UNNAMED


def decisions_on(own: Document, annotator: str) -> dict[str, Decision]:
    """Return the decisions of ``own`` on annotations of that annotator, by the ids of these; the last one counts."""
    ordered = sorted(own.of(Decision).values(), key=lambda decision: (decision.at, decision.id))
    return {str(decision.of[annotator]): decision for decision in ordered if annotator in decision.of}


def reviewed(own: Document, theirs: Document, digests: Mapping[str, str] | None = None) -> list[Reviewed]:
    """Return all annotations of ``theirs`` and those that the reviewer has added, in text order.

    ``digests`` are those of ``theirs``, where they are known already.
    """
    annotator = name_of(theirs)
    digests = version_digests(theirs) if digests is None else digests
    known = decisions_on(own, annotator)
    rows = [
        Reviewed(annotation, _outcome(known.get(id), annotator, digests[id]), known.get(id))
        for id, annotation in theirs.annotations.items()
    ]
    return sorted([*rows, *_added(own, annotator)], key=lambda row: row.annotation.position)


def undecided(rows: Iterable[Reviewed]) -> list[Reviewed]:
    """Return the rows on which there is no decision that stands."""
    return [row for row in rows if row.is_open]


def next_undecided(rows: Sequence[Reviewed], after: str) -> Reviewed | None:
    """Return the next undecided row after the one with that id; from the first on after the last; None if none is."""
    start = next((place + 1 for place, row in enumerate(rows) if row.annotation.id == after), 0)
    return next((row for row in (*rows[start:], *rows[:start]) if row.is_open and row.annotation.id != after), None)


def counts(rows: Iterable[Reviewed]) -> Mapping[Outcome, int]:
    """Return how many rows have each outcome."""
    found = dict.fromkeys(Outcome, 0)
    for row in rows:
        found[row.outcome] += 1
    return found


def accept(own: Document, theirs: Document, id: str, stamp: Stamp) -> Change:
    """Decide that the annotation with the id is right as it is; an earlier decision on it is replaced."""
    return _decide(own, theirs, id, stamp, Decision("", took=taking(name_of(theirs))))


def reject(own: Document, theirs: Document, id: str, stamp: Stamp, *, why: str = "") -> Change:
    """Decide that there should be no annotation like this. Raises ValueError for a lone surrogate in ``why``."""
    why.encode()
    return _decide(own, theirs, id, stamp, Decision("", took=NONE, why=why))


def undecide(own: Document, annotator: str, id: str) -> Change:
    """Take back the decision on the annotation, with the reviewer's copy of it."""
    decision = decisions_on(own, annotator).get(id)
    if decision is None:
        return Change()
    return remove_items(own, [decision.id, *([decision.result] if decision.result in own.annotations else [])])


def correct(own: Document, theirs: Document, id: str, stamp: Stamp) -> Change:
    """Copy the annotation into the reviewer's document, to be edited there, and decide for that copy.

    Its relations come with it; their other ends are the reviewer's versions of these, copied where there are none.
    Where it is corrected already, that copy stays, and the change is empty where the decision stands.
    """
    decision = decisions_on(own, name_of(theirs)).get(id)
    if decision and decision.result in own.annotations:
        over = {name_of(theirs): version_digests(theirs, [id])[id]}
        return Change() if decision.over == over else put_item(own, altered(decision, over=over, at=stamp.at))
    copy = _copied(theirs.annotations[id], stamp)
    change = Change((), (copy,))
    change = change.then(_with_relations(change.apply(own), theirs, id, copy.id, stamp))
    return change.then(_decide(change.apply(own), theirs, id, stamp, Decision("", took=OWN, result=copy.id)))


def add_missing(own: Document, theirs: Document, span: Span, label: str, stamp: Stamp) -> Change:
    """Add an annotation that the annotator has not made, with the decision that says so.

    Raises DuplicateAnnotationError where the reviewer has it already, and ValueError where it ends past the article.
    """
    id = stamp.new_id()
    change = annotate(own, span, label, id=id, now=stamp.at)
    after = change.apply(own)
    missed = Decision(
        _free(after, stamp), {name_of(theirs): ""}, took=OWN, result=id, why=MISSED, by=stamp.by, at=stamp.at
    )
    return change.then(put_item(after, missed))


def _outcome(decision: Decision | None, annotator: str, digest: str) -> Outcome:
    if decision is None:
        return Outcome.UNDECIDED
    if decision.over.get(annotator) != digest:
        return Outcome.CHANGED
    if decision.took == NONE:
        return Outcome.REJECTED
    return Outcome.CORRECTED if decision.took == OWN else Outcome.ACCEPTED


def _added(own: Document, annotator: str) -> list[Reviewed]:
    return [
        Reviewed(own.annotations[decision.result], Outcome.ADDED, decision)
        for decision in own.of(Decision).values()
        if decision.over.get(annotator) == "" and decision.result in own.annotations
    ]


def _decide(own: Document, theirs: Document, id: str, stamp: Stamp, said: Decision) -> Change:
    """Put the decision in place of an earlier one on the annotation; ``said`` has who is followed, result and why."""
    annotator, digest = name_of(theirs), version_digests(theirs, [id])[id]
    before = undecide(own, annotator, id)
    after = before.apply(own)
    decision = altered(
        said, id=_free(after, stamp), over={annotator: digest}, of={annotator: id}, by=stamp.by, at=stamp.at
    )
    return before.then(put_item(after, decision))


def _with_relations(own: Document, theirs: Document, id: str, copy: str, stamp: Stamp) -> Change:
    """Copy the relations of the annotation ``id`` to its ``copy``, which is in ``own`` already."""
    whole, ids = Change(), {id: copy}
    for relation in theirs.relations.values():
        if id not in (relation.source, relation.target):
            continue
        for end in (relation.source, relation.target):
            if end not in ids:
                ids[end], change = _own_version(whole.apply(own), theirs, end, stamp)
                whole = whole.then(change)
        made = altered(
            relation, id=_free(whole.apply(own), stamp), source=ids[relation.source], target=ids[relation.target]
        )
        if not _has(whole.apply(own), made):
            whole = whole.then(Change((), (made,)))
    return whole


def _own_version(own: Document, theirs: Document, id: str, stamp: Stamp) -> tuple[str, Change]:
    """Return the id of the reviewer's version of an annotation, and the change that copies it where there is none."""
    decision = decisions_on(own, name_of(theirs)).get(id)
    if decision and decision.result in own.annotations:
        return decision.result, Change()
    wanted = theirs.annotations[id]
    same = (it.id for it in own.annotations.values() if (it.span, it.label) == (wanted.span, wanted.label))
    if found := next(same, ""):
        return found, Change()
    copy = altered(_copied(wanted, stamp), id=_free(own, stamp))
    return copy.id, Change((), (copy,))


def _has(own: Document, wanted: Relation) -> bool:
    ends = wanted.type, wanted.source, wanted.target
    return any((it.type, it.source, it.target) == ends for it in own.relations.values())


def _copied(annotation: Annotation, stamp: Stamp) -> Annotation:
    return altered(annotation, id=stamp.new_id(), created=stamp.at, modified=stamp.at)


def _free(document: Document, stamp: Stamp) -> str:
    """Return an id that the document has not, even where several are made for one change."""
    id = stamp.new_id()
    while document.item(id) is not None:
        id = stamp.new_id()
    return id
