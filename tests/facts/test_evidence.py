"""Evidence of an article as numbered rows."""

from __future__ import annotations

from types import MappingProxyType

from annotator.facts.evidence import evidence_of, evidence_rows
from annotator.model.annotation import Annotation
from annotator.model.article import Article
from annotator.model.document import Document
from annotator.model.kinds.evidence import Evidence
from annotator.model.span import Span

FIRST, SECOND = Annotation("zzzzzz", "claim", Span(0, 4)), Annotation("aaaaaa", "claim", Span(5, 9))
ARTICLE = Article.of("story.txt", "Some words of a story.")


def document(*pieces: Evidence) -> Document:
    claims = MappingProxyType({claim.id: claim for claim in (FIRST, SECOND)})
    return Document(ARTICLE, claims).with_items(Evidence, {piece.id: piece for piece in pieces})


def test_they_are_numbered_in_the_order_of_the_claims_that_they_serve_and_those_of_none_last() -> None:
    later, both, none = Evidence("a", (SECOND.id,)), Evidence("b", (SECOND.id, FIRST.id)), Evidence("0")
    rows = evidence_rows(document(later, both, none))
    assert [(row.label, row.piece.id) for row in rows] == [("E1", "b"), ("E2", "a"), ("E3", "0")]
    assert rows[0].claims == (FIRST, SECOND)


def test_a_claim_that_is_gone_or_named_twice_is_not_told_twice() -> None:
    [row] = evidence_rows(document(Evidence("a", (FIRST.id, "gone", FIRST.id))))
    assert row.claims == (FIRST,)


def test_those_of_one_claim_keep_their_numbers() -> None:
    rows = evidence_of(document(Evidence("a", (FIRST.id,)), Evidence("b", (SECOND.id,))), SECOND.id)
    assert [(row.label, row.piece.id) for row in rows] == [("E2", "b")]
