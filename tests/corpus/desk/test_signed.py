"""Counts of what is signed in the documents of a folder."""

from __future__ import annotations

from annotator.corpus.desk.signed import SignedCounts, SignedDocument, signed_document
from annotator.model.items import altered
from annotator.model.span import Span
from tests.support.signed.facts import FACTS, NOON, confirmed, signed, with_annotation

TEXT = "The toll doubled in May. The mayor lied, she said."
MADE = confirmed(TEXT, {"a1": Span(0, 23), "a2": Span(25, 39)})
TWICE = signed(signed(MADE), "bob", NOON, id="s2")
CHANGED = with_annotation(signed(MADE), altered(MADE.annotations["a1"], state="opinion"))


def test_a_document_that_nobody_has_signed_is_not_listed() -> None:
    assert signed_document("story.yaml", MADE, FACTS) is None


def test_a_signed_document_tells_by_whom_and_how_many_facts_are_open_again() -> None:
    found = signed_document("story.yaml", CHANGED, FACTS)
    assert found == SignedDocument("story.yaml", ("alice",), 1, same_text=True, facts=2, signed=1, reopened=1)


def test_counts_of_several_documents_are_added() -> None:
    counts, others = SignedCounts(), SignedCounts()
    for document in (MADE, TWICE):
        counts.add(document, FACTS)
    others.add(CHANGED, FACTS)
    counts.merge(others)
    assert counts.as_values() == {
        "documents": 2,
        "by": {"alice": 2, "bob": 1},
        "facts": 4,
        "signed_facts": 3,
        "reopened_facts": 1,
    }
