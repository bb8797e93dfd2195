"""Corrections as views of decisions: kinds, what was followed, what is rightly nothing, and what was changed since."""

from __future__ import annotations

from itertools import count

import pytest

from annotator.model.annotation import Annotation
from annotator.model.document import Document
from annotator.model.items import altered
from annotator.model.kinds.decisions import NONE, OWN
from annotator.model.span import Span
from annotator.review.adjudicating import Compared, Decider, Wish, decide
from annotator.review.comparing import Cluster, compared
from annotator.review.corrections import by_kind, corrections, followed_of, rightly_nothing
from tests.support.review.annotators import ARTICLE

NUMBERS = count()


def made(annotator: str, *items: Annotation) -> Document:
    return Document(ARTICLE, {item.id: item for item in items}, annotator=annotator)


def final(documents: dict[str, Document], *wishes: tuple[str, Annotation | None]) -> Document:
    """The final version after each cluster was decided on by the wish of the same number."""
    clusters = compared(documents)
    gold, table = Document(ARTICLE, annotator="gold"), Compared(documents, clusters)
    decided = [_wish(cluster, *wish) for cluster, wish in zip(clusters, wishes, strict=True)]
    return decide(gold, table, decided, Decider("dee", "2026-11-01T08:00:00Z", lambda: f"g{next(NUMBERS)}")).apply(gold)


def _wish(cluster: Cluster, took: str, own: Annotation | None) -> Wish:
    return Wish(cluster, took, own, "guideline")


ONE = Annotation("a1", "claim", Span(0, 7))


@pytest.mark.parametrize(
    ("other", "kind"),
    [
        (altered(ONE, id="b1", span=Span(0, 13)), "edges"),
        (altered(ONE, id="b1", label="source"), "label"),
        (altered(ONE, id="b1", attributes={"checkable": "worthy"}), "values"),
        (altered(ONE, id="b1"), ""),
    ],
)
def test_the_kind_of_a_correction(other: Annotation, kind: str) -> None:
    documents = {"ann": made("ann", ONE), "ben": made("ben", other)}
    found = corrections(documents["ann"], [final(documents, ("ben", None))], "ann")
    assert [one.kind for one in found] == ([kind] if kind else [])
    assert all((one.id, one.by, one.why, one.stands) == ("a1", "dee", "guideline", True) for one in found)
    assert corrections(documents["ben"], [final(documents, ("ben", None))], "ben") == []


def test_what_was_missed_and_what_was_too_much() -> None:
    documents = {"ann": made("ann", ONE), "ben": made("ben", Annotation("b1", "claim", Span(14, 18)))}
    gold = final(documents, (NONE, None), ("ben", None))
    found = corrections(documents["ann"], [gold], "ann")
    assert [(one.kind, one.had, one.got, one.ruled) for one in found] == [
        ("superfluous", "one two", "", "claim"),
        ("missed", "", "four", "claim"),
    ]
    assert by_kind(found) == {"missed": 1, "superfluous": 1}
    assert [followed_of([gold], name) for name in ("ann", "ben", "cem")] == [(0, 2), (2, 2), (0, 0)]
    assert [rightly_nothing([gold], name) for name in ("ann", "ben")] == [0, 1]


def test_an_own_version_corrects_both() -> None:
    documents = {"ann": made("ann", ONE), "ben": made("ben", altered(ONE, id="b1"))}
    gold = final(documents, (OWN, altered(ONE, span=Span(4, 7))))
    assert [len(corrections(documents[name], [gold], name)) for name in documents] == [1, 1]


def test_what_the_annotator_has_changed_since_does_not_stand() -> None:
    documents = {"ann": made("ann", ONE), "ben": made("ben", altered(ONE, id="b1", label="source"))}
    gold = final(documents, ("ben", None))
    now = made("ann", altered(ONE, span=Span(0, 3)))
    assert [one.stands for one in corrections(now, [gold], "ann")] == [False]
