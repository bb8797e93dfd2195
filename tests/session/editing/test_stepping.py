"""Going through the steps of undo, several at once."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from annotator.model import edits
from annotator.model.span import Span
from annotator.session.editing.stepping import go_to_step, step_titles, steps_done
from annotator.session.open_article import OpenArticle
from annotator.session.session import Session
from tests.session.conftest import NOW

Tag = Callable[[str, str], str]


@pytest.fixture
def tagged(session: Session, opened: Callable[..., OpenArticle], tag: Tag) -> list[str]:
    """Three steps; the ids of what each added."""
    session.show(opened())
    return [tag("claim", "people"), tag("claim", "town"), tag("claim", "mayor")]


def words(session: Session) -> list[str]:
    return [session.words(annotation) for annotation in session.document.in_text_order()]


def test_back_and_forth(session: Session, tagged: list[str]) -> None:
    go_to_step(session, 1)
    assert (words(session), steps_done(session)) == (["people"], 1)
    assert step_titles(session) == [f"Tag “{word}” as claim" for word in ("people", "town", "mayor")]
    go_to_step(session, 3)
    assert words(session) == ["people", "town", "mayor"]
    go_to_step(session, 0)
    assert words(session) == []


def test_a_step_that_somebody_else_has_overtaken_is_dropped_and_ends_it(session: Session, tagged: list[str]) -> None:
    said: list[str] = []
    session.said.connect(said.append)
    assert session.current
    session.take_over(session.current, edits.set_note(session.document, tagged[1], "Mine.", now=NOW))
    go_to_step(session, 0)
    assert words(session) == ["people", "town"]
    assert said[-1] == "Somebody else has changed it since: Tag “town” as claim"
    assert step_titles(session) == ["Tag “people” as claim", "Tag “mayor” as claim"]


def test_a_step_that_cannot_be_redone_ends_it_too(session: Session, tagged: list[str]) -> None:
    go_to_step(session, 1)
    assert session.current
    session.take_over(session.current, edits.annotate(session.document, Span(0, 9), "claim", id=tagged[1], now=NOW))
    go_to_step(session, 3)
    assert words(session) == ["Thousands", "people"]
    assert step_titles(session) == ["Tag “people” as claim", "Tag “mayor” as claim"]


def test_the_first_annotation_is_undone_and_redone_whatever_status_somebody_else_has_set(
    session: Session, opened: Callable[..., OpenArticle], tag: Tag
) -> None:
    session.show(opened())
    tag("claim", "people")
    assert session.current
    session.take_over(session.current, edits.set_status(session.document, "done"))
    session.undo()
    assert (words(session), session.document.status.value) == ([], "done")
    session.redo()
    assert (words(session), session.document.status.value) == (["people"], "done")


def test_a_status_that_somebody_else_has_changed_since_is_not_undone(
    session: Session, opened: Callable[..., OpenArticle]
) -> None:
    session.show(opened())
    session.do(edits.set_status(session.document, "in-work"), "Status")
    assert session.current
    session.take_over(session.current, edits.set_status(session.document, "done"))
    session.undo()
    assert session.document.status.value == "done"
    assert not session.history.canRedo()
