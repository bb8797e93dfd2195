"""What a user can do to a document."""

from __future__ import annotations

from types import MappingProxyType

import pytest

from annotator.model.annotation import Annotation, Excerpt, Relation
from annotator.model.article import Article
from annotator.model.document import DONE, IN_WORK, NEW, Document
from annotator.model.edits import DuplicateAnnotationError, annotate, move, relabel, remove, set_note, set_status
from annotator.model.span import Span

THEN, NOW = "2026-11-22T06:00:00Z", "2026-11-22T07:00:00Z"
CLAIM = Annotation("aaaaaa", "claim", Span(0, 4), {"kind": "event"}, "Note.", created=THEN, modified=THEN)
SOURCE = Annotation("bbbbbb", "source", Span(0, 4), created=THEN, modified=THEN)
LINK = Relation("rrrrrr", "attributed_to", "aaaaaa", "bbbbbb")


@pytest.fixture
def document() -> Document:
    article = Article.of("story.txt", "Some words of a story.")
    return Document(article, MappingProxyType({a.id: a for a in (CLAIM, SOURCE)}), MappingProxyType({LINK.id: LINK}))


def test_annotating_puts_the_label_on_the_span_and_begins_the_work(document: Document) -> None:
    after = annotate(document, Span(5, 10), "claim", id="cccccc", now=NOW).apply(document)
    assert after.annotations["cccccc"] == Annotation("cccccc", "claim", Span(5, 10), created=NOW, modified=NOW)
    assert (document.status.value, after.status.value) == (NEW, IN_WORK)


def test_a_finished_article_stays_finished(document: Document) -> None:
    done = set_status(document, DONE).apply(document)
    assert annotate(done, Span(5, 10), "claim", id="cccccc", now=NOW).apply(done).status.value == DONE


@pytest.mark.parametrize("among", [None, [CLAIM]])
def test_the_same_label_on_the_same_span_is_refused(document: Document, among: list[Annotation] | None) -> None:
    with pytest.raises(DuplicateAnnotationError) as refused:
        annotate(document, Span(0, 4), "claim", id="cccccc", now=NOW, among=among)
    assert refused.value.existing == CLAIM


def test_a_span_past_the_end_is_refused(document: Document) -> None:
    with pytest.raises(ValueError, match="22 characters"):
        annotate(document, Span(5, 23), "claim", id="cccccc", now=NOW)


def test_moving_keeps_everything_but_the_span(document: Document) -> None:
    after = move(document, "aaaaaa", Span(0, 10), now=NOW).apply(document)
    moved = after.annotations["aaaaaa"]
    assert (moved.span, moved.note, moved.attributes, moved.created, moved.modified) == (
        *(Span(0, 10), "Note.", {"kind": "event"}, THEN, NOW),
    )
    assert after.relations == document.relations


def test_moving_to_where_it_is_changes_nothing(document: Document) -> None:
    assert not move(document, "aaaaaa", CLAIM.span, now=NOW)


def test_a_displaced_annotation_can_be_put_where_it_is(document: Document) -> None:
    lost = Annotation("cccccc", "claim", Span(5, 10), displaced=Excerpt("other"))
    before = Document(document.article, MappingProxyType({"cccccc": lost}))
    assert move(before, "cccccc", Span(5, 10), now=NOW).apply(before).annotations["cccccc"].displaced is None


def test_moving_onto_a_duplicate_is_refused(document: Document) -> None:
    other = annotate(document, Span(5, 10), "claim", id="cccccc", now=NOW).apply(document)
    with pytest.raises(DuplicateAnnotationError):
        move(other, "cccccc", Span(0, 4), now=NOW)


def test_relabelling_is_one_change_for_all(document: Document) -> None:
    after = relabel(document, ["aaaaaa", "bbbbbb"], "figure", now=NOW)
    assert [a.id for a in after.annotations_added] == ["aaaaaa"]  # the other would be its duplicate
    assert after.apply(document).annotations["aaaaaa"].label == "figure"


def test_relabelling_a_duplicate_alone_is_refused(document: Document) -> None:
    with pytest.raises(DuplicateAnnotationError) as refused:
        relabel(document, ["aaaaaa"], "source", now=NOW)
    assert refused.value.existing == SOURCE


def test_relabelling_as_it_is_changes_nothing(document: Document) -> None:
    assert not relabel(document, ["aaaaaa"], "claim", now=NOW)


def test_removing_takes_the_relations_along(document: Document) -> None:
    after = remove(document, ["bbbbbb"]).apply(document)
    assert set(after.annotations) == {"aaaaaa"}
    assert not after.relations
    assert not remove(document, [])


def test_a_note_is_written_and_taken_away(document: Document) -> None:
    after = set_note(document, "bbbbbb", "See page 3.", now=NOW).apply(document)
    assert after.annotations["bbbbbb"].note == "See page 3."
    assert after.annotations["bbbbbb"].modified == NOW
    assert not set_note(after, "bbbbbb", "See page 3.", now=THEN)


def test_a_note_with_a_lone_surrogate_is_refused(document: Document) -> None:
    with pytest.raises(ValueError, match="surrogates not allowed"):
        set_note(document, "bbbbbb", "\ud800", now=NOW)


def test_the_status_is_set_once(document: Document) -> None:
    after = set_status(document, DONE).apply(document)
    assert after.status.value == DONE
    assert not set_status(after, DONE)
