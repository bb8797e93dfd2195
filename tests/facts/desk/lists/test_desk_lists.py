"""Lists of one document: queries, calls without quotes, criticism, proposed changes, and what is open."""

from __future__ import annotations

import pytest

from annotator.facts.desk.lists.calls import calls_by_source
from annotator.facts.desk.lists.desk_lists import desk_lists, joined
from annotator.facts.desk.open_facts import Reason
from annotator.model.annotation import Annotation, Excerpt, Relation
from annotator.model.article import Article
from annotator.model.document import Document
from annotator.model.items import Item, altered
from annotator.model.kinds.criticisms import Criticism
from annotator.model.kinds.queries import Query
from annotator.model.scheme import AttributeRule, Label, RelationRule, Scheme
from annotator.model.span import Span

TEXT = (
    "The quay cost 40 million, the harbour office said. “Nobody asked us,” said Okoro. "
    "She called the plan “a gift to the owners” and late."
)
CLAIM = Label("claim", "c", "#56B4E9", "fill", (AttributeRule("verdict", "choice", ("supported", "refuted")),))
SOURCE = Label("source", "s", "#E69F00", "line", (AttributeRule("entity", "text"),))
FIGURE = Label("figure", "f", "#009E73", "box", (AttributeRule("value", "number"),))
SCHEME = Scheme(
    "facts",
    "Facts",
    (CLAIM, SOURCE, FIGURE),
    (RelationRule("attributed_to", "claim", "source"), RelationRule("quantifies", "figure", "claim")),
)


def at(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


COST = Annotation("c1", "claim", at("The quay cost 40 million"))
ASKED = Annotation("c2", "claim", at("Nobody asked us"))
GIFT = Annotation("c3", "claim", at("the plan “a gift to the owners” and late"))
MARKS = (
    *(COST, ASKED, GIFT),
    Annotation("f1", "figure", at("40 million")),
    Annotation("s1", "source", at("the harbour office"), {"entity": "Harbour Office"}),
    Annotation("s2", "source", at("Okoro")),
    Annotation("s3", "source", at("She"), {"entity": "okoro"}),
)
RELATIONS = (
    Relation("r1", "attributed_to", "c1", "s1"),
    Relation("r2", "attributed_to", "c2", "s2"),
    Relation("r3", "attributed_to", "c3", "s3"),
    Relation("r4", "quantifies", "f1", "c1"),
)


def document(*items: Item, marks: tuple[Annotation, ...] = MARKS) -> Document:
    made = Document(
        Article.of("quay.txt", TEXT),
        {one.id: one for one in marks},
        {one.id: one for one in RELATIONS},
        annotator="sam",
    )
    for item in items:
        made = made.with_items(type(item), {**made.of(type(item)), item.id: item})
    return made


def with_it(annotation: Annotation) -> Document:
    return document(marks=tuple(annotation if one.id == annotation.id else one for one in MARKS))


def test_queries_about_the_article_come_before_those_about_facts() -> None:
    made = document(
        Query("q1", "c2", "Who was asked?", "sam", "2026-11-28T10:00:00Z"),
        Query("q2", "c1", "Which year?", "sam", "2026-11-28T10:01:00Z", "2025", "2026-11-28T11:00:00Z"),
        Query("q3", "", "Who wrote this?", "sam", "2026-11-28T12:00:00Z"),
        Query("q4", "gone", "About words that are not there any more?"),
    )
    rows = desk_lists(made, SCHEME, "harbour/quay.txt").queries
    assert [(row.query.id, row.fact.number if row.fact else 0, row.is_open) for row in rows] == [
        ("q4", 0, True),
        ("q3", 0, True),
        ("q2", 1, False),
        ("q1", 2, True),
    ]
    assert {(row.article, row.annotator) for row in rows} == {("harbour/quay.txt", "sam")}


def test_calls_are_grouped_by_the_name_of_the_source() -> None:
    groups = calls_by_source(desk_lists(document(), SCHEME).calls)
    assert [(name, [row.fact.number for row in rows]) for name, rows in groups] == [
        ("Harbour Office", [1]),
        ("Okoro", [2, 3]),
    ]


def test_a_call_tells_the_claim_with_its_figures_and_nothing_that_is_quoted() -> None:
    rows = desk_lists(document(), SCHEME).calls
    assert [(row.said, row.figures) for row in rows] == [
        ("The quay cost 40 million", ("40 million",)),
        ("", ()),
        ("the plan … and late", ()),
    ]


@pytest.mark.parametrize(
    ("in_full", "said"),
    [
        ("The quay was planned for its owners and came late.", "The quay was planned for its owners and came late."),
        ("Okoro says nobody  asked us about the quay.", "Okoro says … about the quay."),
        ("“Nobody asked us.”", ""),
        ("Nobody asked us.", ""),
    ],
)
def test_a_claim_in_full_is_told_without_the_quoted_words(in_full: str, said: str) -> None:
    rows = desk_lists(with_it(altered(ASKED, attributes={"in_full": in_full})), SCHEME).calls
    assert rows[1].said == said


def test_quoted_words_that_are_not_at_their_place_are_not_told_either() -> None:
    lost = altered(ASKED, displaced=Excerpt("Nobody has asked us", "“", "” said Okoro", "lost", "0" * 64))
    assert desk_lists(with_it(lost), SCHEME).calls[1].said == ""


def test_nobody_is_called_about_what_is_settled() -> None:
    rows = desk_lists(with_it(altered(COST, state="confirmed")), SCHEME).calls
    assert [row.fact.id for row in rows] == ["c2", "c3"]


def test_criticism_has_its_facts_and_its_replies() -> None:
    made = document(
        Criticism("k1", ("c3",), "Harbour Office", "2026-11-28"), Criticism("k2", ("c2",), "Mayor", "", ("c1", "gone"))
    )
    rows = desk_lists(made, SCHEME).criticism
    assert [(row.criticism.id, [one.id for one in row.replies], row.is_open) for row in rows] == [
        ("k2", ["c1"], False),
        ("k1", [], True),
    ]
    assert [[one.number for one in row.facts] for row in rows] == [[2], [3]]


def test_proposed_changes_are_open_until_the_author_answers() -> None:
    changed = {"old": "40 million", "new": "four million", "answer": "refused", "why": "so the invoice"}
    made = with_it(altered(COST, wording=changed))
    row = desk_lists(made, SCHEME).changes[0]
    assert (row.old, row.new, row.answer, row.why, row.is_open) == (*changed.values(), False)
    (row,) = desk_lists(with_it(altered(COST, wording={"new": "It cost less"})), SCHEME).changes
    assert (row.old, row.is_open) == ("The quay cost 40 million", True)
    assert not desk_lists(with_it(altered(COST, wording={"why": "odd"})), SCHEME).changes


def test_what_is_open_says_why() -> None:
    made = document(Query("q1", "c1", "Which year?"), Criticism("k1", ("c1",), "Mayor"))
    first = desk_lists(made, SCHEME).open[0]
    assert first.fact.reasons == (Reason.STATE, Reason.QUERY, Reason.CRITICISM)
    assert len(desk_lists(with_it(altered(COST, state="confirmed")), SCHEME).open) == 2


def test_lists_of_several_documents_follow_each_other() -> None:
    made = document(Query("q1", "", "Who wrote this?"))
    lists = joined([desk_lists(made, SCHEME, "a.txt"), desk_lists(made, SCHEME, "b.txt")])
    assert [row.article for row in lists.queries] == ["a.txt", "b.txt"]
    assert [row.article for row in lists.open] == ["a.txt"] * 3 + ["b.txt"] * 3


def test_a_long_claim_is_told_to_its_end() -> None:
    full = " ".join(["The quay cost 40 million"] * 40) + " in all."
    rows = desk_lists(with_it(altered(COST, attributes={"in_full": full})), SCHEME).calls
    assert rows[0].said == full
