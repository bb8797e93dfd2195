"""Moving an edge of an annotation: what can be taken hold of, and what an edge can be kept at."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from types import MappingProxyType

import pytest

from annotator.model.annotation import Excerpt
from annotator.model.items import altered
from annotator.model.span import Span
from annotator.session.editing.edge_mover import END, START, EdgeMover, Hold
from annotator.session.open_article import OpenArticle
from annotator.session.session import Session

Opened = Callable[..., OpenArticle]
TEXT = "Thousands of people left the town."
FIRST, SECOND = "a00000", "a00001"


@pytest.fixture
def shown() -> list[Hold | None]:
    return []


@pytest.fixture
def edge(session: Session, opened: Opened, shown: list[Hold | None]) -> EdgeMover:
    """Two claims on “people left the” and “left the”, the first of which is selected."""
    session.show(opened([("claim", "people left the"), ("claim", "left the")], text=TEXT))
    session.select(FIRST)
    return EdgeMover(session, shown.append)


def words(session: Session, id: str = FIRST) -> str:
    return session.words(session.document.annotations[id])


def test_nothing_selected_is_told(edge: EdgeMover, session: Session, said: list[str]) -> None:
    session.select(None)
    edge.take(END)
    assert (edge.hold, said) == (None, ["Select an annotation first: Tab, O or a click"])


def test_an_article_that_can_only_be_read_says_why(session: Session, opened: Opened, said: list[str]) -> None:
    session.show(opened([("claim", "people left")], text=TEXT, read_only="It is a link."))
    session.select(FIRST)
    edge = EdgeMover(session, lambda _hold: None)
    edge.take(START)
    assert (edge.hold, said) == (None, ["It is a link."])


def test_one_without_a_place_has_no_edge(session: Session, opened: Opened, said: list[str]) -> None:
    article = opened([("claim", "people left")], text=TEXT)
    lost = altered(article.document.annotations[FIRST], displaced=Excerpt("folk left", "", "", "lost", "old"))
    article.document = replace(article.document, annotations=MappingProxyType({FIRST: lost}))
    session.show(article)
    session.select(FIRST)
    edge = EdgeMover(session, lambda _hold: None)
    edge.take(START)
    assert (edge.hold, said) == (None, ["This annotation has lost its place"])


def test_it_is_drawn_as_it_would_be_and_changes_when_kept(
    edge: EdgeMover, session: Session, shown: list[Hold | None], said: list[str]
) -> None:
    edge.take(END)
    edge.move_by_word(forward=True)
    assert shown[-1] is not None
    assert session.document.article.text[: shown[-1].position] == "Thousands of people left the town"
    assert words(session) == "people left the"
    edge.keep()
    assert (shown[-1], words(session), said) == (None, "people left the town", ["Moved the end of a claim"])
    session.undo()
    assert words(session) == "people left the"


def test_beyond_the_last_word_the_edge_stays(edge: EdgeMover, shown: list[Hold | None]) -> None:
    edge.take(END)
    edge.move_by_word(forward=True)
    before = edge.hold
    edge.move_by_word(forward=True)
    assert edge.hold == before == shown[-1]


def test_only_blanks_are_no_annotation(session: Session, opened: Opened, said: list[str]) -> None:
    session.show(opened([("claim", "people ")], text=TEXT))  # as another program may have written it
    session.select(FIRST)
    edge = EdgeMover(session, lambda _hold: None)
    edge.take(START)
    edge.move_to(len(TEXT))
    edge.keep()
    assert (words(session), said) == ("people ", ["Only blanks are left"])


def test_the_same_words_are_not_marked_twice_alike(edge: EdgeMover, session: Session, said: list[str]) -> None:
    edge.take(START)
    edge.move_to(TEXT.index("left"))
    edge.keep()
    assert said == ["There is a claim on these very words already"]
    assert (edge.hold, words(session), words(session, SECOND)) == (None, "people left the", "left the")


def test_the_edges_of_one_never_meet(edge: EdgeMover) -> None:
    edge.take(START)
    edge.move_to(len(TEXT))
    assert edge.hold is not None
    assert edge.hold.span.of(TEXT) == "e"
    edge.put_back()
    edge.take(END)
    edge.move_to(0)
    assert edge.hold.span == Span(13, 14)


def test_without_a_hold_nothing_moves(edge: EdgeMover, session: Session, shown: list[Hold | None]) -> None:
    before = session.document
    edge.move_to(3)
    edge.move_by_word(forward=True)
    edge.keep()
    assert (edge.hold, shown) == (None, [])
    assert session.document is before
