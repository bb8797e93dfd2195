"""Values of figures that are filled as they are tagged, relabelled and moved, and undone with it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from annotator.model import attribute_edits
from annotator.model.annotation import Annotation
from annotator.model.items import altered
from annotator.model.scheme import AttributeRule, Label
from annotator.session.editing.edge_mover import END, EdgeMover
from annotator.session.editing.marking import Marking
from annotator.session.session import Session
from tests.session.conftest import NOW, Opened

TEXT = (
    "At least 1,204 people were brought out by the buses of the town, said the mayor on Thursday, and prices "
    "nearly doubled. A fund of €3.2 million is for the families of the others."
)
GERMAN = "Rund 3,2 Millionen Euro kosten die Busse, und das ist für die Stadt zu viel."


@pytest.fixture
def marking(session: Session, opened: Opened) -> Marking:
    session.show(opened(text=TEXT))
    return Marking(session)


def tag(session: Session, words: str, label: str = "figure") -> Annotation:
    start = session.document.article.text.index(words)
    session.move_caret(start + len(words), start)
    Marking(session).tag(label)
    return only(session)


def only(session: Session) -> Annotation:
    (found,) = session.document.annotations.values()
    return found


def test_a_figure_is_filled_as_it_is_tagged(marking: Marking, session: Session) -> None:
    found = tag(session, "At least 1,204")
    assert dict(found.attributes) == {"value": 1204, "modifier": "at-least", "kind": "count", "counted": "people"}
    assert found.by_rule == ("value", "modifier", "kind", "counted")


def test_tagging_and_filling_are_one_step_of_undo(marking: Marking, session: Session) -> None:
    filled = tag(session, "At least 1,204")
    session.undo()
    assert not session.document.annotations
    session.redo()
    assert only(session) == filled


def test_a_currency_is_the_unit_where_the_label_has_no_attribute_for_it(marking: Marking, session: Session) -> None:
    found = tag(session, "€3.2 million")
    assert (found.attributes["value"], found.attributes["unit"], found.attributes["kind"]) == (3200000, "EUR", "money")


def test_a_label_that_is_no_figure_is_left_alone(marking: Marking, session: Session) -> None:
    assert not tag(session, "At least 1,204", "claim").attributes


def test_what_is_not_understood_is_said_and_not_guessed(marking: Marking, session: Session, said: list[str]) -> None:
    assert not tag(session, "nearly doubled").attributes
    assert said == ["Tagged “nearly doubled” as figure; its value was not understood"]


def test_nothing_is_filled_where_the_setting_is_off(marking: Marking, session: Session, said: list[str]) -> None:
    session.fills_figures = False
    assert not tag(session, "At least 1,204").attributes
    assert said == ["Tagged “At least 1,204” as figure"]


def test_a_moved_edge_reads_again_and_leaves_what_a_person_gave(marking: Marking, session: Session) -> None:
    found = tag(session, "1,204")
    session.do(attribute_edits.confirm(session.document, [found.id], "kind", now=NOW), "Confirm")
    session.do(attribute_edits.set_attribute(session.document, [found.id], "value", 1200, now=NOW), "Correct")
    edge = EdgeMover(session, lambda _hold: None)
    before = only(session)
    edge.take(END)
    edge.move_to(TEXT.index("people") + len("people"))
    edge.keep()
    moved = only(session)
    assert moved.attributes["counted"] == "people"
    assert (moved.attributes["value"], moved.attributes["kind"]) == (1200, "count")
    assert set(moved.by_rule) == {"modifier", "counted"}
    session.undo()
    assert only(session) == before


def test_values_by_rule_go_where_the_words_say_none_any_more(marking: Marking, session: Session) -> None:
    tag(session, "€3.2 million")
    edge = EdgeMover(session, lambda _hold: None)
    edge.take(END)
    edge.move_to(TEXT.index("3.2 million") + len("3.2"))
    edge.keep()
    assert (dict(only(session).attributes), only(session).by_rule) == ({}, ())


def test_relabelling_fills_and_takes_back(marking: Marking, session: Session) -> None:
    found = tag(session, "At least 1,204", "claim")
    marking.relabel([found.id], "figure")
    assert only(session).attributes["value"] == 1204
    marking.relabel([found.id], "claim")
    assert (dict(only(session).attributes), only(session).by_rule) == ({}, ())
    session.undo()
    assert only(session).attributes["value"] == 1204


def test_the_language_of_the_article_counts(session: Session, opened: Opened) -> None:
    session.show(opened(text=GERMAN))
    assert tag(session, "Rund 3,2 Millionen Euro").attributes["value"] == 3200000


def test_the_language_that_the_article_names_comes_before_the_likely_one(session: Session, opened: Opened) -> None:
    article = opened(text="The price is 1,204 for the people of the town who are there.")
    article.document = replace(article.document, article_extra={"language": "de"})
    session.show(article)
    assert tag(session, "1,204").attributes["value"] == 1.204


def test_any_label_with_a_number_called_value_is_a_figure(session: Session, opened: Opened) -> None:
    article = opened(text=TEXT)
    kinds = AttributeRule("kind", "choice", ("money", "other"))
    rules = (AttributeRule("value", "number"), AttributeRule("currency", "text"), AttributeRule("unit", "text"), kinds)
    article.scheme = altered(article.scheme, labels=(Label("sum", "x", "#000000", "box", rules),))
    session.show(article)
    found = tag(session, "€3.2 million", "sum")
    assert dict(found.attributes) == {"value": 3200000, "kind": "money", "currency": "EUR"}
    session.undo()
    assert dict(tag(session, "At least 1,204", "sum").attributes) == {"value": 1204}
