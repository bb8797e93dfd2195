"""Sentences like one that was annotated, elsewhere; and sentences that stand in a text more than once."""

from __future__ import annotations

import pytest

from annotator.anchoring.verdicts import AMBIGUOUS, CHANGED, SAME, Place, Quoted, from_quotes, from_text
from annotator.model.span import Span

TITLE = "Ferry service to end in March"
FIRST = "The ferry to Norhaven runs for the last time on the tenth of March, a Sunday."
TITLES = f"{TITLE}\n\n{TITLE}\n\n{FIRST}\n"

LONG = (
    "Robin Hale, the engineer who had looked after both of the older cranes since the winter of the flood, told us "
    "that the steel on their northern side had been thin for years before anybody from the port would hear of it."
)
LIKE = LONG.replace("Robin Hale", "Kim Beck")
BEFORE = "The report has forty pages. Its first part is about money and who has spent it. "
BETWEEN = "A second part lists the accidents of the last ten years. Nobody has disputed them so far. "
AFTER = " The port has not answered. It will be heard in June, when the council meets again.\n"
OLD = f"{BEFORE}{BETWEEN}{LONG}{AFTER}"
LATE = "It was raining all day. "


def quoted(text: str, words: str, at: int = 0) -> Quoted:
    span = span_of(text, words, at)
    return Quoted(span, words, text[max(0, span.start - 32) : span.start], text[span.end : span.end + 32])


def span_of(text: str, words: str, at: int = 0) -> Span:
    start = -1
    for _ in range(at + 1):
        start = text.index(words, start + 1)
    return Span(start, start + len(words))


def by_quotes(old: str, new: str, *words: str, old_length: int | None = None) -> list[Place]:
    return from_quotes(new, [quoted(old, each) for each in words], old_length)


@pytest.mark.parametrize("words", ["older cranes", "told us", "steel on their northern side", "for years"])
@pytest.mark.parametrize("new", [f"{BEFORE}{LIKE} {BETWEEN}{AFTER}", f"{LIKE} {BEFORE}{BETWEEN}{AFTER}"])
def test_a_single_annotation_is_not_put_into_a_look_alike_whose_other_word_it_does_not_quote(
    words: str, new: str
) -> None:
    place = by_quotes(OLD, new, words)[0]
    assert place == Place(AMBIGUOUS, span_of(new, words))


def test_several_annotations_of_one_sentence_do_not_vouch_for_each_other() -> None:
    new = f"{BEFORE}{LIKE} {BETWEEN}{AFTER}"
    marked = ["first part", "older cranes", "the flood, told us", "northern side", "port would", "heard in June"]
    verdicts = [place.verdict for place in by_quotes(OLD, new, *marked)]
    assert verdicts == [SAME, AMBIGUOUS, AMBIGUOUS, AMBIGUOUS, AMBIGUOUS, SAME]


def test_words_of_its_own_sentence_beside_an_annotation_do_not_tell_it_from_a_look_alike() -> None:
    said = "Kim Beck, the head of the programme until October 2018, told us that it was the port’s. “I was a guest,” he"
    old = f"{BEFORE}Who decided it is disputed. {said} said of the time. {BETWEEN}\n"
    rest = old.replace(said.partition(" “")[0], "")
    new = rest.replace("The report", f"{said.partition(' “')[0].replace('head', 'lord')} The report")
    assert by_quotes(old, new, ", told us that")[0].verdict == AMBIGUOUS


def test_a_single_annotation_far_within_a_sentence_is_the_same_where_it_was() -> None:
    assert by_quotes(OLD, OLD.replace("answered", "replied"), "for years")[0].verdict == SAME


def test_an_annotation_far_within_a_sentence_is_ambiguous_where_nothing_shows_how_much_was_put_in_before() -> None:
    assert by_quotes(OLD, new := LATE + OLD, "for years") == [Place(AMBIGUOUS, span_of(new, "for years"))]


def test_it_is_the_same_where_the_end_of_the_text_is_as_far_away_as_it_was() -> None:
    assert by_quotes(OLD, LATE + OLD, "for years", old_length=len(OLD))[0].verdict == SAME


@pytest.mark.parametrize("neighbour", ["first part", "not answered"])
def test_it_is_the_same_where_an_annotation_of_another_sentence_is_as_far_away_as_it_was(neighbour: str) -> None:
    places = by_quotes(OLD, LATE + OLD, *sorted([neighbour, "for years"], key=OLD.index))
    assert [place.verdict for place in places] == [SAME, SAME]


def test_words_of_the_next_sentence_show_that_an_annotation_is_the_same() -> None:
    assert by_quotes(OLD, LATE + OLD, "would hear of it")[0].verdict == SAME


@pytest.mark.parametrize("words", [TITLE, "to end in"])
def test_of_a_sentence_that_was_there_twice_neither_is_the_same_when_one_is_gone(words: str) -> None:
    new = f"{TITLE}\n\n{FIRST.replace('last', 'very last')}\n"
    spans = [span_of(TITLES, words, at) for at in (0, 1)]
    assert AMBIGUOUS in {place.verdict for place in from_text(TITLES, new, spans)}
    assert SAME not in {place.verdict for place in from_text(TITLES, new, spans)}
    assert by_quotes(TITLES, new, words)[0].verdict == AMBIGUOUS


def test_what_annotations_quote_together_shows_that_a_sentence_was_there_twice() -> None:
    headed = TITLES.replace(TITLE, "Buses bring first thousands out of eastern Aleppo")
    new = headed.split("\n\n", 1)[1].replace("last", "very last")
    first = [quoted(headed, word) for word in ("first thousands", "thousands", "out of", "eastern Aleppo")]
    second = [quoted(headed, word, 1) for word in ("first thousands", "eastern Aleppo")]
    places = from_quotes(new, [*first, *second, quoted(headed, "last time")], None)
    assert SAME not in {place.verdict for place in places[:4]}


def test_a_sentence_that_is_there_twice_now_is_not_the_same_in_either_place() -> None:
    old = f"{TITLE}\n\n{FIRST}\n"
    new = TITLES.replace("last", "very last")
    assert from_text(old, new, [span_of(old, "service")])[0].verdict == AMBIGUOUS


def test_of_equal_sentences_each_keeps_its_place_where_the_other_was_edited() -> None:
    new = f"{TITLE}\n\n{TITLE.replace('March', 'May')}\n\n{FIRST}\n"
    spans = [span_of(TITLES, "service to", 0), span_of(TITLES, "March", 1)]
    assert [place.verdict for place in from_text(TITLES, new, spans)] == [SAME, CHANGED]


def test_a_sentence_between_two_equal_ones_tells_which_of_them_is_gone() -> None:
    old = f"{TITLE}\n\n{FIRST}\n\n{TITLE}\n\n{LONG}\n"
    new = f"{FIRST}\n\n{TITLE}\n\n{LONG.replace('winter', 'summer')}\n"
    assert from_text(old, new, [span_of(old, "service", 1)]) == [Place(SAME, span_of(new, "service"))]


FERRY = "It has forty pages. The port said that the old ferry runs no more, and runs as it did. Nobody was hurt."


@pytest.mark.parametrize(
    ("twice", "gone", "words"),
    [
        ("ferry runs no and runs no more", "ferry runs no and ", "runs no"),
        ("ferry ferry runs no more", "ferry ", "ferry"),
        ("ferry runs ferry runs no more", "ferry runs ", "ferry runs"),
    ],
)
def test_of_words_that_were_in_a_sentence_twice_neither_is_the_same_when_one_is_gone(
    twice: str, gone: str, words: str
) -> None:
    old = FERRY.replace("ferry runs no more", twice)
    new = old.replace(gone, "", 1)
    assert by_quotes(old, new, words, old_length=len(old))[0].verdict == AMBIGUOUS


def test_without_the_old_text_a_sentence_that_is_there_twice_now_is_not_the_same_in_either_place() -> None:
    rain, ferry = "It was raining all day.", "The mayor said that the ferry runs every day until the end of March."
    crane = "Nobody was hurt when the crane came down at noon."
    old, new = f"{rain} {ferry} {crane}\n", f"{rain} {crane} {ferry} {crane}\n"
    assert by_quotes(old, new, "crane came", old_length=len(old))[0].verdict == AMBIGUOUS
