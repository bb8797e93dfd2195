"""What the two sides of a conflict say."""

from __future__ import annotations

from types import MappingProxyType

from annotator.model.annotation import Annotation, Excerpt, Relation
from annotator.model.article import Article
from annotator.model.change import Part
from annotator.model.document import Document, Head
from annotator.model.items import altered
from annotator.model.merge import Conflict
from annotator.model.scheme import Label, Scheme
from annotator.model.span import Span
from annotator.ui.dialogs.merge_dialog.facts import Fact, end_words, facts

ARTICLE = Article.of("town.txt", "Thousands of people left the town on Thursday.\nThousands came back.")
SCHEME = Scheme("small", "Small", (Label("claim", "c", "#56B4E9", "fill"),))
CLAIM = Annotation("a", "claim", Span(0, 9), {"kind": "event"})
DOCUMENT = Document(ARTICLE, MappingProxyType({"a": CLAIM}))


def told(base: Part | None, ours: Part, theirs: Part | None) -> list[Fact]:
    return facts(Conflict(base, ours, theirs), DOCUMENT, SCHEME)


def test_what_neither_has_altered_is_left_out() -> None:
    assert told(CLAIM, altered(CLAIM, note="mine"), altered(CLAIM, note="theirs")) == [
        Fact("Note", "–", "mine", "theirs")
    ]


def test_words_with_marks_of_their_own_have_one_pair() -> None:
    document = Document(Article.of("a.txt", "“We deny it”, they said."), {"a": altered(CLAIM, span=Span(0, 12))})
    assert end_words("a", document) == "“We deny it”"


def test_what_is_new_to_both_is_told_where_they_differ() -> None:
    assert told(None, CLAIM, altered(CLAIM, attributes={})) == [Fact("Kind", "", "event", "–")]


def test_what_is_left_of_an_annotation_that_one_side_removed() -> None:
    assert told(CLAIM, altered(CLAIM, note="mine"), None) == [
        Fact("Annotation", "there", "there", "removed"),
        Fact("Note", "–", "mine", ""),
    ]


def test_the_same_words_elsewhere_are_told_by_their_place() -> None:
    there = altered(CLAIM, span=Span(47, 56), note="theirs")
    place = told(CLAIM, altered(CLAIM, note="mine"), there)[0]
    assert place == Fact("Place", "line 1, 0–9", "line 1, 0–9", "line 2, 47–56")


def test_a_place_that_was_lost() -> None:
    lost = altered(CLAIM, displaced=Excerpt("Thousands", verdict="ambiguous"))
    assert told(CLAIM, lost, None)[1].mine == "not found here (ambiguous)"


def test_an_attribute_may_be_called_note() -> None:
    ours = altered(CLAIM, attributes={"kind": "event", "note": "an attribute"}, note="mine")
    assert [fact.mine for fact in told(CLAIM, ours, altered(CLAIM, note="theirs"))] == ["an attribute", "mine"]


def test_a_label_that_the_scheme_lacks() -> None:
    assert told(CLAIM, altered(CLAIM, label="old-kind"), altered(CLAIM, label="cue"))[0].mine == "old-kind"


def test_long_words_lose_their_middle() -> None:
    text = "x" * 5_000
    document = Document(Article.of("long.txt", text))
    long = altered(CLAIM, span=Span(0, 4_000))
    words = facts(Conflict(CLAIM, long, None), document, SCHEME)[1].mine
    assert len(words) < 300
    assert " … " in words


def test_what_a_relation_says() -> None:
    link = Relation("r", "via", "a", "a")
    ours, theirs = altered(link, attributes={"sure": True}), altered(link, note="theirs")
    assert told(link, ours, theirs) == [Fact("Sure", "–", "yes", "–"), Fact("Note", "–", "–", "theirs")]


def test_facts_of_the_file() -> None:
    head = Head("al", "small", "", {}, {"project": 1})
    other = altered(head, annotator="bea", article_extra={"title": "Town"}, extra={"project": True})
    assert told(head, altered(head, encoding="cp1252"), other) == [
        Fact("Annotator", "al", "al", "bea"),
        Fact("Project", "1", "1", "yes"),
        Fact("Encoding", "–", "cp1252", "–"),
        Fact("Article: Title", "–", "–", "Town"),
    ]
