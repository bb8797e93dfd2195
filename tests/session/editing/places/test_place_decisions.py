"""Decisions on annotations that have lost their place: what is changed and what is said."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from types import MappingProxyType

import pytest

from annotator.anchoring.places import CHANGED, LOST, MOVED
from annotator.model.annotation import Excerpt
from annotator.model.items import altered
from annotator.model.span import Span
from annotator.session.editing.places.place_decisions import PlaceDecisions
from annotator.session.editing.places.place_proposals import Proposal
from annotator.session.open_article import OpenArticle
from annotator.session.session import Session
from annotator.session.text_index import TextIndex

TEXT = "Thousands of people left the town."
LEFT = Span(TEXT.index("left"), TEXT.index("left") + 4)


@pytest.fixture
def lost(session: Session, opened: Callable[..., OpenArticle]) -> list[str]:
    """Three claims that were marked in another text; their ids."""
    article = opened([("claim", words) for words in ("Thousands", "people", "town")], text=TEXT)
    displaced = {
        id: altered(annotation, displaced=Excerpt("went", verdict="moved", sha256="old"))
        for id, annotation in article.document.annotations.items()
    }
    article.document = replace(article.document, annotations=MappingProxyType(displaced))
    article.index = TextIndex(TEXT, displaced.values())
    session.show(article)
    return list(displaced)


def proposal(session: Session, id: str, verdict: str, *spans: Span) -> Proposal:
    return Proposal(session.document.annotations[id], verdict, spans, 0)


def placed(session: Session) -> list[str]:
    return [item.span.of(TEXT) for item in session.document.annotations.values() if not item.displaced]


def test_of_two_on_the_same_words_one_is_accepted(session: Session, lost: list[str], said: list[str]) -> None:
    decisions = PlaceDecisions(session)
    assert decisions.accept([proposal(session, id, MOVED, LEFT) for id in lost[:2]])
    assert (placed(session), said[-1]) == (["left"], "1 not accepted: such annotations are on those words already")
    assert not decisions.accept([proposal(session, lost[1], MOVED, LEFT)])
    assert said[-1].startswith("There is such an annotation on these very words already")
    session.undo()
    assert placed(session) == []


def test_without_a_place_there_is_nothing_to_accept(session: Session, lost: list[str], said: list[str]) -> None:
    before = session.document
    assert not PlaceDecisions(session).accept([proposal(session, lost[0], LOST)])
    assert said == ["Nothing is proposed here: select the words again with R, or drop it with Del"]
    assert session.document is before


def test_the_last_decision_says_that_all_have_a_place(session: Session, lost: list[str], said: list[str]) -> None:
    decisions = PlaceDecisions(session)
    for id in lost[:2]:
        assert decisions.drop(session.document.annotations[id])
    assert "Every annotation has a place again" not in said
    assert decisions.accept([proposal(session, lost[2], CHANGED, LEFT)])
    assert said[-1] == "Every annotation has a place again"
    assert placed(session) == ["left"]
