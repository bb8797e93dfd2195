"""The filter of annotations finds what its terms say, and takes everything else for words."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.facts.desk.reopened import Cause
from annotator.facts.desk.standing import FactStanding
from annotator.model.annotation import Annotation, Excerpt
from annotator.model.scheme import AttributeRule, Label, Scheme
from annotator.model.span import Span
from annotator.session.annotation_filter import AnnotationFilter, Term, parsed, suggestions

VERDICT = AttributeRule("verdict", "choice", ("supported", "refuted", "not enough"))
RULES = (VERDICT, AttributeRule("value", "number"), AttributeRule("topics", "choice", ("war", "aid"), many=True))
SCHEME = Scheme(
    "s",
    "S",
    (
        Label(
            "claim", "c", "#005a9c", "fill", (*RULES, AttributeRule("seen", "date"), AttributeRule("checked", "flag"))
        ),
        Label("key_figure", "f", "#005a9c", "box"),
    ),
)
ANNOTATIONS = (
    Annotation(
        "a", "claim", Span(0, 4), {"verdict": "refuted", "value": Decimal("3000")}, note="look it up", state="asked"
    ),
    Annotation("b", "claim", Span(5, 9), {"topics": ["war", "aid"], "checked": False, "seen": "2016-12-15"}),
    Annotation("c", "key_figure", Span(5, 9), displaced=Excerpt("lost")),
    Annotation("d", "claim", Span(5, 6), {"verdict": "not enough", "checked": True}, state="cannot-verify"),
)
LINKED = {"a", "c"}
OPEN = {"b", "d"}


def found(typed: str) -> str:
    meets = parsed(typed, SCHEME).meets(SCHEME, LINKED, OPEN)
    return "".join(annotation.id for annotation in ANNOTATIONS if meets(annotation))


@pytest.mark.parametrize(
    ("typed", "ids"),
    [
        ("label:claim", "abd"),
        ("LABEL:Claim", "abd"),
        ('label:"key figure"', "c"),
        ("label:key_figure,claim", "abcd"),
        ("-label:claim", "c"),
        ("verdict:refuted", "a"),
        ('verdict:"not enough"', "d"),
        ("verdict:none", "bc"),
        ("verdict:any", "ad"),
        ("label:claim verdict:none", "b"),
        ("state:cannot-verify", "d"),
        ("value:3000", "a"),
        ("topics:aid", "b"),
        ("topics:aid,peace", "b"),
        ("checked:yes", "d"),
        ("checked:no", "b"),
        ("seen:2016", "b"),
        ("seen:2016-12", "b"),
        ("seen:2016-1", ""),
        ("has:relation", "ac"),
        ("-has:relation label:claim", "bd"),
        ("has:note", "a"),
        ("-has:place", "c"),
        ("has:verdict", "ad"),
        ("has:nothing", ""),
        ("label:none", ""),
        ("state:asked", "a"),
        ("state:asked,cannot-verify", "ad"),
        ('state:"cannot verify"', "d"),
        ("state:none", "bc"),
        ("-state:any", "bc"),
        ("open:yes", "bd"),
        ("open:no state:any", "a"),
    ],
)
def test_terms(typed: str, ids: str) -> None:
    assert found(typed) == ids


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("out of Aleppo", "out of Aleppo"),
        ("he said: no", "he said: no"),
        ("he:said", "he:said"),
        ('"unconscionable"', '"unconscionable"'),
        ('label:claim "out of"', "out of"),
        ("out label:claim of", "out of"),
        ("label:", "label:"),
        ("label: claim", "label: claim"),
        ("mislabel:claim", "mislabel:claim"),
    ],
)
def test_all_else_is_words(typed: str, words: str) -> None:
    assert parsed(typed, SCHEME).words == words


@given(st.text(max_size=40))
def test_any_text_is_a_filter(typed: str) -> None:
    asked = parsed(typed, SCHEME)
    if not asked.terms:
        assert asked == AnnotationFilter((), typed)


@pytest.mark.parametrize("offered", suggestions(SCHEME))
def test_each_suggestion_is_one_term(offered: str) -> None:
    asked = parsed(offered, SCHEME)
    assert (len(asked.terms), asked.words) == (1, "")


def test_suggestions_are_those_of_the_scheme() -> None:
    offered = suggestions(SCHEME)
    assert {"label:claim", 'verdict:"not enough"', "checked:yes", "value:none", "has:relation"} <= set(offered)
    assert parsed('verdict:"not enough"', SCHEME).terms == (Term("verdict", ("not enough",)),)
    assert {"state:asked", 'state:"cannot verify"', "state:none", "open:yes", "open:no"} <= set(offered)


def test_an_attribute_of_the_same_name_comes_first() -> None:
    rules = (AttributeRule("State", "choice", ("raw", "asked")), AttributeRule("open", "flag"))
    scheme = Scheme("s", "S", (Label("claim", "c", "#005a9c", "fill", rules),))
    raw = Annotation("a", "claim", Span(0, 4), {"State": "raw", "open": False}, state="asked")
    for typed, meets in (("state:raw", True), ("state:asked", False), ("open:yes", False)):
        assert parsed(typed, scheme).meets(scheme, (), {"a"})(raw) is meets
    assert "state:query" not in suggestions(scheme)


@pytest.mark.parametrize(
    ("typed", "ids"),
    [
        ("signed:yes", "a"),
        ("signed:no", "b"),
        ("-signed:yes", "bcd"),
        ("signed:Alice", "a"),
        ("signed:bob", ""),
        ("reopened:yes", "b"),
        ("reopened:no label:claim", "a"),
    ],
)
def test_facts_are_found_by_their_sign_off(typed: str, ids: str) -> None:
    facts = {"a": FactStanding(("alice",)), "b": FactStanding((), Cause.PLACE)}
    asked = parsed(typed, SCHEME)
    meets = asked.meets(SCHEME, LINKED, standing=lambda: facts)
    assert "".join(annotation.id for annotation in ANNOTATIONS if meets(annotation)) == ids
