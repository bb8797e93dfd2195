"""What is counted of documents."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.corpus.statistics import Statistics
from annotator.corpus.tallies.tally import tally_of
from annotator.corpus.tallies.units import units_of
from annotator.language.words import count_words
from annotator.model.annotation import Annotation, Excerpt, Relation, Value
from annotator.model.article import Article
from annotator.model.document import DONE, IN_WORK, Document, Status
from annotator.model.entry import Entry
from annotator.model.items import altered
from annotator.model.reading import covers
from annotator.model.scheme import AttributeRule, Label, Scheme
from annotator.model.span import Span, merged
from annotator.storage.schemes.scheme_lookup import built_in_scheme

TEXT = "Thousands leave Aleppo. The Red Cross said so. Nobody else did."
ATTRIBUTES = (
    AttributeRule("kind", "choice", ("event", "rule")),
    AttributeRule("sure", "flag"),
    AttributeRule("tags", "choice", ("a", "b"), many=True),
    AttributeRule("in_full", "text"),
)
SCHEME = Scheme(
    "own",
    "own",
    (
        Label("claim", "c", "#112233", "fill", ATTRIBUTES),
        Label("source", "s", "#112233", "line"),
        Label("part", "z", "#112233", "bar"),
    ),
)


def claim(id: str, start: int, end: int, label: str = "claim", **attributes: Value) -> Annotation:
    return Annotation(id, label, Span(start, end), attributes)


def entry(
    *items: Annotation | Relation, path: str = "a.txt", annotator: str = "", read: tuple[Span, ...] = ()
) -> Entry:
    annotations = {item.id: item for item in items if isinstance(item, Annotation)}
    relations = {item.id: item for item in items if isinstance(item, Relation)}
    status = Status(DONE if items else IN_WORK)
    return Entry(path, Document(Article.of("a.txt", TEXT), annotations, relations, status, read, annotator), SCHEME)


def counted(*entries: Entry) -> Statistics:
    statistics = Statistics()
    for one in entries:
        units = units_of(one)
        statistics.add(one, tally_of(one, units=units), units.sentences)
    return statistics


def test_of_nothing_everything_is_nothing() -> None:
    statistics = Statistics()
    assert (statistics.articles, statistics.documents, statistics.words, statistics.annotations) == (0, 0, 0, 0)
    assert statistics.per_1000_words == statistics.characters.ratio == statistics.read.ratio == 0


def test_the_documents_of_one_article_are_two_but_its_words_are_counted_once() -> None:
    statistics = counted(entry(claim("a", 0, 9), annotator="alice"), entry(annotator="bob"), entry(path="b.txt"))
    assert (statistics.articles, statistics.documents, statistics.words) == (2, 3, 22)
    assert statistics.annotators == {"alice": 1, "bob": 1, "": 1}
    assert statistics.statuses == {DONE: 1, IN_WORK: 2}
    assert statistics.per_1000_words == pytest.approx(1000 / 33)


def test_labels_relations_and_the_middle_of_their_lengths() -> None:
    items = claim("a", 0, 9), claim("b", 0, 15), claim("c", 0, 22), claim("d", 0, 3, "odd")
    statistics = counted(entry(*items, Relation("r", "via", "a", "b"), Relation("s", "odd", "a", "x")))
    assert statistics.labels == {"claim": 3, "odd": 1}
    assert statistics.relations == {"via": 1, "odd": 1}
    assert (statistics.median_length("claim"), statistics.median_length("odd")) == (15, 3)


def test_the_values_of_choices_and_flags_are_counted_and_of_others_only_that_there_is_one() -> None:
    items = (
        claim("a", 0, 9, kind="event", sure=True, in_full="All of it."),
        claim("b", 0, 15, kind="event", tags=["a", "b"], odd="x"),
        claim("c", 0, 15, "odd", kind="event"),
    )
    found = counted(entry(*items)).attributes
    assert {key: (filled.count, dict(filled.values)) for key, filled in found.items()} == {
        ("claim", "kind"): (2, {"event": 2}),
        ("claim", "sure"): (1, {"true": 1}),
        ("claim", "tags"): (1, {"a": 1, "b": 1}),
        ("claim", "in_full"): (1, {}),
        ("claim", "odd"): (1, {}),
        ("odd", "kind"): (1, {}),
    }


def test_the_articles_own_attributes_are_counted_by_document() -> None:
    rules = (AttributeRule("verdict", "choice", ("credible", "mixed")), AttributeRule("outlet", "text"))
    given: list[dict[str, Value]] = [{"verdict": "mixed", "outlet": "Courier"}, {"verdict": "mixed"}, {}]
    entries = [
        Entry(f"{number}.txt", Document(Article.of("a.txt", TEXT), article_extra={"attributes": dict(values)}), scheme)
        for scheme in [altered(SCHEME, article=rules)]
        for number, values in enumerate(given)
    ]
    statistics = counted(*entries[:1])
    statistics.merge(counted(*entries[1:]))
    found = {name: (filled.count, dict(filled.values)) for name, filled in statistics.article.items()}
    assert found == {"verdict": (2, {"mixed": 2}), "outlet": (1, {})}


def test_displaced_ones_are_counted_apart() -> None:
    lost = Annotation("a", "claim", Span(0, 9), {"kind": "event"}, displaced=Excerpt("else"))
    statistics = counted(entry(lost, claim("b", 24, 37)))
    assert (statistics.displaced, statistics.annotations) == (1, 1)
    assert not statistics.attributes
    assert statistics.characters.part == 13


def test_what_is_covered_twice_is_covered_once_and_parts_cover_nothing() -> None:
    items = claim("a", 0, 9), claim("b", 5, 15), claim("c", 0, len(TEXT), "part")
    statistics = counted(entry(*items))
    assert (statistics.characters.part, statistics.characters.whole) == (15, len(TEXT))
    assert statistics.sentences.ratio == pytest.approx(1 / 3)


@pytest.mark.parametrize(
    ("start", "end", "sentences"), [(22, 23, 1), (22, 25, 2), (23, 24, 0), (0, 63, 3), (24, 46, 1)]
)
def test_a_sentence_is_covered_by_as_much_as_a_character(start: int, end: int, sentences: int) -> None:
    assert counted(entry(claim("a", start, end))).sentences.part == sentences


def test_what_was_read_of_a_longer_text_is_not_more_than_all() -> None:
    statistics = counted(entry(read=(Span(0, 10), Span(60, 80), Span(90, 95))))
    assert (statistics.read.part, statistics.read.whole) == (13, len(TEXT))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“1,204” people of the al-Assad family’s, 3.2 %", 7),
        ("… – !", 0),
        ("四万人离开了", 6),
        ("قال متحدث باسم الأمم", 4),
    ],
)
def test_words_are_those_of_a_reader(text: str, words: int) -> None:
    assert count_words(text) == words


SENTENCES = Article.of(
    "story.txt", "One is here. Two is there, he said.\n\nThree. Four goes on for long. Five\nSix ends."
)
RANGES = st.lists(st.tuples(st.integers(0, 78), st.integers(1, 40)).map(lambda at: Span(at[0], sum(at))), max_size=5)


@given(marked=RANGES, read=RANGES)
def test_sentences_are_counted_as_one_after_another_would_be(marked: list[Span], read: list[Span]) -> None:
    items = {str(number): Annotation(str(number), "claim", span) for number, span in enumerate(marked)}
    entry = Entry("story.txt", Document(SENTENCES, items, read=merged(read)), built_in_scheme())
    units, statistics = units_of(entry), Statistics()
    tally = tally_of(entry, units=units)
    statistics.add(entry, tally, units.sentences)
    assert tally.read == sum(covers(entry.document.read, sentence) for sentence in units.sentences)
    assert statistics.sentences.part == sum(any(map(one.overlaps, marked)) for one in units.sentences)
