"""Digests of what facts say: what they depend on, and what not."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.facts.desk.digests import digest
from annotator.model.annotation import Annotation, Relation
from annotator.model.article import Article
from annotator.model.document import Document
from annotator.model.items import altered
from annotator.model.span import Span
from tests.support.document_strategies import documents

TEXT = "The toll doubled in May. The mayor lied, she said."
CLAIM = Annotation("a1", "claim", Span(0, 23), {"voice": "own", "value": 2}, state="confirmed")
SOURCE = Annotation("a2", "source", Span(41, 44), {"kind": "person"})
BY = Relation("r1", "by", "a1", "a2")


def document(claim: Annotation = CLAIM, source: Annotation = SOURCE, by: Relation = BY, text: str = TEXT) -> Document:
    return Document(Article.of("story.txt", text), {claim.id: claim, source.id: source}, {by.id: by})


def test_a_digest_has_sixteen_hexadecimal_digits_and_is_the_same_on_every_machine() -> None:
    assert digest(CLAIM, document()) == "ecdde456f16df643"


@pytest.mark.parametrize(
    "said",
    [
        {"label": "rumour"},
        {"span": Span(0, 16)},
        {"attributes": {"voice": "own", "value": 3}},
        {"attributes": {"voice": "own", "value": True}},
        {"state": "asked"},
        {"wording": {"new": "The toll tripled"}},
    ],
)
def test_a_digest_depends_on_what_a_fact_says(said: dict[str, Any]) -> None:
    other = altered(CLAIM, **said)
    assert digest(other, document(other)) != digest(CLAIM, document())


@pytest.mark.parametrize(
    "other",
    [
        document(by=altered(BY, type="against")),
        document(by=Relation("r1", "by", "a2", "a1")),
        document(by=altered(BY, attributes={"directly": True})),
        document(source=altered(SOURCE, label="speaker")),
        document(source=altered(SOURCE, span=Span(25, 34))),
        document(source=altered(SOURCE, attributes={"kind": "office"})),
        replace(document(), relations={}),
    ],
)
def test_a_digest_depends_on_the_relations_and_what_stands_at_their_other_ends(other: Document) -> None:
    assert digest(CLAIM, other) != digest(CLAIM, document())


@pytest.mark.parametrize(
    "other",
    [
        altered(CLAIM, note="look again", origin="import", created="2026-11-29T08:00:00Z", modified="later"),
        altered(CLAIM, attributes={"value": Decimal("2.0"), "voice": "own", "day": None}),
        altered(CLAIM, by_rule=("value",)),
    ],
)
def test_a_digest_does_not_depend_on_notes_times_and_the_way_a_value_is_written(other: Annotation) -> None:
    assert digest(other, document(other)) == digest(CLAIM, document())


def test_blanks_and_what_cannot_be_seen_do_not_count() -> None:
    wrapped = document(text=TEXT.replace("toll doubled", "toll\ndou\u00adbled").replace("May. ", "May."))
    moved = altered(CLAIM, span=Span(0, 24))
    assert digest(moved, replace(wrapped, annotations={"a1": moved, "a2": SOURCE})) == digest(CLAIM, document())


def test_the_verdict_of_a_claim_that_another_refers_to_is_not_in_the_digest_of_that_one() -> None:
    refuted = altered(SOURCE, attributes={"kind": "person", "verdict": "refuted"})
    assert digest(CLAIM, document(source=refuted)) == digest(CLAIM, document())


def test_the_words_of_another_fact_are_not_in_the_digest_of_one_that_is_related_to_it() -> None:
    other = altered(SOURCE, label="claim")
    changed = altered(other, span=Span(25, 34), attributes={"voice": "attributed"})
    assert digest(CLAIM, document(source=changed)) == digest(CLAIM, document(source=other))
    assert digest(CLAIM, document(source=other)) != digest(CLAIM, document())


@given(documents(), st.integers(1, 9))
def test_a_digest_does_not_depend_on_ids_times_and_offsets(made: Document, further: int) -> None:
    before = "y" * further
    named = {id: f"{further}-{id}" for id in made.annotations}
    items = {
        named[id]: altered(
            item, id=named[id], span=Span(item.span.start + further, item.span.end + further), modified="later"
        )
        for id, item in made.annotations.items()
    }
    relations = {
        f"new {id}": Relation(
            f"new {id}",
            item.type,
            named.get(item.source, item.source),
            named.get(item.target, item.target),
            item.attributes,
        )
        for id, item in made.relations.items()
    }
    article = Article.of("other.txt", before + made.article.text)
    other = Document(article, items, relations)
    for id, item in made.annotations.items():
        assert digest(items[named[id]], other) == digest(item, made)
