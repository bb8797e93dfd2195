"""Standing of sign-offs: which facts are signed, by whom, and which are reopened and why."""

from __future__ import annotations

from dataclasses import replace

from annotator.facts.desk.reopened import Cause
from annotator.facts.desk.standing import FactStanding, standing
from annotator.model.annotation import Annotation
from annotator.model.article import Article
from annotator.model.check_edits import put_item
from annotator.model.items import altered
from annotator.model.kinds.sign_offs import SignOff
from annotator.model.span import Span
from tests.support.signed.facts import FACTS, NOON, confirmed, signed, with_annotation

TEXT = "The toll doubled in May. The mayor lied, she said."
MADE = confirmed(TEXT, {"a1": Span(0, 23), "a2": Span(25, 39)})
ONCE = signed(MADE)


def test_nothing_is_signed_at_first() -> None:
    found = standing(MADE, FACTS)
    assert (found.round, found.names, found.signed, found.reopened) == (0, (), [], [])
    assert found.facts == {"a1": FactStanding(), "a2": FactStanding()}
    assert found.same_text


def test_facts_are_signed_by_all_of_the_round() -> None:
    found = standing(ONCE, FACTS)
    assert (found.round, found.names) == (1, ("alice",))
    assert found.facts == {"a1": FactStanding(("alice",)), "a2": FactStanding(("alice",))}
    twice = standing(signed(ONCE, "bob", NOON, id="s2"), FACTS)
    assert (twice.round, twice.names, twice.signed) == (1, ("alice", "bob"), ["a1", "a2"])


def test_a_fact_that_says_something_else_is_reopened() -> None:
    said = with_annotation(ONCE, altered(ONCE.annotations["a1"], state="opinion"))
    found = standing(said, FACTS)
    assert found.facts == {"a1": FactStanding((), Cause.SAYS), "a2": FactStanding(("alice",))}
    assert (found.signed, found.reopened) == (["a2"], ["a1"])


def test_a_new_fact_is_open_and_one_that_is_gone_is_not_named() -> None:
    added = with_annotation(ONCE, Annotation("a9", "claim", Span(4, 8), state="confirmed"))
    assert standing(added, FACTS).facts["a9"] == FactStanding((), Cause.NEW)
    fewer = replace(ONCE, annotations={"a1": ONCE.annotations["a1"]})
    assert standing(fewer, FACTS).facts == {"a1": FactStanding(("alice",))}


def test_what_a_draft_has_changed_stays_reopened_until_it_is_signed_again() -> None:
    sign_off = altered(ONCE.of(SignOff)["s1"], reopened=("a2",))
    reopened = put_item(ONCE, sign_off).apply(ONCE)
    assert standing(reopened, FACTS).facts["a2"] == FactStanding((), Cause.PLACE)
    again = standing(signed(reopened, at=NOON, id="s2"), FACTS)
    assert (again.round, again.reopened, again.signed) == (2, [], ["a1", "a2"])


def test_a_sign_off_of_another_text_is_told() -> None:
    longer = replace(ONCE, article=Article.of("story.txt", TEXT + " Nobody knows."))
    found = standing(longer, FACTS)
    assert not found.same_text
    assert found.signed == ["a1", "a2"]


def test_only_the_latest_round_counts() -> None:
    said = with_annotation(ONCE, altered(ONCE.annotations["a1"], state="opinion"))
    found = standing(signed(said, "bob", NOON, id="s2"), FACTS)
    assert (found.round, found.names, found.reopened) == (2, ("bob",), [])


def test_two_who_signed_different_facts_at_once_leave_those_open_on_which_they_differ() -> None:
    said = with_annotation(MADE, altered(MADE.annotations["a1"], state="opinion"))
    bob = signed(said, "bob", NOON, id="s2").of(SignOff)["s2"]
    found = standing(put_item(ONCE, bob).apply(ONCE), FACTS)
    assert found.facts == {"a1": FactStanding((), Cause.SAYS), "a2": FactStanding(("alice", "bob"))}
