"""Schemes."""

from __future__ import annotations

from annotator.model.scheme import AttributeRule, Label, Scheme


def test_a_label_is_found_by_its_id() -> None:
    claim = Label("claim", "c", "#56B4E9", "fill")
    scheme = Scheme("s", "S", (claim,))
    assert scheme.label("claim") is claim
    assert scheme.label("source") is None


def test_a_label_is_read_and_lettered_as_people_do() -> None:
    assert Label("open_question", "f", "#56B4E9", "fill").name == "open question"
    assert Label("open_question", "f", "#56B4E9", "fill").letter == "F"
    assert Label("open_question", "3", "#56B4E9", "fill").letter == "O"


def test_a_choice_says_what_it_means() -> None:
    rule = AttributeRule("kind", "choice", ("a", "b"), meanings=("First.", "Second."))
    assert rule.meaning("b") == "Second."
    assert rule.meaning("c") == ""
    assert AttributeRule("kind", "choice", ("a", "b")).meaning("a") == ""
