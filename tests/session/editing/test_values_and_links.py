"""Values of attributes and relations in the session: steps of undo with their names, and what is said."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QLocale

from annotator.model.scheme import AttributeRule
from annotator.session.editing.marking import Marking
from annotator.session.editing.relations.link_candidates import LinkCandidates
from annotator.session.editing.relations.linking import Linking
from annotator.session.editing.values.values import Values, typed_value
from annotator.session.open_article import OpenArticle
from annotator.session.session import Session

MARKS = (("claim", "Thousands"), ("claim", "left"), ("source", "people"), ("figure", "town"))
CLAIM, OTHER, SOURCE, FIGURE = (f"a{number:05}" for number in range(4))


@pytest.fixture(autouse=True)
def said(session: Session, opened: Callable[..., OpenArticle]) -> list[str]:
    session.show(opened(MARKS, text="Thousands of people left the town."))
    words: list[str] = []
    session.said.connect(words.append)
    return words


class TestValues:
    def test_one_edit_is_one_step_with_its_name(self, session: Session) -> None:
        values = Values(session)
        assert values.set([CLAIM], "verdict", "not-enough-evidence")
        assert session.document.annotations[CLAIM].attributes == {"verdict": "not-enough-evidence"}
        assert session.history.undoText() == "Set verdict of “Thousands” to not enough evidence"
        session.history.undo()
        assert session.document.annotations[CLAIM].attributes == {}
        assert not values.set([CLAIM], "verdict", None)

    def test_several_at_once_are_one_step(self, session: Session, said: list[str]) -> None:
        Values(session).set([CLAIM, OTHER], "kind", "event")
        assert said == ["2 annotations: kind set to event"]
        Values(session).set([CLAIM, OTHER], "kind", None)
        assert said[1:] == ["Removed kind of 2 annotations"]
        session.history.undo()
        session.history.undo()
        assert not any(item.attributes for item in session.document.annotations.values())

    def test_what_is_typed_with_one_token_is_one_step(self, session: Session) -> None:
        token = object()
        for text in ("P", "Pe", "Pet"):
            Values(session).set([SOURCE], "entity", text, token)
        assert session.current
        assert session.current.undo.count() == 1

    def test_the_values_last_set_on_a_label_again(self, session: Session, said: list[str]) -> None:
        values = Values(session)
        assert not values.again([OTHER])
        assert said == ["There are no values to repeat on this label yet"]
        values.set([CLAIM], "kind", "event")
        values.set([CLAIM], "verdict", "refuted")
        assert values.again([OTHER])
        assert session.document.annotations[OTHER].attributes == {"kind": "event", "verdict": "refuted"}
        assert said[-1] == "Repeated the values on “left”"
        assert not values.again([OTHER])

    def test_the_article_has_values_of_its_own(self, session: Session, said: list[str]) -> None:
        values = Values(session)
        assert values.set_of_article("outlet", "The Daily")
        assert session.document.article_attributes == {"outlet": "The Daily"}
        assert values.set_of_article("outlet", None)
        assert said == ["Article: outlet set to The Daily", "Removed outlet of the article"]

    def test_a_relation_says_more(self, session: Session, said: list[str]) -> None:
        Linking(session).link(CLAIM, SOURCE, "attributed_to")
        [id] = session.document.relations
        values = Values(session)
        assert values.set_of_relation(id, "sure", True)
        assert values.set_note_of_relation(id, "Twice.")
        relation = session.document.relations[id]
        assert (relation.attributes, relation.note) == ({"sure": True}, "Twice.")
        assert said[1:] == [
            "Relation attributed to: sure set to yes",
            "Wrote the note on the relation attributed to",
        ]
        assert values.set_of_relation(id, "sure", None)
        assert values.set_note_of_relation(id, "")
        relation = session.document.relations[id]
        assert (relation.attributes, relation.note) == ({}, "")
        assert said[3:] == [
            "Removed sure of the relation attributed to",
            "Removed the note on the relation attributed to",
        ]

    def test_what_the_scheme_does_not_know_has_a_value_all_the_same(self, session: Session, said: list[str]) -> None:
        assert Values(session).set([FIGURE], "seen_by", ["Ana", "Ben"])
        assert Values(session).set_of_article("checked", True)
        assert said == ["“town”: seen by set to Ana, Ben", "Article: checked set to yes"]
        assert not Values(session).set([], "seen_by", "Ana")


class TestLinks:
    def test_the_candidates_are_what_the_scheme_allows_the_nearest_first(self, session: Session) -> None:
        assert session.current
        candidates = LinkCandidates(session.current, (CLAIM,))
        assert [item.id for item in candidates.all()] == [SOURCE, OTHER, FIGURE]
        assert [rule.id for rule in Linking(session).types(CLAIM, SOURCE)] == ["attributed_to"]

    def test_it_is_made_removed_and_taken_back(self, session: Session, said: list[str]) -> None:
        linking = Linking(session)
        assert linking.link(CLAIM, SOURCE, "attributed_to")
        [id] = session.document.relations
        assert linking.remove([id])
        assert said == [
            "Linked “Thousands” to “people”: attributed to",
            "Removed the relation attributed to of “Thousands” to “people”",
        ]
        session.history.undo()
        assert list(session.document.relations) == [id]

    def test_several_are_removed_as_one_step(self, session: Session, said: list[str]) -> None:
        linking = Linking(session)
        assert not linking.remove([])
        linking.link(CLAIM, SOURCE, "attributed_to")
        linking.link(CLAIM, OTHER, "contradicts")
        assert linking.remove(list(session.document.relations))
        assert (said[-1], session.document.relations) == ("Removed 2 relations", {})
        session.history.undo()
        assert len(session.document.relations) == 2

    def test_the_same_again_and_what_is_not_allowed_are_refused(self, session: Session, said: list[str]) -> None:
        linking = Linking(session)
        linking.link(CLAIM, OTHER, "contradicts")
        assert not linking.link(OTHER, CLAIM, "contradicts")
        assert said[-1] == "“Thousands” is linked to “left” already: contradicts"
        assert not linking.link(SOURCE, CLAIM, "attributed_to")
        assert said[-1] == "The scheme does not allow the relation attributed to between these annotations"
        assert len(session.document.relations) == 1

    def test_it_is_retyped_and_turned_round(self, session: Session, said: list[str]) -> None:
        linking = Linking(session)
        linking.link(CLAIM, OTHER, "repeats")
        [id] = session.document.relations
        assert linking.retype(id, "updates")
        assert linking.turn_round(id)
        relation = session.document.relations[id]
        assert (relation.type, relation.source, relation.target) == ("updates", OTHER, CLAIM)
        assert said[1:] == ["Changed the relation repeats to updates", "Turned the relation updates round"]

    def test_removing_an_annotation_says_which_relations_go_with_it(self, session: Session, said: list[str]) -> None:
        Linking(session).link(CLAIM, SOURCE, "attributed_to")
        Marking(session).remove([SOURCE])
        assert said[-1] == "Removed “people” and 1 relation"
        session.undo()
        Marking(session).remove([CLAIM, SOURCE])
        assert said[-1] == "Removed 2 annotations and 1 relation"
        assert not session.document.relations
        session.history.undo()
        assert session.document.relations


@pytest.fixture
def german() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale("de"))
    yield
    QLocale.setDefault(before)


def test_a_number_is_read_in_the_language_of_the_window(german: None) -> None:
    value = AttributeRule("value", "number")
    assert typed_value("1.204,5", value) == (1204.5, "")
    assert typed_value("viele", value) == (None, "It is not a number: write digits, as in 1.204,5.")
