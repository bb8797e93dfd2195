"""Linking mode without a window: what is chosen, what ends the mode, and what changes nothing."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from annotator.model import edits
from annotator.model.annotation import Annotation, Excerpt
from annotator.session.editing.relations.link_mode import LinkMode
from annotator.session.editing.relations.linking import Linking
from annotator.session.editing.relations.relation_steps import RelationSteps
from annotator.session.open_article import OpenArticle
from annotator.session.session import Session

Opened = Callable[..., OpenArticle]
FIRST, SECOND, MAYOR = "a00000", "a00001", "a00002"
MARKS = [("claim", "people left"), ("claim", "said so"), ("source", "The mayor")]


@pytest.fixture
def mode(session: Session, opened: Opened) -> LinkMode:
    """Two claims and a source, of which the first claim is selected."""
    session.show(opened(MARKS))
    session.select(FIRST)
    return LinkMode(session, Linking(session))


def relations(session: Session) -> list[tuple[str, str, str]]:
    return [(one.source, one.type, one.target) for one in session.document.relations.values()]


def test_a_mode_under_way_is_not_begun_anew(mode: LinkMode) -> None:
    mode.begin()
    mode.search("mayor")
    mode.begin([SECOND])
    assert (mode.sources, mode.words) == ((FIRST,), "mayor")


def test_nothing_selected_begins_nothing(mode: LinkMode, session: Session) -> None:
    session.select(None)
    mode.begin()
    assert not mode.under_way
    assert not mode.leave()


def test_the_type_that_was_stepped_to_is_made(mode: LinkMode, session: Session) -> None:
    mode.begin()
    mode.take(SECOND)
    assert mode.asking
    types = [option.rule.id for option in mode.asking.free]
    mode.step(-1)
    assert mode.option == len(types) - 1
    mode.accept()
    assert relations(session) == [(FIRST, types[-1], SECOND)]
    assert not mode.under_way


def test_words_that_nothing_has_leave_nothing_to_choose(mode: LinkMode, session: Session, said: list[str]) -> None:
    mode.begin()
    mode.search("zebra")
    mode.step(1)
    assert (mode.shown, mode.chosen, mode.fitting, mode.current) == ((), None, 0, 0)
    mode.accept()
    assert said[-1] == "No match for “zebra”"
    assert (relations(session), mode.under_way) == ([], True)


def test_a_number_beyond_the_list_chooses_nothing(mode: LinkMode, session: Session) -> None:
    mode.begin()
    mode.take_number(len(mode.numbered) + 1)
    mode.take_number(0)
    assert (relations(session), mode.asking, mode.under_way) == ([], None, True)


def test_a_number_beyond_the_types_leaves_the_question(mode: LinkMode, session: Session) -> None:
    mode.begin()
    mode.take(SECOND)
    asked = mode.asking
    assert asked
    mode.take_number(len(asked.free) + 1)
    assert (relations(session), mode.asking) == ([], asked)


@pytest.mark.parametrize("id", [FIRST, "a99999"])
def test_neither_itself_nor_what_is_not_there_is_a_target(mode: LinkMode, session: Session, id: str) -> None:
    mode.begin()
    mode.take(id)
    assert (relations(session), mode.asking, mode.under_way) == ([], None, True)


def test_outside_the_mode_nothing_is_listed(mode: LinkMode, session: Session) -> None:
    mode.search("mayor")
    assert (mode.shown, mode.under_way) == ((), False)
    mode.take(MAYOR)
    assert relations(session) == []


def test_selecting_another_annotation_ends_the_mode(mode: LinkMode, session: Session) -> None:
    ended: list[bool] = []
    mode.ended.connect(lambda: ended.append(True))
    mode.begin()
    session.select(MAYOR)
    assert (mode.under_way, mode.shown, ended) == (False, (), [True])


def test_a_source_that_is_removed_ends_the_mode(mode: LinkMode, session: Session) -> None:
    mode.begin([FIRST, SECOND])
    assert mode.sources == (FIRST, SECOND)
    session.do(edits.remove(session.document, [SECOND]), "Remove")
    assert (mode.under_way, session.selected_annotation) == (False, session.document.annotations[FIRST])


def test_one_without_a_place_is_found_by_its_former_words(session: Session, opened: Opened) -> None:
    article = opened(MARKS)
    mayor = article.document.annotations[MAYOR]
    lost = Annotation(MAYOR, "source", mayor.span, displaced=Excerpt("Robin Hale", "", ""))
    others = [article.document.annotations[FIRST], lost]
    article.document = article.document.with_items(Annotation, {one.id: one for one in others})
    session.show(article)
    session.select(FIRST)
    mode = LinkMode(session, Linking(session))
    mode.begin()
    mode.search("hale")
    assert [candidate.annotation.id for candidate in mode.shown] == [MAYOR]
    mode.search("mayor")
    assert mode.shown == ()


@pytest.mark.parametrize(("chosen", "other", "words"), [(0, 1, "far down"), (1, 0, "far up")])
def test_what_is_very_far_away_is_not_counted(
    session: Session, opened: Opened, chosen: int, other: int, words: str
) -> None:
    text = "People left.\n\n" + "It rained. " * 10_000 + "\n\nThey came back."
    session.show(opened([("claim", "People left"), ("claim", "They came back")], text=text))
    session.select(f"a0000{chosen}")
    mode = LinkMode(session, Linking(session))
    mode.begin()
    [candidate] = mode.shown
    assert (candidate.annotation.id, mode.distance(candidate)) == (f"a0000{other}", words)


def test_a_jump_back_passes_over_what_was_removed(mode: LinkMode, session: Session, said: list[str]) -> None:
    steps = RelationSteps(session)
    steps.go(SECOND)
    steps.go(MAYOR)
    session.do(edits.remove(session.document, [SECOND]), "Remove")
    steps.back()
    assert session.selected_annotation == session.document.annotations[FIRST]
    steps.back()
    assert said[-1] == "There is no jump along a relation to go back from"


def test_a_jump_to_what_is_gone_goes_nowhere(mode: LinkMode, session: Session, said: list[str]) -> None:
    steps = RelationSteps(session)
    steps.go("a99999")
    assert session.selected_annotation == session.document.annotations[FIRST]
    steps.back()
    assert said[-1] == "There is no jump along a relation to go back from"
