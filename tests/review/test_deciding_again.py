"""Decisions after the annotators have gone on working: what stands, and what has changed."""

from __future__ import annotations

from collections.abc import Mapping

from hypothesis import given
from hypothesis import strategies as st

from annotator.model.annotation import Annotation
from annotator.model.dangling import without
from annotator.model.document import Document
from annotator.model.edits import remove
from annotator.model.items import altered
from annotator.model.kinds.decisions import Decision
from annotator.model.span import Span
from annotator.review.adjudicating import Wish, decide
from annotator.review.comparing import compared
from annotator.review.deciding_again import ADDED, ALTERED, REMOVED, decided_again
from tests.review.test_adjudicating import decider, empty, table
from tests.support.review.annotators import NAMES, TEXT, read_annotators, some_documents


def decided(documents: Mapping[str, Document]) -> Document:
    """A final document in which everything is decided after the first who has it."""
    found, final = table(documents), empty(documents)
    return decide(final, found, [Wish(one, next(iter(one.versions))) for one in found.clusters], decider()).apply(final)


def put(document: Document, item: Annotation) -> Document:
    return document.with_items(Annotation, {**document.annotations, item.id: item})


def test_what_has_changed_is_told_by_annotator() -> None:
    documents = read_annotators("ferry")
    final = decided(documents)
    decisions = list(final.of(Decision).values())
    assert decided_again(decisions, documents, final) == (decisions, [])
    ann, ben, cem = (documents[name] for name in NAMES)
    documents["ann"] = put(ann, altered(ann.annotations["a4"], label="claim"))
    documents["ben"] = remove(ben, ["b6"]).apply(ben)
    owner = next(one for one in ben.annotations.values() if "owner" in ben.words(one))
    documents["cem"] = put(cem, altered(owner, id="c9"))
    standing, reopened = decided_again(decisions, documents, final)
    assert [one.changed for one in reopened] == [{"ann": ALTERED}, {"ben": REMOVED}, {"cem": ADDED}]
    assert len(standing) == len(decisions) - 3


def test_a_decision_whose_result_was_removed_does_not_stand() -> None:
    documents = read_annotators("school")
    final = decided(documents)
    gone = next(iter(final.annotations.values()))
    after = without(final, [gone]).apply(final)
    standing, reopened = decided_again(after.of(Decision).values(), documents, after)
    assert [one.changed for one in reopened] == [{}]
    assert len(standing) == len(compared(documents)) - 1


EDITS = st.lists(st.tuples(st.sampled_from(NAMES), st.integers(0, 9), st.sampled_from("lmrn")), max_size=4)


@given(some_documents(), EDITS)
def test_every_decision_over_what_nobody_touched_is_kept(
    documents: Mapping[str, Document], edits: list[tuple[str, int, str]]
) -> None:
    final, now = decided(documents), dict(documents)
    decisions = list(final.of(Decision).values())
    touched: list[Span] = []
    changed: set[tuple[str, str]] = set()
    for name, number, way in edits:
        document = now[name]
        before = sorted(document.annotations)[number] if number < len(document.annotations) else ""
        now[name] = edited(document, before, way, number)
        for id in {*document.annotations, *now[name].annotations}:
            old, new = document.annotations.get(id), now[name].annotations.get(id)
            if old != new:
                changed.add((name, id))
                touched += [one.span for one in (old, new) if one]
    standing, reopened = decided_again(decisions, now, final)
    assert sorted(one.id for one in (*standing, *(it.decision for it in reopened))) == sorted(
        one.id for one in decisions
    )
    for decision in decisions:
        pairs = {(name, str(id)) for name, id in decision.of.items()}
        if is_apart(decision, documents, touched):
            assert decision in standing
        if any(now[name].annotations.get(id) != documents[name].annotations.get(id) for name, id in pairs & changed):
            assert decision not in standing


def edited(document: Document, id: str, way: str, number: int) -> Document:
    """The document with an annotation relabelled, moved, removed, or with a new one."""
    item = document.annotations.get(id)
    match way, item:
        case "l", Annotation():
            return put(document, altered(item, label="cue" if item.label != "cue" else "claim"))
        case "m", Annotation():
            start = (item.span.start + 5) % (len(TEXT) - 8)
            return put(document, altered(item, span=Span(start, start + len(item.span))))
        case "r", Annotation():
            return remove(document, [id]).apply(document)
        case _:
            return put(document, Annotation(f"n{number}{document.annotator}", "claim", Span(number, number + 3)))


def is_apart(decision: Decision, documents: Mapping[str, Document], touched: list[Span]) -> bool:
    """Whether nothing that was touched hangs together with what the decision is over, by overlaps or relations."""
    spans = [one.span for document in documents.values() for one in document.annotations.values()] + touched
    links = [
        (document.annotations[one.source].span, document.annotations[one.target].span)
        for document in documents.values()
        for one in document.relations.values()
    ]
    reached = {documents[name].annotations[str(id)].span for name, id in decision.of.items()}
    while True:
        more = {one for one in spans if any(one.overlaps(other) for other in reached)} - reached
        more |= {b for a, b in (*links, *((b, a) for a, b in links)) if a in reached} - reached
        if not more:
            return not any(one in reached for one in touched)
        reached |= more
