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
    assert Label("open_question", "f", "#56B4E9", "fill").letter_in("") == "F"
    assert Label("open_question", "3", "#56B4E9", "fill").letter_in("") == "O"


def test_a_label_has_a_name_in_each_language_and_its_own_in_all_others() -> None:
    names = (("de", "Offene Frage"), ("PT-br", "Questão aberta"), ("eo", "Demando"))
    label = Label("open_question", "3", "#56B4E9", "fill", names=names)
    wanted = {"de": "Offene Frage", "de-AT": "Offene Frage", "pt-BR": "Questão aberta", "pt": "open question"}
    assert {code: label.name_in(code) for code in wanted} == wanted
    assert (label.name_in(""), label.name_in("ar"), label.name) == ("open question",) * 3
    assert (label.letter_in("eo"), label.letter_in("en")) == ("D", "O")


def test_a_choice_says_what_it_means() -> None:
    rule = AttributeRule("kind", "choice", ("a", "b"), meanings=("First.", "Second."))
    assert rule.meaning("b") == "Second."
    assert rule.meaning("c") == ""
    assert AttributeRule("kind", "choice", ("a", "b")).meaning("a") == ""
