"""Reopening of signed facts when the article has changed."""

from __future__ import annotations

import random
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from annotator.anchoring.anchored import anchored
from annotator.facts.desk.reopened import Cause
from annotator.facts.desk.reopening import with_reopened
from annotator.facts.desk.standing import standing
from annotator.model.items import altered
from annotator.model.kinds.sign_offs import SignOff
from annotator.model.span import Span
from tests.support.edited_articles import edited
from tests.support.signed.facts import FACTS, NOON, confirmed, outdated, signed

OLD = (
    "The mayor resigned on Monday after the vote. About 40 people were in the hall. It was raining all day. "
    "The ferry runs every 30 minutes. Nobody was hurt when the crane came down.\n"
    "Her deputy, who is from the same party, takes over until spring. The council meets again in 12 days.\n\n"
    "The old bridge was closed in 2019, and traffic has doubled since. Two shops have left the quay.\n"
)


def sentences(text: str) -> dict[str, Span]:
    found, start = {}, 0
    for number, sentence in enumerate(text.replace("\n", " ").split(". ")):
        at = text.index(sentence.split()[0], start) if sentence.strip() else start
        if sentence.strip():
            found[f"c{number}"] = Span(at, at + len(sentence.strip()))
        start += len(sentence) + 2
    return found


MADE = confirmed(OLD, sentences(OLD))
ONCE = signed(MADE)
TWICE = signed(ONCE, "bob", NOON, id="s2")


@given(st.integers(0, 10**6), st.sampled_from([0.02, 0.1, 0.3]), st.booleans())
def test_exactly_the_facts_whose_verdict_is_not_same_are_reopened(seed: int, rate: float, kept: bool) -> None:
    new = edited(OLD, rate, random.Random(seed)).new
    done = anchored(outdated(TWICE, new), lambda _sha256: OLD if kept else None)
    found = standing(done.document, FACTS)
    assert set(found.reopened) == done.places.keys()
    assert set(found.signed) == set(done.same)
    assert {fact.reopened for fact in found.facts.values()} <= {None, Cause.PLACE}
    for item in done.document.of(SignOff).values():
        assert set(item.reopened) == done.places.keys()


def test_a_sign_off_of_the_very_text_and_those_of_earlier_rounds_are_left_alone() -> None:
    assert with_reopened(ONCE, ["c1"]) is ONCE
    changed = replace(ONCE, article=altered(ONCE.article, sha256="0" * 64))
    again = signed(changed, "alice", NOON, id="s2")
    found = with_reopened(replace(again, article=MADE.article), ["c1"]).of(SignOff)
    assert (found["s1"].reopened, found["s2"].reopened) == ((), ("c1",))


def test_what_was_not_signed_is_not_reopened() -> None:
    changed = replace(ONCE, article=altered(ONCE.article, sha256="0" * 64))
    assert with_reopened(changed, ["other"]) is changed
    found = with_reopened(with_reopened(changed, ["c3", "other"]), ["c1", "c3"])
    assert found.of(SignOff)["s1"].reopened == ("c1", "c3")
