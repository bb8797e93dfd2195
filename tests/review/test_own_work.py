"""Documents that are an annotator's own work: those of reviewers and of mere commentators are not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import count

from hypothesis import given

from annotator.language.annotator_names import GOLD
from annotator.model.annotation import Annotation
from annotator.model.document import DONE, Document, Status
from annotator.model.kinds.comments import Comment
from annotator.model.span import Span
from annotator.review.adjudicating import Compared, Decider, Wish, decide
from annotator.review.comparing import compared
from annotator.review.own_work import is_own_work
from annotator.review.reviewing import Stamp, accept, add_missing, correct, reject
from tests.support.review.annotators import ARTICLE, read_annotators, some_documents

SAID = Comment("k1", "", "", "sam", "2026-03-01T10:00:00Z", "Who wrote this?")


def a_stamp() -> Stamp:
    numbers = count()
    return Stamp(lambda: f"n{next(numbers):05}", "2026-03-01T10:00:00Z", "sam")


def reviewed_by_sam() -> Document:
    """A document in which everything that a review can do has been done."""
    theirs, stamp = read_annotators("ferry")["ann"], a_stamp()
    own = Document(theirs.article, annotator="sam")
    first, second, third, *_more = [item.id for item in theirs.in_text_order() if item.label == "claim"]
    own = accept(own, theirs, first, stamp).apply(own)
    own = reject(own, theirs, second, stamp).apply(own)
    own = correct(own, theirs, third, stamp).apply(own)
    return add_missing(own, theirs, Span(0, 5), "claim", stamp).apply(own)


def test_a_review_is_not_though_it_has_copies_with_their_relations() -> None:
    own = reviewed_by_sam()
    assert own.relations
    assert not is_own_work(own)


def test_a_reviewer_who_has_annotated_the_article_too_has_own_work() -> None:
    own = reviewed_by_sam()
    mark = Annotation("m1", "source", Span(10, 15))
    assert is_own_work(own.with_items(Annotation, {**own.annotations, mark.id: mark}))


@given(some_documents())
def test_a_final_version_is_not(documents: Mapping[str, Document]) -> None:
    clusters = compared(documents)
    numbers = count()
    by = Decider("sam", "", lambda: f"g{next(numbers)}")
    final = Document(ARTICLE, annotator=GOLD)
    wishes = [Wish(one, next(iter(one.versions))) for one in clusters]
    final = decide(final, Compared(documents, clusters), wishes, by).apply(final)
    assert is_own_work(final) == (not clusters)
    assert all(is_own_work(one) for one in documents.values())


def test_who_has_only_commented_has_not_annotated() -> None:
    said = Document(ARTICLE, annotator="sam").with_items(Comment, {SAID.id: SAID})
    assert not is_own_work(said)
    assert is_own_work(replace(said, status=Status(DONE)))
    assert is_own_work(Document(ARTICLE, annotator="sam"))
