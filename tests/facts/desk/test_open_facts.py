"""Which annotations are facts, why each is open, and their numbers."""

from __future__ import annotations

from typing import Any

import pytest

from annotator.facts.desk.digests import digests
from annotator.facts.desk.fact_numbers import fact_numbers
from annotator.facts.desk.open_facts import Reason, checked_facts, settled_among
from annotator.facts.desk.which_facts import fact_labels, facts_of
from annotator.model.annotation import Annotation, Excerpt
from annotator.model.article import Article
from annotator.model.document import Document
from annotator.model.items import Item, altered
from annotator.model.kinds.criticisms import Criticism
from annotator.model.kinds.queries import Query
from annotator.model.kinds.sign_offs import SignOff
from annotator.model.scheme import AttributeRule, Label, Scheme
from annotator.model.span import Span

TEXT = "The toll doubled in May. The mayor lied, she said."
CLAIM = Label("claim", "c", "#56B4E9", "fill", (AttributeRule("verdict", "choice", ("supported", "refuted")),))
SOURCE = Label("source", "s", "#E69F00", "line")
PART = Label("headline", "", "#999999", "bar")
SCHEME = Scheme("facts", "Facts", (CLAIM, SOURCE, PART))


def document(*items: Item, **of_first: Any) -> Document:
    first = altered(Annotation("a1", "claim", Span(0, 23)), **of_first)
    second = Annotation("a2", "claim", Span(25, 39), state="confirmed")
    source = Annotation("a3", "source", Span(41, 44))
    made = Document(Article.of("story.txt", TEXT), {item.id: item for item in (first, second, source)})
    for item in items:
        made = made.with_items(type(item), {**made.of(type(item)), item.id: item})
    return made


SIGNED = digests(document(state="confirmed"), facts_of(document(state="confirmed"), SCHEME))
"""What both facts said when they were signed."""


def test_labels_with_a_verdict_are_those_of_facts() -> None:
    assert fact_labels(SCHEME) == {"claim"}
    assert fact_labels(Scheme("names", "Names", (SOURCE, PART))) == {"source"}
    assert [item.id for item in facts_of(document(), SCHEME)] == ["a1", "a2"]


def test_what_has_a_state_is_a_fact_whatever_its_label() -> None:
    made = document()
    asked = altered(made.annotations["a3"], state="asked")
    made = made.with_items(Annotation, {**made.annotations, "a3": asked})
    assert [item.id for item in facts_of(made, SCHEME)] == ["a1", "a2", "a3"]


@pytest.mark.parametrize(
    ("items", "of_first", "reasons"),
    [
        ((), {}, [Reason.STATE]),
        ((), {"state": "asked"}, [Reason.STATE]),
        ((), {"state": "confirmed"}, []),
        ((), {"state": "opinion"}, []),
        ((), {"state": "cannot-verify"}, []),
        ((), {"state": "change", "wording": {"new": "tripled"}}, [Reason.WORDING, Reason.STATE]),
        ((), {"state": "change", "wording": {"new": "tripled", "answer": "taken"}}, []),
        ((Query("q1", about="a1", text="Since when?"),), {"state": "confirmed"}, [Reason.QUERY]),
        ((Query("q1", about="a1", text="Since when?", answer="May"),), {"state": "confirmed"}, []),
        ((Query("q1", text="Who wrote this?"),), {"state": "confirmed"}, []),
        ((Criticism("r1", of=("a1",), against="the mayor"),), {"state": "confirmed"}, [Reason.CRITICISM]),
        ((Criticism("r1", of=("a1",), answered_in=("a2",)),), {"state": "confirmed"}, []),
        ((), {"state": "confirmed", "displaced": Excerpt("The toll")}, [Reason.PLACE]),
        ((SignOff("s1", round="1", reopened=("a1",), facts=SIGNED),), {"state": "confirmed"}, [Reason.REOPENED]),
        (
            (SignOff("s1", round="1", reopened=("a1",)), SignOff("s2", round="2", facts=SIGNED)),
            {"state": "confirmed"},
            [],
        ),
        ((SignOff("s1", round="1", facts=SIGNED),), {"state": "opinion"}, [Reason.REOPENED]),
        ((SignOff("s1", round="1", facts={"a2": SIGNED["a2"]}),), {"state": "confirmed"}, [Reason.REOPENED]),
    ],
)
def test_a_fact_is_open_for_these_reasons(
    items: tuple[Item, ...], of_first: dict[str, Any], reasons: list[Reason]
) -> None:
    made = document(*items, **of_first)
    first, second = checked_facts(made, SCHEME)
    assert [*first.reasons] == reasons
    assert second.reasons == ()
    settled = {second.annotation.id} if reasons else {first.annotation.id, second.annotation.id}
    assert settled_among(facts_of(made, SCHEME), made) == settled


def test_facts_keep_the_numbers_of_a_sign_off_and_new_ones_go_on_after_the_highest() -> None:
    assert fact_numbers(document(), SCHEME) == {"a1": 1, "a2": 2}
    signed = SignOff("s1", at="2026-11-28T10:00:00Z", numbers={"a2": 1, "gone": 4})
    again = SignOff("s2", at="2026-11-29T10:00:00Z", numbers={"a2": 9, "a1": 5})
    assert fact_numbers(document(signed), SCHEME) == {"a1": 5, "a2": 1}
    assert fact_numbers(document(signed, again), SCHEME) == {"a1": 5, "a2": 1}


def test_a_number_that_nobody_can_say_is_not_taken() -> None:
    signed = SignOff("s1", numbers={"a1": 1 << 32, "gone": 10**400, "a2": 3})
    assert fact_numbers(document(signed), SCHEME) == {"a1": 4, "a2": 3}


def test_a_number_that_a_file_gives_twice_or_not_as_a_number_is_not_taken() -> None:
    signed = SignOff("s1", numbers={"a1": 1, "a2": 1, "a3": "three", "a4": True})
    assert fact_numbers(document(signed), SCHEME) == {"a1": 1, "a2": 2}
