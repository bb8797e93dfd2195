"""Signing of the open article is one step of undo, and the facts that are open again are gone through by steps."""

from __future__ import annotations

import pytest

from annotator.facts.desk.signing import OpenFactsError
from annotator.model.check_edits import put_item, set_state
from annotator.model.kinds.sign_offs import SignOff
from annotator.session.editing.sign_offs.signing import Signing
from annotator.session.editing.sign_offs.words import long_standing, new_draft_words, short_standing
from annotator.session.session import Session
from tests.session.conftest import NOW, Opened

TEXT = "The toll doubled in May. The mayor lied. Nobody was hurt."
MARKS = ("The toll doubled in May", "The mayor lied", "Nobody was hurt")


@pytest.fixture
def signing(session: Session, opened: Opened) -> Signing:
    """Sign-offs of an open article with three confirmed claims."""
    session.show(opened([("claim", words) for words in MARKS], text=TEXT))
    session.do(set_state(session.document, [*session.document.annotations], "confirmed", now=NOW), "Confirm")
    return Signing(session)


def test_it_signs_as_one_step_of_undo(session: Session, signing: Signing, said: list[str]) -> None:
    before = session.document
    assert not signing.is_signed
    assert signing.sign("alice", {})
    (one,) = session.document.of(SignOff).values()
    assert (one.by, one.at, one.round) == ("alice", NOW, "1")
    assert said[-1] == "Signed by alice, round 1"
    assert signing.is_signed
    session.undo()
    assert session.document == before
    assert said[-1] == "Undone: Sign as alice, round 1"


def test_it_refuses_what_is_open_without_a_reason(session: Session, signing: Signing) -> None:
    first = session.document.in_text_order()[0].id
    session.do(set_state(session.document, [first], "asked", now=NOW), "Ask")
    with pytest.raises(OpenFactsError):
        signing.sign("alice", {})
    assert signing.sign("alice", {first: "Nobody answers"})
    assert signing.reasons_before() == {first: "Nobody answers"}


def test_it_goes_round_the_facts_that_are_open_again(session: Session, signing: Signing, said: list[str]) -> None:
    signing.go_to_reopened(1)
    assert said[-1] == "This article is not signed"
    signing.sign("alice", {})
    signing.go_to_reopened(1)
    assert said[-1] == "No signed fact is open again"
    first, _second, third = (item.id for item in session.document.in_text_order())
    session.do(set_state(session.document, [first, third], "opinion", now=NOW), "Take for opinions")
    found = []
    for step in (1, 1, 1, -1):
        signing.go_to_reopened(step)
        chosen = session.selected_annotation
        found.append(chosen.id if chosen else "")
    assert found == [first, third, first, third]


def test_the_standing_in_words(session: Session, signing: Signing) -> None:
    signing.sign("alice", {})
    assert short_standing(signing.standing) == "Signed by alice, round 1"
    signing.sign("bob", {})
    assert short_standing(signing.standing) == "Signed twice, round 1"
    assert long_standing(signing.standing) == [
        "Signed by alice, bob, round 1.",
        "The text is the very one that was signed.",
        "3 of 3 facts are signed.",
    ]
    signing.sign("carol", {})
    assert short_standing(signing.standing) == "Signed 3 times, round 1"
    one = session.document.of(SignOff)
    item = next(iter(one.values()))
    ids = tuple(session.document.annotations)[:1]
    changed = SignOff(item.id, "dave", NOW, "2", "0" * 64, facts=item.facts, reopened=ids)
    session.do(put_item(session.document, changed), "Alter")
    assert short_standing(signing.standing) == "1 fact reopened"
    assert new_draft_words(signing.standing) == (
        "The new draft changed 1 of 3 facts: it is open again. The rest stay signed."
    )
