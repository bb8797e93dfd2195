"""Annotations that are near the caret, and several that are relabelled at once."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from annotator.session.editing.marking import Marking
from annotator.session.open_article import OpenArticle
from annotator.session.session import Session

TEXT = "Thousands of people left the town."
LARGE, SMALL = "a00000", "a00001"


@pytest.fixture
def marking(session: Session, opened: Callable[..., OpenArticle]) -> Marking:
    session.show(opened([("claim", "people left the town"), ("figure", "people")], text=TEXT))
    return Marking(session)


def test_one_that_is_only_near_is_chosen_before_the_next(session: Session, marking: Marking) -> None:
    session.move_caret(TEXT.index("people") + 2)
    session.select(LARGE, near=True)
    assert session.chosen_annotation is None
    marking.cycle()
    assert session.chosen_annotation is not None
    assert session.chosen_annotation.id == LARGE
    marking.cycle()
    assert session.chosen_annotation.id == SMALL


def test_several_are_relabelled_as_one_step_that_counts_them(session: Session, marking: Marking) -> None:
    said: list[str] = []
    session.said.connect(said.append)
    marking.relabel([LARGE, SMALL], "source")
    assert {annotation.label for annotation in session.document.annotations.values()} == {"source"}
    assert len(said) == 1
    assert "2 annotations" in said[0]
    session.undo()
    assert [annotation.label for annotation in session.document.in_text_order()] == ["figure", "claim"]


def test_relabelling_with_nothing_selected_changes_nothing(session: Session, marking: Marking) -> None:
    before = session.document
    marking.relabel_selected("source")
    assert session.document is before
    session.select(SMALL)
    marking.relabel_selected("source")
    assert session.document.annotations[SMALL].label == "source"
