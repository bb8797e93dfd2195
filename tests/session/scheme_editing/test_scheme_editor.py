"""Editor of a scheme: steps that change nothing, parts that cannot be, and what is left to show."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from annotator.model.annotation import Annotation, Relation
from annotator.model.article import Article
from annotator.model.document import Document
from annotator.model.items import altered
from annotator.model.scheme import AttributeRule, Guideline, Label, RelationRule, Scheme
from annotator.model.scheme_changes.parts import ARTICLE, ATTRIBUTE, CHOICE, LABEL, RELATION, SCHEME, Part, rule_of
from annotator.model.span import Span
from annotator.session.scheme_editing.edits import with_attributes, with_guideline
from annotator.session.scheme_editing.scheme_editor import SchemeEditor
from annotator.session.scheme_editing.uses import Uses

KIND = AttributeRule("kind", "choice", ("event", "rule"))
STRENGTH = AttributeRule("strength", "choice", ("weak", "strong"))
SMALL = Scheme(
    "small",
    "Small",
    (Label("claim", "c", "#56B4E9", "fill", (KIND,)), Label("source", "s", "#E69F00", "line")),
    (RelationRule("said_by", "claim", "source", attributes=(STRENGTH,)),),
    (AttributeRule("topics", "choice", ("town", "sea"), many=True),),
)
CLAIM, SOURCE, SAID_BY = Part(LABEL, "claim"), Part(LABEL, "source"), Part(RELATION, "said_by")


class Heard:
    """An editor of the small scheme and what it told."""

    def __init__(self, folder: Path) -> None:
        self.editor = SchemeEditor(SMALL, folder, lambda _key: "")
        self.told: list[str] = []
        self.editor.changed.connect(lambda: self.told.append("changed"))
        self.editor.went.connect(lambda: self.told.append("went"))
        self.editor.refused.connect(self.told.append)
        self.editor.sweep_asked.connect(lambda deed, place, name: self.told.append(f"{deed} {place.name} {name}"))


@pytest.fixture
def heard(tmp_path: Path) -> Heard:
    return Heard(tmp_path)


def test_the_first_cannot_move_up(heard: Heard) -> None:
    heard.editor.move(-1)
    assert (heard.editor.scheme, heard.editor.draft.steps, heard.told) == (SMALL, 0, [])


def test_starting_from_the_same_scheme_is_no_step(heard: Heard) -> None:
    heard.editor.go(SOURCE)
    heard.editor.start_with(SMALL, b"")
    assert (heard.editor.place, heard.editor.draft.steps, heard.told) == (SOURCE, 0, ["went"])


def test_starting_from_another_scheme_is_one_step(heard: Heard) -> None:
    other = altered(SMALL, id="other", name="Other", labels=SMALL.labels[1:], relations=())
    heard.editor.start_with(other, b"other")
    assert (heard.editor.place, heard.editor.draft.undo_title) == (SOURCE, "Start from “Other”")
    heard.editor.undo()
    assert (heard.editor.scheme, heard.editor.draft.redo_title) == (SMALL, "Start from “Other”")


def test_without_steps_there_is_nothing_to_undo_or_redo(heard: Heard) -> None:
    heard.editor.undo()
    heard.editor.redo()
    assert (heard.editor.scheme, heard.told) == (SMALL, [])


@pytest.mark.parametrize(
    ("place", "kind", "refusal"),
    [
        (CLAIM, CHOICE, "Only an attribute that is a choice has choices."),
        (Part(SCHEME), ATTRIBUTE, "The scheme itself has no attributes."),
    ],
)
def test_a_part_that_cannot_be_there_is_refused(heard: Heard, place: Part, kind: str, refusal: str) -> None:
    heard.editor.go(place)
    heard.editor.add(kind)
    assert (heard.editor.scheme, heard.told[-1]) == (SMALL, refusal)


def test_its_own_name_is_no_new_one(heard: Heard) -> None:
    assert heard.editor.rename("claim") == ""
    assert (heard.editor.draft.steps, heard.told) == (0, [])


def test_a_name_in_saved_files_is_asked_about(heard: Heard) -> None:
    assert heard.editor.rename("statement") == ""
    assert (heard.editor.scheme, heard.told) == (SMALL, ["rename claim statement"])


def test_a_new_part_is_removed_at_once_and_the_one_beside_it_shown(heard: Heard) -> None:
    heard.editor.add(LABEL)
    assert heard.editor.place == Part(LABEL, "new_label")
    heard.editor.remove()
    assert (heard.editor.scheme, heard.editor.place, heard.editor.draft.steps) == (SMALL, SOURCE, 2)


def test_another_guideline_is_that_of_the_part_alone() -> None:
    words = Guideline("Somebody says it.")
    for place in (CLAIM.child("kind"), SAID_BY.child("strength"), Part(ARTICLE).child("topics")):
        rule = rule_of(with_guideline(SMALL, place, words), place)
        assert rule
        assert rule.guideline == words
    assert with_guideline(SMALL, CLAIM, words).labels[0].guideline == words
    changed = with_guideline(SMALL, SAID_BY, words)
    assert changed.relations == (altered(SMALL.relations[0], guideline=words),)
    assert (changed.labels, changed.article) == (SMALL.labels, SMALL.article)


@pytest.mark.parametrize("place", [CLAIM, SAID_BY, Part(ARTICLE)])
def test_other_attributes_are_those_of_their_owner(place: Part) -> None:
    changed = with_attributes(SMALL, place, ())
    assert not rule_of(changed, place.child("kind"))
    kept = {CLAIM.child("kind"), SAID_BY.child("strength"), Part(ARTICLE).child("topics")}
    assert {part for part in kept if rule_of(changed, part)} == {part for part in kept if part.owner != place}


def test_relations_and_values_are_counted_too() -> None:
    article = Article.of("town.txt", "People left, said Hale.")
    claim = Annotation("a00000", "claim", Span(0, 11), attributes={"kind": "event"})
    source = Annotation("a00001", "source", Span(18, 22))
    relation = Relation("r00000", "said_by", claim.id, source.id, attributes={"strength": "weak"})
    document = Document(article, {claim.id: claim, source.id: source}, {relation.id: relation})
    uses = Uses()
    uses.add("town.txt", replace(document, annotator="kim", article_extra={"attributes": {"topics": ["town", "sea"]}}))
    uses.add("twin.txt", replace(document, annotator="lee", article_extra={"attributes": {"topics": ["sea"]}}))
    topics = Part(ARTICLE).child("topics")
    assert (uses.counts[CLAIM], uses.counts[CLAIM.child("kind").child("event")]) == (2, 2)
    assert (uses.counts[SAID_BY], uses.counts[SAID_BY.child("strength").child("weak")]) == (2, 2)
    assert (uses.counts[topics], uses.counts[topics.child("town")], uses.counts[topics.child("sea")]) == (2, 1, 2)
    assert (uses.articles[SAID_BY], uses.annotators[SAID_BY]) == ({"town.txt", "twin.txt"}, {"kim", "lee"})
    assert Part(ARTICLE) not in uses.counts
