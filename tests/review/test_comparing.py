"""Comparison of several annotators: kinds of differences by example, and properties of the clusters."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model.annotation import Annotation
from annotator.model.document import Document
from annotator.model.items import altered
from annotator.model.span import Span
from annotator.review.comparing import (
    EDGES,
    LABEL,
    ONLY,
    RELATIONS,
    VALUES,
    Cluster,
    TextsDifferError,
    by_kind,
    compared,
    differences,
)
from tests.support.review.annotators import NAMES, read_annotators, some_documents


def told(documents: Mapping[str, Document], clusters: list[Cluster]) -> list[tuple[tuple[str, ...], str, str]]:
    """Kinds, words of the first version, and the initials of those who have one."""
    rows = []
    for cluster in clusters:
        name, version = next(iter(cluster.versions.items()))
        rows.append((cluster.kinds, documents[name].words(version), "".join(one[0] for one in cluster.versions)))
    return rows


def test_every_kind_of_difference_is_told() -> None:
    documents = read_annotators("ferry")
    assert told(documents, differences(compared(documents))) == [
        ((EDGES,), "some 4,000 people had signed a letter", "abc"),
        ((EDGES,), "4,000", "abc"),
        ((VALUES, RELATIONS), "Repairs cost 1.2 million", "abc"),
        ((LABEL,), "1.2 million", "abc"),
        ((ONLY,), "The owner calls this a fair price", "b"),
        ((ONLY,), "A second boat will be bought in spring", "ac"),
    ]


def test_a_difference_is_listed_with_the_first_of_its_kinds() -> None:
    found = by_kind(compared(read_annotators("ferry")))
    assert {kind: len(some) for kind, some in found.items()} == {EDGES: 2, LABEL: 1, ONLY: 2, VALUES: 1}


def test_a_label_within_another_is_another_thing() -> None:
    documents = read_annotators("orchard")
    rows = told(documents, compared(documents))
    assert ((EDGES,), "About 300 trees", "abc") in rows
    assert ((ONLY,), "About 300 trees grow there", "b") in rows


def test_blanks_at_the_edges_do_not_count() -> None:
    documents = read_annotators("school")
    ann = documents["ann"]
    first = ann.in_text_order()[0]
    wider = altered(first, span=Span(first.span.start, first.span.end + 2))
    assert ann.words(wider).endswith(". ")
    shifted = altered(first, span=Span(first.span.start - 1, first.span.end))
    assert ann.words(shifted).startswith("\n")
    documents["ann"] = replace(ann, annotations={**ann.annotations, shifted.id: shifted})
    assert compared(documents)[0].agreed
    documents["ann"] = replace(ann, annotations={**ann.annotations, wider.id: wider})
    assert compared(documents)[0].kinds == (EDGES,)


def test_other_texts_are_refused() -> None:
    documents = read_annotators("school") | {"ben": read_annotators("ferry")["ben"]}
    with pytest.raises(TextsDifferError) as refused:
        compared(documents)
    assert refused.value.annotators == ("ben",)


@pytest.mark.parametrize("count", [0, 1, 6])
def test_two_to_five_are_compared(count: int) -> None:
    document = read_annotators("school")["ann"]
    with pytest.raises(ValueError, match="two to 5"):
        compared({str(number): document for number in range(count)})


@given(some_documents())
def test_each_annotation_is_in_one_cluster(documents: Mapping[str, Document]) -> None:
    clusters = compared(documents)
    for name, document in documents.items():
        ids = [cluster.versions[name].id for cluster in clusters if name in cluster.versions]
        assert sorted(ids) == sorted(document.annotations)


@given(some_documents())
def test_alike_documents_agree(documents: Mapping[str, Document]) -> None:
    one = documents[NAMES[0]]
    assert all(cluster.agreed for cluster in compared(dict.fromkeys(NAMES, one)))


@given(some_documents())
def test_what_is_the_same_for_all_is_agreed_in_any_order(documents: Mapping[str, Document]) -> None:
    there = compared(documents)
    back = compared({name: documents[name] for name in reversed(NAMES)})
    agreed = [
        sorted(str(dict(sorted(cluster.ids.items()))) for cluster in some if cluster.agreed) for some in (there, back)
    ]
    assert len(agreed[0]) == len(agreed[1])


@given(st.integers(0, 20), st.integers(1, 9), st.integers(0, 20), st.integers(1, 9))
def test_what_shares_nothing_is_not_one_thing(start: int, length: int, other: int, more: int) -> None:
    base = replace(read_annotators("ferry")["ann"], items={})
    documents = {
        name: base.with_items(Annotation, {id: Annotation(id, "claim", span)})
        for name, id, span in (("a", "x", Span(start, start + length)), ("b", "y", Span(other, other + more)))
    }
    clusters = compared(documents)
    places = [span for cluster in clusters for span in cluster.spans.values()]
    assert (len(clusters) == 1) == places[0].overlaps(places[1])
