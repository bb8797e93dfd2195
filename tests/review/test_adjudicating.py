"""Decisions of a final version: what each way of deciding leaves in the final document."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import count

from hypothesis import given
from hypothesis import strategies as st

from annotator.model.document import IN_WORK, Document
from annotator.model.kinds.decisions import NONE, OWN, Decision
from annotator.review.adjudicating import Compared, Decider, Wish, by_version, decide, decision_over, merged_edges
from annotator.review.comparing import Cluster, compared, differences
from tests.support.review.annotators import NAMES, read_annotators, some_documents

AT = "2026-11-29T12:00:00Z"


def decider() -> Decider:
    numbers = count(1)
    return Decider("gold", AT, lambda: f"g{next(numbers)}")


def table(documents: Mapping[str, Document]) -> Compared:
    return Compared(documents, compared(documents))


def empty(documents: Mapping[str, Document]) -> Document:
    one = next(iter(documents.values()))
    return Document(one.article, annotator="gold", scheme=one.scheme)


def marks(document: Document) -> list[tuple[str, str]]:
    return [(one.label, document.words(one)) for one in document.in_text_order()]


def of_words(found: Compared, words: str) -> Cluster:
    """The cluster in which somebody has these words."""
    return next(
        cluster
        for cluster in found.clusters
        if any(found.documents[name].words(one) == words for name, one in cluster.versions.items())
    )


def test_a_version_is_taken_and_the_decision_is_data() -> None:
    found = table(read_annotators("ferry"))
    cluster = of_words(found, "4,000")
    final = empty(found.documents)
    after = decide(final, found, [Wish(cluster, "ben", why="edges")], decider()).apply(final)
    assert marks(after) == [("figure", "some 4,000")]
    assert after.status.value == IN_WORK
    (decision,) = after.of(Decision).values()
    assert (decision.took, decision.why, decision.by, decision.at) == ("ben", "edges", "gold", AT)
    assert decision.of == {"ann": "a4", "ben": "b4", "cem": "c4"}
    assert decision.over == found.over(cluster)
    assert after.annotations[decision.result].created == AT


def test_none_is_right_leaves_nothing_and_deciding_again_replaces() -> None:
    found = table(read_annotators("ferry"))
    cluster = of_words(found, "The owner calls this a fair price")
    final, by = empty(found.documents), decider()
    taken = decide(final, found, [Wish(cluster, "ben")], by).apply(final)
    none = decide(taken, found, [Wish(cluster, NONE)], by).apply(taken)
    assert (marks(none), [one.took for one in none.of(Decision).values()]) == ([], [NONE])
    assert found.over(cluster)["ann"] == ""


def test_edges_are_merged_both_ways() -> None:
    found = table(read_annotators("orchard"))
    cluster = of_words(found, "300 trees")
    both = [merged_edges(cluster, "ann", union=union) for union in (True, False)]
    assert [one and found.documents["ann"].words(one) for one in both] == ["About 300 trees", "300"]
    final = empty(found.documents)
    after = decide(final, found, [Wish(cluster, OWN, both[1], "edges")], decider()).apply(final)
    assert marks(after) == [("figure", "300")]


def test_relations_come_along_once_both_ends_are_there() -> None:
    found = table(read_annotators("ferry"))
    claim, source = of_words(found, "Repairs cost 1.2 million"), of_words(found, "the shipyard")
    final, by = empty(found.documents), decider()
    for order in ((claim, source), (source, claim)):
        after = final
        for cluster in order:
            after = decide(after, found, [Wish(cluster, "ann")], by).apply(after)
        (relation,) = after.relations.values()
        ends = [after.words(after.annotations[id]) for id in (relation.source, relation.target)]
        assert ends == ["Repairs cost 1.2 million", "the shipyard"]
        again = decide(after, found, [Wish(claim, "cem")], by).apply(after)
        assert not again.relations


def test_many_are_decided_by_one_change() -> None:
    found = table(read_annotators("ferry"))
    agreed = [cluster for cluster in found.clusters if cluster.agreed]
    final = empty(found.documents)
    change = decide(final, found, [Wish(one, next(iter(one.versions))) for one in agreed], decider())
    after = change.apply(final)
    assert len(after.of(Decision)) == len(agreed) == 3
    assert change.inverse().apply(after) == final


@given(some_documents(), st.data())
def test_each_difference_has_one_decision_and_undo_restores(
    documents: Mapping[str, Document], data: st.DataObject
) -> None:
    found, by = table(documents), decider()
    final = empty(documents)
    for cluster in data.draw(st.lists(st.sampled_from(found.clusters), max_size=8) if found.clusters else st.just([])):
        took = data.draw(st.sampled_from([*cluster.versions, NONE]))
        change = decide(final, found, [Wish(cluster, took)], by)
        after = change.apply(final)
        assert change.inverse().apply(after) == final
        decision = decision_over(by_version(after.of(Decision).values()), cluster)
        assert decision is not None
        assert decision.took == took
        final = after
    results = [one.result for one in final.of(Decision).values() if one.result]
    assert sorted(results) == sorted(final.annotations)


@given(some_documents())
def test_who_follows_one_annotator_throughout_has_that_document(documents: Mapping[str, Document]) -> None:
    found, final = table(documents), empty(documents)
    name = NAMES[1]
    wishes = [Wish(one, name if name in one.versions else NONE) for one in found.clusters]
    after = decide(final, found, wishes, decider()).apply(final)
    assert marks(after) == marks(documents[name]) or sorted(marks(after)) == sorted(marks(documents[name]))
    kept = {(one.type, one.source, one.target) for one in documents[name].relations.values()}
    assert len(after.relations) == len(kept)
    assert len(differences(found.clusters)) <= len(after.of(Decision))
