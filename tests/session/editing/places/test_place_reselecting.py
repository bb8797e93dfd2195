"""Words selected by hand for an annotation that has lost its place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from types import MappingProxyType

import pytest

from annotator.model import edits
from annotator.model.annotation import Excerpt
from annotator.model.items import altered
from annotator.session.editing.places.place_reselecting import PlaceReselecting
from annotator.session.open_article import OpenArticle
from annotator.session.session import Session
from annotator.session.text_index import TextIndex

Opened = Callable[..., OpenArticle]
TEXT = "Thousands of people left the town."
LOST, OTHER = "a00000", "a00001"


@pytest.fixture
def reselecting(session: Session, opened: Opened) -> PlaceReselecting:
    """Under way for the first of two claims, which was marked in another text."""
    article = opened([("claim", "Thousands"), ("claim", "town")], text=TEXT)
    known = article.document.annotations
    lost = altered(known[LOST], displaced=Excerpt("Many", verdict="lost", sha256="old"))
    article.document = replace(article.document, annotations=MappingProxyType({LOST: lost, OTHER: known[OTHER]}))
    article.index = TextIndex(TEXT, article.document.annotations.values())
    session.show(article)
    session.select(LOST)
    reselecting = PlaceReselecting(session)
    reselecting.begin()
    return reselecting


@pytest.fixture
def ended(reselecting: PlaceReselecting) -> list[bool]:
    told: list[bool] = []
    reselecting.ended.connect(told.append)
    return told


def select(session: Session, words: str) -> None:
    start = TEXT.index(words)
    session.move_caret(start + len(words), start)


def test_the_selected_words_are_its_place(session: Session, reselecting: PlaceReselecting, ended: list[bool]) -> None:
    select(session, "people left")
    assert reselecting.under_way
    reselecting.take()
    assert (reselecting.under_way, ended) == (False, [True])
    annotation = session.document.annotations[LOST]
    assert (session.words(annotation), annotation.displaced) == ("people left", None)
    session.undo()
    assert session.document.annotations[LOST].displaced


@pytest.mark.parametrize("words", ["", "town"])
def test_without_words_or_on_taken_ones_it_goes_on(
    session: Session, reselecting: PlaceReselecting, ended: list[bool], words: str
) -> None:
    said: list[str] = []
    session.said.connect(said.append)
    select(session, words)
    reselecting.take()
    assert (len(said), reselecting.under_way, ended) == (1, True, [])
    assert session.document.annotations[LOST].displaced


def test_it_ends_when_somebody_else_has_removed_it(
    session: Session, reselecting: PlaceReselecting, ended: list[bool]
) -> None:
    assert session.current
    session.take_over(session.current, edits.remove(session.document, [OTHER]))
    assert reselecting.under_way
    session.take_over(session.current, edits.remove(session.document, [LOST]))
    assert (reselecting.under_way, ended) == (False, [False])


def test_another_article_ends_it_and_nothing_is_taken_there(
    session: Session, reselecting: PlaceReselecting, ended: list[bool], opened: Opened
) -> None:
    session.show(opened(text=TEXT))
    select(session, "people")
    before = session.document
    reselecting.take()
    reselecting.leave()
    assert (session.document, reselecting.under_way, ended) == (before, False, [False])
    reselecting.begin()  # nothing is selected
    assert not reselecting.under_way
