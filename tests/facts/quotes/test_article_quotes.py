"""Quotes that an article has: annotations with a form, and words between quotation marks in claims."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from annotator.facts.quotes.article_quotes import quotes_of
from annotator.facts.quotes.quotation_marks import quoted_spans
from annotator.model.annotation import Annotation, Relation
from annotator.model.article import Article
from annotator.model.document import Document
from annotator.model.span import Span
from annotator.storage.schemes.scheme_lookup import built_in_scheme

TEXT = "The mayor called it “a gift” and said: “We sail at noon.” The film “Low Tide” is old. He said “no” twice."


def mark(id: str, label: str, words: str, **attributes: str) -> Annotation:
    start = TEXT.index(words)
    return Annotation(id, label, Span(start, start + len(words)), attributes)


def found(*annotations: Annotation, joined: Sequence[Relation] = ()) -> list[tuple[str, str, tuple[str, ...]]]:
    relations = {one.id: one for one in joined}
    document = Document(Article("a.txt", TEXT, ""), {one.id: one for one in annotations}, relations)
    return [(quote.words, quote.id, quote.claims) for quote in quotes_of(document, built_in_scheme())]


def test_an_annotation_of_a_quote_is_taken_without_its_marks_and_knows_its_claims() -> None:
    quote = mark("q", "quote", "“We sail at noon.”", form="full")
    claim = mark("c", "claim", "“We sail at noon.”")
    assert found(quote, claim) == [("We sail at noon.", "q", ("c",))]


def test_a_quote_beside_a_claim_is_of_it_where_a_relation_joins_them() -> None:
    claim, quote = mark("c", "claim", "The mayor called it"), mark("q", "quote", "“no”", form="full")
    assert found(claim, quote) == [("no", "q", ())]
    assert found(claim, quote, joined=[Relation("r", "quoted_in", "c", "q")]) == [("no", "q", ("c",))]
    source = mark("s", "source", "The film")
    assert found(source, quote, joined=[Relation("r", "said_by", "q", "s")]) == [("no", "q", ())]


def test_the_words_between_marks_in_a_claim_are_taken_where_nobody_has_marked_them() -> None:
    claim = mark("c", "claim", "The mayor called it “a gift” and said: “We sail at noon.”")
    assert found(claim) == [("a gift", "c", ("c",)), ("We sail at noon.", "c", ("c",))]
    quote = mark("q", "quote", "“a gift”", form="partial")
    assert found(claim, quote) == [("a gift", "q", ("c",)), ("We sail at noon.", "c", ("c",))]


def test_the_title_of_a_work_is_no_quote() -> None:
    title = mark("q", "quote", "“Low Tide”", form="title")
    assert found(title) == []
    assert found(title, mark("c", "claim", "The film “Low Tide” is old")) == []


def test_words_between_marks_outside_claims_are_not_taken() -> None:
    assert found(mark("s", "source", "The mayor")) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("„Ja“, sagte er, »nein« rief sie.", ["Ja", "nein"]),
        ("« Oui », dit-il, puis ‹ non ›.", ["Oui", "non"]),
        ("他说：“好。”又说「不」。", ["好。", "不"]),
        ("He said 'no' and \"yes\" – don't.", ["yes"]),
        ("She said ‘it’s late’ and left.", ["it’s late"]),
        ('A 40" gun and a 20" pipe.', []),
        ("“never closed\nand on", []),
    ],
)
def test_pairs_of_marks(text: str, words: list[str]) -> None:
    assert [span.of(text) for span in quoted_spans(text)] == words
