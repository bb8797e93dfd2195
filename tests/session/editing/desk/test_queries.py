"""Queries to the author: asked, answered, reopened, changed and removed, one step of undo each."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from annotator.model.kinds.queries import Query
from annotator.session.editing.checking import Checking
from annotator.session.editing.desk.queries import Queries
from annotator.session.session import Session
from tests.session.conftest import NOW, Opened

MARKS = (("claim", "Thousands of people left the town"), ("claim", "The mayor said so"))
FIRST, SECOND = "a00000", "a00001"


@pytest.fixture
def queries(session: Session, opened: Opened) -> Queries:
    session.show(opened(MARKS))
    return Queries(session)


def asked(session: Session) -> list[Query]:
    return list(session.document.of(Query).values())


def state(session: Session, id: str = FIRST) -> str:
    return session.document.annotations[id].state


def steps(session: Session) -> list[str]:
    stack = session.history.activeStack()
    return [stack.text(number) for number in range(stack.count())]


def test_asking_sets_the_state_in_the_same_step(session: Session, queries: Queries) -> None:
    assert queries.ask("  How many exactly? ", FIRST)
    [query] = asked(session)
    assert (query.about, query.text, query.asked, query.answer) == (FIRST, "How many exactly?", NOW, "")
    assert state(session) == "query"
    assert steps(session) == ["Ask “How many exactly?”"]
    session.undo()
    assert (asked(session), state(session)) == ([], "")


@pytest.mark.parametrize(("before", "after"), [("to-check", "query"), ("confirmed", "confirmed"), ("asked", "asked")])
def test_a_state_that_says_more_stays(session: Session, queries: Queries, before: str, after: str) -> None:
    Checking(session).set_state(FIRST, before)
    queries.ask("How many?", FIRST)
    assert state(session) == after


def test_a_query_may_be_about_the_article(session: Session, queries: Queries) -> None:
    assert queries.ask("Who took the picture?")
    assert asked(session)[0].about == ""
    assert {state(session), state(session, SECOND)} == {""}


def test_an_answer_settles_the_query_and_leaves_the_state_to_the_checker(session: Session, queries: Queries) -> None:
    queries.ask("How many?", FIRST)
    id = asked(session)[0].id
    assert queries.answer(id, "About 3,000")
    assert (asked(session)[0].answer, asked(session)[0].answered) == ("About 3,000", NOW)
    assert state(session) == "query"
    assert steps(session)[-1] == "Answer “How many?”"
    assert queries.reopen(id)
    assert (asked(session)[0].answer, asked(session)[0].answered) == ("", "")
    assert not queries.reopen(id)


def test_several_queries_of_one_fact_are_changed_and_removed_alone(session: Session, queries: Queries) -> None:
    queries.ask("How many?", FIRST)
    queries.ask("On which day?", FIRST)
    first, second = asked(session)
    assert queries.change(first.id, "How many people?", "")
    assert queries.remove(second.id)
    assert [query.text for query in asked(session)] == ["How many people?"]
    assert not queries.change(first.id, "How many people?", "")
    assert not queries.remove(second.id)


def test_words_of_an_answered_query_change_without_another_time(session: Session, queries: Queries) -> None:
    queries.ask("How many?", FIRST, answer="3,000")
    [query] = asked(session)
    assert (query.answered, state(session)) == (NOW, "")
    queries.change(query.id, "How many people?", "3,000")
    assert asked(session)[0].answered == NOW
    queries.change(query.id, "How many people?", "")
    assert asked(session)[0].answered == ""


@pytest.mark.parametrize("act", [lambda it: it.ask(" \n", FIRST), lambda it: it.ask("")])
def test_nothing_is_asked_without_words(session: Session, queries: Queries, act: Callable[[Queries], bool]) -> None:
    assert not act(queries)
    assert asked(session) == []


def test_half_a_character_is_refused(queries: Queries) -> None:
    with pytest.raises(ValueError, match="surrogates"):
        queries.ask("\ud800", FIRST)
