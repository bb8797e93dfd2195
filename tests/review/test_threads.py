"""Threads of comments over several documents: answered, settled and opened again, each in one's own document."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model.annotation import Annotation
from annotator.model.article import Article
from annotator.model.document import Document
from annotator.model.kinds.comments import Comment
from annotator.model.span import Span
from annotator.review.threads import Place, Thread, doubt, doubted, open_places, reply, say, settle, threads

ARTICLE = Article.of("bridge.txt", "The bridge cost 12 million.")
INES = Document(ARTICLE, {"aaaaaa": Annotation("aaaaaa", "claim", Span(0, 26))}, annotator="ines")
SAM = Document(ARTICLE, annotator="sam")
ON = Place("ines", "aaaaaa")


def only(*documents: Document) -> Thread:
    (found,) = threads(documents)
    return found


def asked() -> Document:
    return say(INES, ON, " With the ramp? ", id="k00001", by="ines", at="2026-03-01T10:00:00Z").apply(INES)


def test_a_comment_on_ones_own_annotation_names_nobody() -> None:
    comment = asked().of(Comment)["k00001"]
    assert (comment.annotator, comment.on, comment.text) == ("", "aaaaaa", "With the ramp?")
    assert only(asked()).place == ON


def test_an_answer_is_in_the_document_of_who_answers() -> None:
    thread = only(asked(), SAM)
    sam = reply(SAM, thread, "Yes.", id="k00002", by="sam", at="2026-03-02T10:00:00Z").apply(SAM)
    assert (sam.of(Comment)["k00002"].annotator, sam.of(Comment)["k00002"].reply_to) == ("ines", "k00001")
    whole = only(sam, asked())
    assert [comment.text for comment in (whole.first, *whole.replies)] == ["With the ramp?", "Yes."]
    assert whole.is_by("sam")
    assert only(sam).place == ON  # also where the first comment is not to be read


def test_somebody_elses_thread_is_settled_and_opened_by_marks() -> None:
    ines = asked()
    sam = settle(SAM, only(ines), settled=True, id="k00003", by="sam", at="2026-03-03T10:00:00Z").apply(SAM)
    settled = only(ines, sam)
    assert settled.is_settled
    assert settled.is_settled
    assert not settled.replies
    again = settle(ines, settled, settled=False, id="k00004", by="ines", at="2026-03-04T10:00:00Z").apply(ines)
    assert not only(again, sam).is_settled


@given(st.lists(st.sampled_from(["2026-03-01T10:00:00Z", "2026-03-03T10:00:00Z", "2026-03-03T10:00:01Z"]), max_size=8))
def test_the_last_who_settles_it_or_opens_it_has_the_last_word_whatever_the_clock_says(times: list[str]) -> None:
    ines, sam = asked(), SAM
    for turn, at in enumerate(times):
        before = only(ines, sam)
        own, id = (ines, f"b{9 - turn:05}") if turn % 3 else (sam, f"a{9 - turn:05}")
        after = settle(own, before, settled=not before.is_settled, id=id, by=own.annotator, at=at).apply(own)
        ines, sam = (after, sam) if own is ines else (ines, after)
        assert only(ines, sam).is_settled != before.is_settled


def test_ones_own_thread_is_settled_in_itself() -> None:
    ines = settle(asked(), only(asked()), settled=True, id="k00003", by="ines", at="2026-03-03T10:00:00Z").apply(
        asked()
    )
    assert list(ines.of(Comment)) == ["k00001"]
    assert only(ines).is_settled


def test_a_doubt_is_a_comment_that_comes_and_goes() -> None:
    ines = doubt(INES, "aaaaaa", id="k00001", by="ines", at="2026-03-01T10:00:00Z").apply(INES)
    assert doubted(ines) == {"aaaaaa"}
    assert only(ines).is_doubt
    assert open_places([ines]) == []
    assert not doubted(doubt(ines, "aaaaaa", id="k00002", by="ines", at="2026-03-02T10:00:00Z").apply(ines))


def test_nothing_is_said_without_words_and_a_lone_surrogate_is_refused() -> None:
    assert not say(SAM, Place(), "  ", id="k00001", by="sam", at="")
    with pytest.raises(ValueError):  # noqa: PT011  # any of them: UnicodeEncodeError is one
        say(SAM, Place(), "\ud800", id="k00001", by="sam", at="")


def test_replies_in_a_circle_are_one_thread() -> None:
    round = {id: Comment(id, text=id, reply_to=to) for id, to in (("a00001", "a00002"), ("a00002", "a00001"))}
    thread = only(Document(ARTICLE, items={Comment: round}))
    assert (thread.first.id, [comment.id for comment in thread.replies]) == ("a00001", ["a00002"])
