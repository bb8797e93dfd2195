"""Rows of the table of figures."""

from __future__ import annotations

from decimal import Decimal

import pytest

from annotator.facts.figures.rows import FigureRow, figure_rows
from annotator.model.annotation import Annotation, Excerpt, Relation
from annotator.model.article import Article
from annotator.model.document import Document
from annotator.model.scheme import AttributeRule, Label, Scheme
from annotator.model.span import Span
from annotator.storage.schemes.scheme_lookup import built_in_scheme

TEXT = "Water rose. The mayor said 412 homes were wet on Monday. Over 9 were saved."


def marked(words: str, label: str, id: str, **attributes: object) -> Annotation:
    start = TEXT.index(words)
    return Annotation(id, label, Span(start, start + len(words)), attributes)  # type: ignore[arg-type]


def document(*annotations: Annotation, relations: tuple[Relation, ...] = ()) -> Document:
    return Document(
        Article.of("flood.txt", TEXT),
        {one.id: one for one in annotations},
        {one.id: one for one in relations},
        annotator="sam",
    )


def rows(*annotations: Annotation, relations: tuple[Relation, ...] = ()) -> list[FigureRow]:
    return figure_rows(document(*annotations, relations=relations), built_in_scheme())


def test_a_row_says_what_the_attributes_say() -> None:
    figure = marked("412", "figure", "f1", value=412, modifier="exact", kind="count", counted="homes", place="here")
    (row,) = figure_rows(document(figure), built_in_scheme(), "a/flood.txt")
    assert (row.words, row.article, row.annotator, row.sentence) == ("412", "a/flood.txt", "sam", 2)
    assert (row.value, row.modifier, row.kind, row.counted, row.place) == (412, "exact", "count", "homes", "here")
    assert (row.low, row.high, row.unit, row.as_of, row.claim) == (None, None, "", "", "")


def test_rows_are_in_the_order_of_the_text_and_of_figures_alone() -> None:
    later, first = marked("Over 9", "figure", "f1"), marked("412", "figure", "f2")
    found = rows(later, first, marked("The mayor", "source", "s1"))
    assert [(row.id, row.sentence) for row in found] == [("f2", 2), ("f1", 3)]


@pytest.mark.parametrize(
    ("value", "number"),
    [
        (412, Decimal(412)),
        (0.1, Decimal("0.1")),
        (Decimal("1.50"), Decimal("1.50")),
        (True, None),
        ("412", None),
        (None, None),
        (float("nan"), None),
    ],
)
def test_numbers_are_exact_and_nothing_else_is_one(value: object, number: Decimal | None) -> None:
    (row,) = rows(marked("412", "figure", "f1", value=value))
    assert row.value == number


def test_the_claim_is_the_one_that_is_quantified_wherever_it_stands() -> None:
    far, near = marked("Water rose", "claim", "c1"), marked("412 homes were wet", "claim", "c2", voice="reported")
    said, figure = marked("The mayor", "source", "s1"), marked("412", "figure", "f1")
    attributed = Relation("r1", "attributed_to", "c2", "s1")
    (by_place,) = rows(figure, far, near, said, relations=(attributed,))
    assert (by_place.claim_id, by_place.claim, by_place.voice) == ("c2", "412 homes were wet", "reported")
    assert (by_place.source_id, by_place.source) == ("s1", "The mayor")
    (by_relation,) = rows(figure, far, near, said, relations=(attributed, Relation("r2", "quantifies", "f1", "c1")))
    assert (by_relation.claim_id, by_relation.source_id) == ("c1", "")


def test_of_several_claims_around_a_figure_it_is_the_shortest() -> None:
    long = marked("The mayor said 412 homes were wet", "claim", "c1")
    short, beside = marked("412 homes", "claim", "c2"), marked("homes were wet", "claim", "c3")
    (row,) = rows(marked("412", "figure", "f1"), long, short, beside)
    assert row.claim_id == "c2"
    (row,) = rows(marked("on Monday", "figure", "f1"), long, short, beside)
    assert row.claim_id == ""


def test_a_displaced_figure_has_its_own_words_and_no_sentence() -> None:
    figure = Annotation("f1", "figure", Span(27, 30), displaced=Excerpt("four hundred"))
    (row,) = rows(figure, marked("412 homes", "claim", "c1"))
    assert (row.words, row.sentence, row.claim_id) == ("four hundred", 0, "")


def test_figures_are_what_has_a_value_that_is_a_number_in_any_scheme() -> None:
    number = Label("sum", "", "#000000", "box", (AttributeRule("value", "number"),))
    word = Label("mood", "", "#000000", "box", (AttributeRule("value", "text"),))
    scheme = Scheme("s", "S", (number, word, Label("claim", "", "#000000", "fill")))
    found = figure_rows(
        document(marked("412", "sum", "a", value=1), marked("wet", "mood", "b"), marked("412 homes", "claim", "c")),
        scheme,
    )
    assert [(row.id, row.claim_id) for row in found] == [("a", "c")]


def test_what_nobody_has_filled_is_read_from_the_words_and_said_to_be_by_rule() -> None:
    (row,) = rows(marked("Over 9", "figure", "f1", counted="goats"))
    assert (row.value, row.modifier, row.kind, row.counted) == (9, "more-than", "count", "goats")
    assert row.by_rule == ("value", "modifier", "kind")


def test_what_is_filled_is_not_read_again() -> None:
    figure = Annotation("f1", "figure", Span(27, 30), {"low": 400}, by_rule=("low",))
    (row,) = rows(figure)
    assert (row.value, row.low, row.modifier, row.by_rule) == (None, 400, "", ("low",))


def test_a_currency_is_the_unit_where_there_is_no_other() -> None:
    (row,) = rows(marked("412", "figure", "f1", value=412, currency="EUR"))
    assert row.unit == "EUR"
