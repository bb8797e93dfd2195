"""Signing: what stands in the way, who signs in which round, and what a sign-off holds."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.facts.desk.digests import digest
from annotator.facts.desk.signing import (
    NamelessError,
    OpenFactsError,
    SignedAlreadyError,
    in_the_way,
    next_round,
    sign,
)
from annotator.model.annotation import Annotation
from annotator.model.article import Article
from annotator.model.check_edits import put_item
from annotator.model.document import Document
from annotator.model.items import altered
from annotator.model.kinds.queries import Query
from annotator.model.kinds.sign_offs import SignOff
from annotator.model.span import Span
from tests.support.document_strategies import documents
from tests.support.signed.facts import EVENING, FACTS, MORNING, NOON, confirmed, outdated, signed, with_annotation

TEXT = "The toll doubled in May. The mayor lied, she said."
MADE = confirmed(TEXT, {"a1": Span(0, 23), "a2": Span(25, 39)})
ASKED = with_annotation(MADE, altered(MADE.annotations["a2"], state="asked"))
QUESTION = Query("q1", text="Who wrote this?")


def rounds(document: Document) -> dict[str, str]:
    return {item.by: item.round for item in document.of(SignOff).values()}


def test_a_sign_off_has_name_time_round_text_digests_and_numbers() -> None:
    found = sign(MADE, FACTS, id="s1", by=" alice  ito ", at=MORNING, exceptions={})
    said = {id: digest(item, MADE) for id, item in MADE.annotations.items()}
    assert found == SignOff(
        "s1", "alice ito", MORNING, "1", MADE.article.sha256, facts=said, numbers={"a1": 1, "a2": 2}
    )


def test_what_is_open_needs_a_reason_each() -> None:
    asked = put_item(ASKED, QUESTION).apply(ASKED)
    assert list(in_the_way(asked, FACTS).ids()) == ["a2", "q1"]
    with pytest.raises(OpenFactsError) as told:
        signed(asked, exceptions={"a2": "The mayor does not call back", "q1": " "})
    assert told.value.ids == ("q1",)
    reasons = {"a2": "The mayor does not call back", "q1": "The author is abroad "}
    found = signed(asked, exceptions={**reasons, "a1": "not open"}).of(SignOff)["s1"]
    assert found.exceptions == {"a2": "The mayor does not call back", "q1": "The author is abroad"}


def test_what_a_draft_has_changed_is_to_be_checked_again_and_needs_no_reason() -> None:
    once = signed(MADE)
    reopened = put_item(once, altered(once.of(SignOff)["s1"], reopened=("a1",))).apply(once)
    found = in_the_way(reopened, FACTS)
    assert [fact.annotation.id for fact in found.again] == ["a1"]
    assert not list(found.ids())
    asked = with_annotation(reopened, altered(reopened.annotations["a1"], state="asked"))
    assert list(in_the_way(asked, FACTS).ids()) == ["a1"]
    assert not in_the_way(asked, FACTS).again


def test_an_answered_query_and_one_about_a_fact_are_not_in_the_way_of_the_article() -> None:
    answered = put_item(MADE, altered(QUESTION, answered=NOON)).apply(MADE)
    assert not list(in_the_way(answered, FACTS).ids())
    about = put_item(MADE, altered(QUESTION, about="a1")).apply(MADE)
    assert list(in_the_way(about, FACTS).ids()) == ["a1"]


def test_nobody_signs_without_a_name() -> None:
    with pytest.raises(NamelessError):
        signed(MADE, " ")


def test_a_second_name_signs_in_the_same_round_and_nobody_twice() -> None:
    once = signed(MADE)
    assert next_round(once, FACTS) == 1
    twice = signed(once, "bob", NOON, id="s2")
    assert rounds(twice) == {"alice": "1", "bob": "1"}
    with pytest.raises(SignedAlreadyError):
        signed(twice, " Alice", EVENING, id="s3")


def test_another_text_and_other_facts_begin_a_round() -> None:
    once = signed(MADE)
    changed = with_annotation(once, altered(once.annotations["a1"], attributes={"verdict": "refuted"}))
    assert rounds(signed(changed, "bob", NOON, id="s2")) == {"alice": "1", "bob": "2"}
    assert next_round(changed, FACTS) == 2
    longer = replace(once, article=Article.of("story.txt", TEXT + " Nobody knows."))
    assert next_round(longer, FACTS) == 2
    reopened = put_item(once, altered(once.of(SignOff)["s1"], reopened=("a1",))).apply(once)
    assert next_round(reopened, FACTS) == 2


def test_a_round_that_is_no_number_counts_as_none() -> None:
    for round in ("first", "9" * 5000):
        odd = put_item(MADE, SignOff("s0", "eve", EVENING, round, MADE.article.sha256)).apply(MADE)
        assert rounds(signed(odd)) == {"eve": round, "alice": "1"}


def test_a_new_draft_of_which_nothing_is_signed_can_be_signed_as_it_is() -> None:
    longer = outdated(signed(MADE), TEXT + " Nobody knows.")
    plain = replace(longer, annotations=MADE.annotations)
    assert signed(plain, "alice", NOON, id="s2").of(SignOff)["s2"].round == "2"


@given(documents(), st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(str.strip))
def test_taking_a_sign_off_back_gives_the_same_document(made: Document, by: str) -> None:
    reasons = dict.fromkeys(in_the_way(made, FACTS).ids(), "not reached")
    sign_off = sign(made, FACTS, id="new sign-off", by=by, at=NOON, exceptions=reasons)
    change = put_item(made, sign_off)
    after = change.apply(made)
    assert after.of(SignOff)["new sign-off"].facts.keys() == after.of(SignOff)["new sign-off"].numbers.keys()
    assert change.inverse().apply(after) == made


def test_what_is_no_fact_is_not_signed() -> None:
    source = with_annotation(MADE, Annotation("a3", "source", Span(41, 44)))
    assert signed(source).of(SignOff)["s1"].facts.keys() == {"a1", "a2"}
