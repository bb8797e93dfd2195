"""The words as they were and as they are proposed, piece by piece."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.anchoring.places import CHANGED, LOST, MOVED, Place
from annotator.model.annotation import Annotation, Excerpt
from annotator.model.article import Article
from annotator.model.document import Document
from annotator.model.span import Span
from annotator.session.editing.places.place_proposals import Proposal, proposals
from annotator.ui.panels.places.passage import Kind, Passage, as_marked, as_proposed, plain, shortened


def proposal(excerpt: Excerpt, verdict: str, *spans: Span) -> Proposal:
    return Proposal(Annotation("a", "claim", Span(0, 1), displaced=excerpt), verdict, spans)


def pieces(passage: Passage, kind: Kind) -> list[str]:
    return [piece.text for piece in passage if piece.kind is kind]


def test_words_stand_between_what_is_around_them() -> None:
    moved = proposal(Excerpt("the pier", "at ", " was"), MOVED, Span(8, 16))
    assert [piece.text for piece in as_marked(moved, "He saw, the pier fall")] == ["at ", "the pier", " was"]
    assert [piece.text for piece in as_proposed(moved, "He saw, the pier fall")] == ["He saw, ", "the pier", " fall"]


@pytest.mark.parametrize(
    ("old", "new", "gone", "come"),
    [
        ("200 boats sank", "300 boats sank", ["200"], ["300"]),
        ("boats sank", "boats slowly sank", [], ["slowly"]),
        ("the “old” pier", 'the "old" pier', ["“", "”"], ['"', '"']),
        ("三百艘船沉没了", "三千艘船沉没了", ["百"], ["千"]),
    ],
)
def test_what_differs_is_marked_on_both_sides(old: str, new: str, gone: list[str], come: list[str]) -> None:
    changed = proposal(Excerpt(old), CHANGED, Span(0, len(new)))
    assert pieces(as_marked(changed, new), Kind.DIFFERENT) == gone
    assert pieces(as_proposed(changed, new), Kind.DIFFERENT) == come


def test_nothing_is_marked_where_the_words_are_the_same() -> None:
    moved = proposal(Excerpt("boats"), MOVED, Span(0, 5))
    assert pieces(as_marked(moved, "boats"), Kind.DIFFERENT) == []


def test_lost_one_has_no_proposal() -> None:
    assert as_proposed(proposal(Excerpt("boats"), LOST), "Nothing") == ()


def test_words_cut_off_in_the_context_are_left_out() -> None:
    before, after = "x" * 5 + " " + "y" * 26, "z" * 26 + " " + "x" * 5
    passage = as_marked(proposal(Excerpt("pier", before, after), MOVED), "")
    assert plain(passage) == "…" + "y" * 26 + "pier" + "z" * 26 + "…"


@given(st.text(max_size=32), st.text(min_size=1), st.text(max_size=32), st.integers(0, 40))
def test_shortening_keeps_the_words(before: str, words: str, after: str, around: int) -> None:
    passage = as_marked(proposal(Excerpt(words, before, after), MOVED), "")
    short = shortened(passage, around)
    assert pieces(short, Kind.WORDS) == pieces(passage, Kind.WORDS)
    assert all(len(context) <= around + 1 for context in pieces(short, Kind.AROUND))


@given(st.text(min_size=1, max_size=80), st.text(min_size=1, max_size=80))
def test_marking_what_differs_loses_no_letter(old: str, new: str) -> None:
    changed = proposal(Excerpt(old), CHANGED, Span(0, len(new)))
    same = proposal(Excerpt(old), MOVED, Span(0, len(new)))
    assert "".join(plain(as_marked(changed, new)).split()) == "".join(plain(as_marked(same, new)).split())
    assert "".join(plain(as_proposed(changed, new)).split()) == "".join(plain(as_proposed(same, new)).split())


def test_candidates_are_in_text_order_with_the_best_one_shown() -> None:
    text = "pier pier pier"
    lost = Annotation("a", "claim", Span(0, 4), displaced=Excerpt("pier"))
    document = Document(Article.of("town.txt", text), {"a": lost})
    places = {"a": Place("ambiguous", Span(5, 9), (Span(10, 14), Span(0, 4)))}
    found = proposals(document, places)[0]
    assert found.candidates == (Span(0, 4), Span(5, 9), Span(10, 14))
    assert found.span == Span(5, 9)
    assert found.count == "2 of 3"
    assert found.stepped(1).stepped(1).span == Span(0, 4)
