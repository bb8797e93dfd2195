"""Sentences that are read or annotated as documents of their own: real counter-examples, and no others."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType

from hypothesis import given

from annotator.interop.outgoing.read_sentences import APART, PART, sentence_entries
from annotator.interop.report import Report
from annotator.model.annotation import Annotation, Relation
from annotator.model.article import Article
from annotator.model.document import Document
from annotator.model.entry import Entry
from annotator.model.span import Span
from annotator.storage.schemes.scheme_lookup import built_in_scheme
from tests.support.document_strategies import documents

TEXT = "The tram stops here. It goes on at noon. Nobody waits.\n\nThe driver is late. He sings."


def marked(id: str, label: str, words: str) -> Annotation:
    start = TEXT.index(words)
    return Annotation(id, label, Span(start, start + len(words)))


def entry(*items: Annotation, read: tuple[Span, ...] = (), links: tuple[Relation, ...] = ()) -> Entry:
    document = Document(
        Article.of("tram.txt", TEXT),
        MappingProxyType({item.id: item for item in items}),
        {link.id: link for link in links},
        read=read,
        article_extra={"attributes": {"outlet": "Norhaven Courier"}, "times": ["0-3 00:00"]},
    )
    return Entry("city/tram.txt", document, built_in_scheme())


def pieces(given: Entry) -> tuple[list[tuple[str, list[str]]], Report]:
    """The words of each piece with those of its annotations, and the report."""
    report = Report()
    report.offered(given)
    found = [*sentence_entries(given, report)]
    return [(one.text, [item.words(one.text) for item in one.annotations]) for one in found], report


def test_what_is_read_without_an_annotation_is_a_counter_example_and_what_is_unread_is_none() -> None:
    given = entry(marked("a", "figure", "noon"), read=(Span(0, 20), Span(56, len(TEXT))))
    found, report = pieces(given)
    assert found == [
        ("The tram stops here.", []),
        ("It goes on at noon.", ["noon"]),
        ("The driver is late.", []),
        ("He sings.", []),
    ]
    assert (report.documents, report.annotations, report.is_whole) == (4, 1, True)


def test_each_piece_says_where_it_is_from() -> None:
    one = next(sentence_entries(entry(marked("a", "figure", "noon")), Report()))
    document = one.document
    assert (one.path, document.article.name) == ("city/tram-0001.txt", "tram-0001.txt")
    assert document.article_extra == {
        "attributes": {"outlet": "Norhaven Courier"},
        "cut_from": {"file": "city/tram.txt", "start": TEXT.index("It goes")},
    }
    assert document.read == ()


def test_sentences_that_an_annotation_joins_are_one() -> None:
    joined = marked("a", "claim", "noon. Nobody waits")
    found, _report = pieces(entry(joined))
    assert found == [("It goes on at noon. Nobody waits.", ["noon. Nobody waits"])]


def test_relations_within_a_sentence_stay_and_others_are_told() -> None:
    items = (marked("a", "claim", "It goes on"), marked("b", "figure", "noon"), marked("c", "source", "The driver"))
    links = (Relation("r1", "quantifies", "b", "a"), Relation("r2", "attributed_to", "a", "c"))
    given, report = entry(*items, links=links), Report()
    found = [*sentence_entries(given, report)]
    assert [[*one.document.relations] for one in found] == [["r1"], []]
    assert [(loss.id, loss.why) for loss in report.losses] == [("r2", APART)]


def test_parts_of_the_page_are_no_annotations_of_sentences() -> None:
    found, report = pieces(entry(marked("p", "part", TEXT), marked("a", "figure", "noon")))
    assert found == [("It goes on at noon.", ["noon"])]
    assert [(loss.id, loss.why) for loss in report.losses] == [("p", PART)]


def test_nothing_is_written_of_an_article_that_nobody_has_read() -> None:
    found, report = pieces(entry())
    assert (found, report.documents) == ([], 0)


@given(documents())
def test_every_annotation_has_its_words_in_one_piece(document: Document) -> None:
    placed = {id: item for id, item in document.annotations.items() if item.displaced is None and item.label != "part"}
    whole = Entry(
        "a.txt", replace(document.with_items(Annotation, placed), items={Annotation: placed}), built_in_scheme()
    )
    found = [*sentence_entries(whole, Report())]
    said = sorted((item.id, item.words(one.text)) for one in found for item in one.annotations)
    assert said == sorted((item.id, item.words(whole.text)) for item in placed.values())
    for one in found:
        assert one.text in whole.text
        assert one.annotations or one.document.read == (Span(0, len(one.text)),)
