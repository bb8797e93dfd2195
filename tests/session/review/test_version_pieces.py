"""Versions in pieces: their own words, those of all versions, and what is shared, by every code point."""

from __future__ import annotations

from collections.abc import Mapping

from hypothesis import given

from annotator.language.plain_line import plain_line
from annotator.model.annotation import Annotation
from annotator.model.document import Document
from annotator.model.span import Span
from annotator.review.comparing import Cluster, compared
from annotator.session.review.version_pieces import (
    LACKING,
    OTHER,
    SHARED,
    Piece,
    text_of,
    value_pieces,
    word_pieces,
)
from tests.support.review.annotators import TEXT, some_documents


@given(some_documents())
def test_pieces_are_the_words_of_each_version_and_together_those_of_all(documents: Mapping[str, Document]) -> None:
    for cluster in compared(documents):
        for name, version in cluster.versions.items():
            pieces = word_pieces(cluster, name, TEXT)
            assert text_of(pieces) == plain_line(documents[name].words(version))
            covered = {at for span in cluster.spans.values() for at in range(span.start, span.end)}
            assert "".join(piece.text for piece in pieces) == "".join(TEXT[at] for at in sorted(covered))
            shared = set.intersection(*({*range(span.start, span.end)} for span in cluster.spans.values()))
            alike = "".join(piece.text for piece in pieces if piece.how == SHARED)
            assert alike == "".join(TEXT[at] for at in sorted(shared))


def a_cluster(**versions: Annotation) -> Cluster:
    spans = {name: version.span for name, version in versions.items()}
    whole = Span(min(span.start for span in spans.values()), max(span.end for span in spans.values()))
    return Cluster(versions, spans, whole, ("edges",))


def test_what_another_has_is_lacking_and_what_not_all_have_is_other() -> None:
    cluster = a_cluster(a=Annotation("1", "claim", Span(0, 7)), b=Annotation("2", "claim", Span(4, 13)))
    assert word_pieces(cluster, "a", TEXT) == (Piece("one ", OTHER), Piece("two"), Piece(" three", LACKING))
    assert word_pieces(cluster, "b", TEXT) == (Piece("one ", LACKING), Piece("two"), Piece(" three", OTHER))


def test_what_is_lacking_is_shortened() -> None:
    text = "word " * 100
    cluster = a_cluster(a=Annotation("1", "claim", Span(0, 4)), b=Annotation("2", "claim", Span(0, 499)))
    (own, lacking) = word_pieces(cluster, "a", text)
    assert own == Piece("word")
    assert len(lacking.text) < 70
    assert lacking.text.endswith("…")


def test_labels_and_values_that_differ_are_told_from_those_that_do_not() -> None:
    values = {"checkable": "worthy", "how": "direct", "empty": ""}
    one = Annotation("1", "claim", Span(0, 7), values)
    other = Annotation("2", "figure", Span(0, 7), {"checkable": "worthy", "how": True})
    cluster = a_cluster(a=one, b=other)
    assert value_pieces(cluster, "a", "Claim") == (
        Piece("Claim", OTHER),
        Piece(", "),
        Piece("checkable: worthy"),
        Piece(", "),
        Piece("how: direct", OTHER),
    )
    assert value_pieces(a_cluster(a=one, b=one), "b", "Claim")[0] == Piece("Claim")
