"""Open facts are counted change by change, and gone through in both directions."""

from __future__ import annotations

import pytest

from annotator.facts.desk.open_facts import checked_facts
from annotator.model.check_edits import put_item, remove_items
from annotator.model.kinds.queries import Query
from annotator.session.editing.desk.fact_steps import FactSteps
from annotator.session.editing.sign_offs.signing import Signing
from annotator.session.editing.values.state_setting import StateSetting
from annotator.session.session import Session
from tests.session.conftest import Opened, Tag

TEXT = "The tram stops here. It goes on at noon. Nobody waits."
MARKS = [("claim", "The tram stops here"), ("figure", "noon"), ("claim", "Nobody waits")]


@pytest.fixture
def steps(session: Session, opened: Opened) -> FactSteps:
    """Two claims, which are facts, and a figure, which is none."""
    found = FactSteps(session, session)
    session.show(opened(MARKS, TEXT))
    return found


def expected(session: Session) -> tuple[int, set[str]]:
    facts = checked_facts(session.document, session.scheme)
    return len(facts), {fact.annotation.id for fact in facts if fact.reasons}


def open_ones(session: Session, steps: FactSteps) -> set[str]:
    found = {id for id, annotation in session.document.annotations.items() if steps.is_open(annotation)}
    assert steps.open == len(found)
    return found


def test_counts_follow_every_change(session: Session, steps: FactSteps, tag: Tag) -> None:
    states = StateSetting(session)
    assert (steps.open, steps.total) == (2, 2)
    query = Query("q00001", about="a00000", text="Which tram?")
    for wish in (
        lambda: states.set(["a00000"], "confirmed"),
        lambda: states.set(["a00001"], "asked"),
        lambda: tag("claim", "It goes on"),
        lambda: session.do(put_item(session.document, query), "ask"),
        lambda: session.do(remove_items(session.document, ["q00001"]), "take back"),
        lambda: session.do(remove_items(session.document, ["a00002"]), "remove"),
        session.undo,
        session.undo,
        session.undo,
    ):
        wish()
        assert (steps.total, open_ones(session, steps)) == expected(session)


def test_the_next_one_and_the_one_before_go_round(session: Session, steps: FactSteps, said: list[str]) -> None:
    went = []
    for step in (1, 1, 1, -1, -1):
        steps.step(step)
        chosen = session.selected_annotation
        went.append(chosen.id if chosen else "")
    assert went == ["a00000", "a00002", "a00000", "a00002", "a00000"]
    StateSetting(session).set(["a00000", "a00002"], "opinion")
    steps.step(1)
    assert said[-1] == "No fact is open"
    session.undo()
    steps.step(1)
    assert said[-1] == ""  # what was said before is not true any more


def test_a_signed_fact_that_says_something_else_is_open_as_the_sign_off_has_it(
    session: Session, steps: FactSteps
) -> None:
    states, signing = StateSetting(session), Signing(session)
    states.set(["a00000", "a00002"], "confirmed")
    signing.sign("Mara Lind", {})
    assert not steps.open
    states.set(["a00002"], "opinion")
    assert open_ones(session, steps) == {"a00002"} == {*signing.standing.reopened}
    session.undo()
    assert not steps.open
    assert not signing.standing.reopened


def test_several_states_are_one_step(session: Session, steps: FactSteps, said: list[str]) -> None:
    states = StateSetting(session)
    states.toggle(["a00000", "a00002"], "confirmed")
    assert (steps.open, said[-1]) == (0, "Set the state of 2 annotations to “✓ confirmed”")
    states.toggle(["a00000", "a00002"], "confirmed")
    assert {annotation.state for annotation in session.document.annotations.values()} == {""}
    session.undo()
    states.toggle(["a00000", "a00001"], "confirmed")
    assert {annotation.state for annotation in session.document.annotations.values()} == {"confirmed"}
