"""Where a document does not keep to its scheme."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from types import MappingProxyType

import pytest

from annotator.corpus.checking.faults import Fault, SchemeFaults
from annotator.model.annotation import Annotation, Relation, Value
from annotator.model.article import Article
from annotator.model.document import Document, Status
from annotator.model.items import altered
from annotator.model.scheme import AttributeRule, Label, RelationRule, Scheme
from annotator.model.span import Span

RULES = (
    AttributeRule("kind", "choice", ("event", "3")),
    AttributeRule("tags", "choice", ("a", "b"), many=True),
    AttributeRule("evidence", "link", many=True),
    AttributeRule("value", "number"),
    AttributeRule("sure", "flag"),
    AttributeRule("on", "date"),
    AttributeRule("unit", "text"),
)
CLAIM, SOURCE = Label("claim", "c", "#56B4E9", "fill", RULES), Label("source", "s", "#E69F00", "line")
RELATIONS = (
    RelationRule("attributed_to", "claim", "source"),
    RelationRule("contradicts", "claim", "claim", symmetric=True, attributes=(AttributeRule("sure", "flag"),)),
)
SCHEME = Scheme("own", "Own", (CLAIM, SOURCE), RELATIONS, (AttributeRule("published", "date"),))
C, S = Annotation("c", "claim", Span(0, 4)), Annotation("s", "source", Span(5, 9))


def found(*items: Annotation | Relation, status: str = "done") -> list[Fault]:
    annotations = {item.id: item for item in items if isinstance(item, Annotation)}
    relations = {item.id: item for item in items if isinstance(item, Relation)}
    article = Article.of("story.txt", "Some words of a story.")
    document = Document(article, MappingProxyType(annotations), MappingProxyType(relations), Status(status))
    return list(SchemeFaults(SCHEME).of(document))


def test_a_document_that_keeps_to_its_scheme_has_none() -> None:
    assert found(C, S, Relation("r", "attributed_to", "c", "s")) == []


def test_an_unknown_status_and_an_unknown_label() -> None:
    assert found(Annotation("x", "odd", Span(0, 4)), status="half") == [
        Fault("", ("status",), "There is no status “half”."),
        Fault("x", ("label",), "The scheme has no label “odd”."),
    ]


def test_the_same_label_on_the_same_words() -> None:
    again = Annotation("d", "claim", Span(0, 4))
    assert found(C, again) == [Fault("d", (), "It marks the same words with the same label as “c”.")]


def test_an_unknown_attribute() -> None:
    (fault,) = found(Annotation("x", "source", Span(0, 4), {"kind": "event"}))
    assert fault == Fault("x", ("attributes", "kind"), "The label “source” has no attribute “kind” in the scheme.")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        *(("kind", "event"), ("kind", 3), ("tags", "a"), ("tags", ["a", "b"]), ("tags", [])),
        *(
            ("value", 3),
            ("value", 0.5),
            ("value", Decimal("1.50")),
            ("sure", True),
            ("unit", "km"),
            ("evidence", ["x"]),
        ),
        *(("on", "2016"), ("on", "2016-12"), ("on", "2016-12-15")),
    ],
)
def test_a_value_that_the_scheme_allows(name: str, value: Value) -> None:
    assert found(Annotation("x", "claim", Span(0, 4), {name: value})) == []


@pytest.mark.parametrize(
    ("name", "value", "what"),
    [
        ("kind", "odd", "The value “odd” of “kind” is not one of event, 3."),
        ("kind", ["event"], "The value “[event]” of “kind” is not one of event, 3."),
        ("kind", None, "The value “null” of “kind” is not one of event, 3."),
        ("tags", ["a", "c"], "The value “c” of “tags” is not one of a, b."),
        ("value", "3", "The value “3” of “value” is not a number."),
        ("value", True, "The value “true” of “value” is not a number."),
        ("sure", 1, "The value “1” of “sure” is not true or false."),
        ("on", "2016-13", "The value “2016-13” of “on” is not a date, as in 2016-12-15."),
        ("on", "2016-02-30", "The value “2016-02-30” of “on” is not a date, as in 2016-12-15."),
        ("on", "20161215", "The value “20161215” of “on” is not a date, as in 2016-12-15."),
        ("on", 2016, "The value “2016” of “on” is not a date, as in 2016-12-15."),
        ("unit", 3, "The value “3” of “unit” is not text."),
        ("evidence", [3], "The value “3” of “evidence” is not text."),
    ],
)
def test_a_value_that_the_scheme_does_not_allow(name: str, value: Value, what: str) -> None:
    assert found(Annotation("x", "claim", Span(0, 4), {name: value})) == [Fault("x", ("attributes", name), what)]


@pytest.mark.parametrize(
    ("relation", "fault"),
    [
        (Relation("r", "odd", "c", "s"), Fault("r", ("type",), "The scheme has no relation “odd”.")),
        (Relation("r", "attributed_to", "c", "x"), Fault("r", ("to",), "There is no annotation “x”.")),
        (Relation("r", "odd", "x", "s"), Fault("r", ("from",), "There is no annotation “x”.")),
        (
            Relation("r", "attributed_to", "s", "s"),
            Fault("r", ("from",), "The annotation “s” is a source, but “attributed_to” needs a claim there."),
        ),
    ],
)
def test_a_relation_that_the_scheme_does_not_allow(relation: Relation, fault: Fault) -> None:
    assert fault in found(C, S, relation)


def test_the_same_relation_again_which_is_one_whichever_way_it_goes_if_it_is_symmetric() -> None:
    d, one = Annotation("d", "claim", Span(10, 12)), Relation("r", "contradicts", "c", "d")
    again = altered(one, id="q", source="d", target="c")
    assert found(C, d, one, again) == [Fault("q", (), "It says the same of the same annotations as “r”.")]
    links = (Relation(id, "attributed_to", "c", "s") for id in "rq")
    assert found(C, S, *links) == [Fault("q", (), "It says the same of the same annotations as “r”.")]


def test_what_a_relation_says_must_be_in_the_scheme() -> None:
    told = altered(Relation("r", "contradicts", "c", "d"), attributes={"sure": "maybe", "odd": 1}, note="A note.")
    assert found(C, Annotation("d", "claim", Span(10, 12)), told) == [
        Fault("r", ("attributes", "sure"), "The value “maybe” of “sure” is not true or false."),
        Fault("r", ("attributes", "odd"), "The relation “contradicts” has no attribute “odd” in the scheme."),
    ]


def test_what_is_said_of_the_article_must_be_in_the_scheme_but_for_what_an_import_knew() -> None:
    attributes: dict[str, Value] = {"published": "soon", "title": "Town"}
    wrong = Fault(
        "", ("article", "attributes", "published"), "The value “soon” of “published” is not a date, as in 2016-12-15."
    )
    odd = Fault("", ("article", "attributes", "title"), "The article has no attribute “title” in the scheme.")
    bare = Document(Article.of("story.txt", "Some words."), article_extra={"attributes": attributes})
    assert list(SchemeFaults(SCHEME).of(bare)) == [wrong, odd]
    imported = replace(bare, article_extra={"attributes": attributes, "origin": {"file": "story.html"}})
    assert list(SchemeFaults(SCHEME).of(imported)) == [wrong]
