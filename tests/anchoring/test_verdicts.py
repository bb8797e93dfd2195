"""What becomes of spans, with the old text and without it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.anchoring.verdicts import (
    AMBIGUOUS,
    CHANGED,
    LOST,
    MOVED,
    SAME,
    Place,
    Quoted,
    from_quotes,
    from_text,
)
from annotator.model.span import Span

OLD = (
    "Harbour talks fail again\n\nThe mayor of Norhaven resigned on Monday after the vote, with 40 people present. "
    "Robin Hale said “nothing was hidden” from the council. Team Alpha won the harbour cup on Sunday in light wind. "
    "The ferry runs every 30 minutes until the end of March. Nobody was hurt when the old crane came down at noon. "
    "The report will be read aloud in the town hall next week.\n"
)
FERRY = "The ferry runs every 30 minutes until the end of March. "
ALPHA = "Team Alpha won the harbour cup on Sunday in light wind. "
Way = Callable[[str, str, str], Place]


def span_of(text: str, words: str, at: int = 0) -> Span:
    start = -1
    for _ in range(at + 1):
        start = text.index(words, start + 1)
    return Span(start, start + len(words))


def by_text(old: str, new: str, words: str, at: int = 0) -> Place:
    return from_text(old, new, [span_of(old, words, at)])[0]


def by_quotes(old: str, new: str, words: str, at: int = 0) -> Place:
    return from_quotes(new, [quoted(old, span_of(old, words, at))], len(old))[0]


def quoted(text: str, span: Span) -> Quoted:
    before, after = text[max(0, span.start - 32) : span.start], text[span.end : span.end + 32]
    return Quoted(span, span.of(text), before, after)


def proposed(place: Place, new: str) -> str:
    return place.span.of(new) if place.span else ""


@pytest.fixture(params=[by_text, by_quotes], ids=["with the old text", "without it"])
def way(request: pytest.FixtureRequest) -> Way:
    found: Way = request.param
    return found


def test_words_are_the_same_after_an_insertion_before_them(way: Way) -> None:
    new = OLD.replace("The mayor", "It rained all day. The mayor")
    place = way(OLD, new, "resigned on Monday")
    assert place == Place(SAME, span_of(new, "resigned on Monday"))


def test_words_that_differ_at_a_known_place_are_changed(way: Way) -> None:
    new = OLD.replace("40 people", "45 people")
    place = way(OLD, new, "40 people")
    assert (place.verdict, proposed(place, new)) == (CHANGED, "45 people")


def test_other_quotation_marks_around_the_words_are_no_change_of_place(way: Way) -> None:
    new = OLD.replace("“", '"').replace("”", '"')
    place = way(OLD, new, "nothing was hidden")
    assert place == Place(SAME, span_of(new, "nothing was hidden"))


def test_other_quotation_marks_within_the_words_are_a_change(way: Way) -> None:
    new = OLD.replace("“", '"').replace("”", '"')
    place = way(OLD, new, "said “nothing was hidden” from")
    assert (place.verdict, proposed(place, new)) == (CHANGED, 'said "nothing was hidden" from')


def test_a_sentence_taken_out_is_lost(way: Way) -> None:
    new = OLD.replace(FERRY, "")
    assert way(OLD, new, "every 30 minutes").verdict == LOST
    assert way(OLD, new, FERRY.strip()).verdict == LOST


def test_a_sentence_elsewhere_has_moved() -> None:
    new = OLD.replace(FERRY, "").replace("The mayor", f"{FERRY}The mayor")
    place = by_text(OLD, new, "every 30 minutes")
    assert place == Place(MOVED, span_of(new, "every 30 minutes"))


def test_without_the_old_text_order_shows_that_a_sentence_has_moved() -> None:
    new = OLD.replace(FERRY, "").replace("The mayor", f"{FERRY}The mayor")
    marked = ["Norhaven resigned on Monday", "the council", "The ferry runs every 30 minutes until the end of March"]
    marked += ["harbour cup on Sunday", "Nobody was hurt when the old crane came down", "read aloud in the town hall"]
    places = from_quotes(new, [quoted(OLD, span_of(OLD, words)) for words in marked], len(OLD))
    assert [proposed(place, new) for place in places] == marked
    assert places[2].verdict == AMBIGUOUS
    assert places[1].verdict == places[5].verdict == SAME


def test_without_the_old_text_no_words_are_the_same_out_of_their_order() -> None:
    story = "One crew of the harbour left early on Friday. Its crane stood idle until Sunday. Nobody knew why it had."
    brief = "A short notice: the library in Mill Street opens again at nine, with two more reading rooms than before."
    old, new = f"{story}\n\n{brief}\n", f"{brief}\n\n{story}\n"
    marked = ["harbour left early", "crane stood idle", "reading rooms"]
    places = from_quotes(new, [quoted(old, span_of(old, words)) for words in marked], len(old))
    assert [place.verdict for place in places[1:]] == [SAME, AMBIGUOUS]
    assert proposed(places[2], new) == "reading rooms"


def test_with_the_old_text_a_paragraph_elsewhere_has_moved() -> None:
    story = "One crew of the harbour left early on Friday. Its crane stood idle until Sunday. Nobody knew why it had."
    brief = "The library in Mill Street opens again at nine."
    place = by_text(f"{story}\n\n{brief}\n", new := f"{brief}\n\n{story}\n", "Mill Street")
    assert place == Place(MOVED, span_of(new, "Mill Street"))


@pytest.mark.parametrize("words", ["Team Alpha", "won the harbour cup", "on Sunday in light wind", ALPHA.strip()])
def test_a_look_alike_elsewhere_is_never_taken(way: Way, words: str) -> None:
    beta = ALPHA.replace("Alpha", "Beta")
    for new in (
        OLD.replace(ALPHA, "").replace("The mayor", f"{beta}The mayor"),
        OLD.replace(ALPHA, "").replace("The report", f"{beta}The report"),
    ):
        assert way(OLD, new, words).verdict in (AMBIGUOUS, LOST)


@pytest.mark.parametrize("words", ["Team Alpha", "won the harbour cup", "on Sunday in light wind"])
def test_a_look_alike_that_was_there_before_is_never_taken(way: Way, words: str) -> None:
    old = OLD.replace(FERRY, FERRY + ALPHA.replace("Alpha", "Beta"))
    assert way(old, old.replace(ALPHA, ""), words).verdict in (AMBIGUOUS, LOST)


def test_words_that_are_elsewhere_too_are_lost_with_their_sentence(way: Way) -> None:
    old = OLD.replace("Nobody", "Robin Hale was not there. Nobody")
    new = old.replace("Robin Hale said “nothing was hidden” from the council. ", "")
    assert way(old, new, "Robin Hale").verdict in (AMBIGUOUS, LOST)


def test_of_two_equal_sentences_one_of_which_is_gone_neither_is_the_same() -> None:
    old = "It began. He agreed at once. He agreed at once. It ended."
    new = "It began. He agreed at once. It ended."
    assert [by_text(old, new, "agreed", at).verdict for at in (0, 1)] == [AMBIGUOUS, AMBIGUOUS]


def test_of_two_sentences_that_are_as_much_alike_neither_is_taken() -> None:
    beta, gamma = ALPHA.replace("Alpha", "Beta"), ALPHA.replace("Alpha", "Gamma")
    assert by_text(OLD, OLD.replace(ALPHA, beta + gamma), "harbour cup").verdict == AMBIGUOUS
    assert by_text(OLD.replace(ALPHA, beta + gamma), OLD, "harbour cup").verdict == AMBIGUOUS


def test_within_a_sentence_what_could_be_either_is_ambiguous() -> None:
    old, new = "Then Robin met Kim, and Robin left early.", "Then Robin left early."
    assert by_text(old, new, "Robin", 0).verdict in (AMBIGUOUS, LOST)
    assert by_text(old, new, "Robin", 1).verdict != CHANGED


def test_sentences_joined_keep_their_words() -> None:
    new = OLD.replace("March. Nobody", "March, and nobody")
    place = by_text(OLD, new, "hurt when the old crane")
    assert place == Place(SAME, span_of(new, "hurt when the old crane"))


def test_a_span_over_several_sentences() -> None:
    words = OLD[OLD.index("Robin") : OLD.index(" The report")]
    assert by_text(OLD, "Late news\n\n" + OLD, words) == Place(SAME, span_of("Late news\n\n" + OLD, words))
    new = OLD.replace("30 minutes", "25 minutes")
    place = by_text(OLD, new, words)
    assert (place.verdict, proposed(place, new)) == (CHANGED, words.replace("30", "25"))


def test_chinese_needs_no_blanks(way: Way) -> None:
    old = "港口谈判再次失败。市长在星期一的投票之后辞职,当时有四十人在场。渡轮每三十分钟开一班,直到三月底。"
    new = "晚间新闻。港口谈判再次失败。市长在星期二的投票之后辞职,当时有四十人在场。渡轮每三十分钟开一班,直到三月底。"
    assert way(old, new, "投票之后辞职") == Place(SAME, span_of(new, "投票之后辞职"))
    place = way(old, new, "星期一")
    assert (place.verdict, proposed(place, new)) == (CHANGED, "星期二")


def test_nothing_is_left_of_another_text(way: Way) -> None:
    assert way(OLD, "Something else entirely stands here now.", "resigned on Monday") == Place(LOST)


@given(st.text(alphabet="ab .\n", min_size=1, max_size=60), st.data())
def test_same_means_the_same_words_but_for_blanks(old: str, data: st.DataObject) -> None:
    new = data.draw(st.text(alphabet="ab .\n", min_size=1, max_size=60))
    start = data.draw(st.integers(0, len(old) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(old))))
    for place in (from_text(old, new, [span])[0], from_quotes(new, [quoted(old, span)], len(old))[0]):
        spans = [*([place.span] if place.span else []), *place.others]
        assert all(found.end <= len(new) for found in spans)
        if place.verdict in (SAME, MOVED):
            assert place.span is not None
            assert place.span.of(new).split() == span.of(old).split() or visible(new) == visible(old)
            assert visible(place.span.of(new)) == visible(span.of(old))


def visible(text: str) -> str:
    return "".join(text.split())


@given(st.text(min_size=1, max_size=200), st.data())
def test_in_an_unchanged_text_everything_is_where_it_was(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    words = text[start : data.draw(st.integers(start + 1, len(text)))]
    if words == words.strip() and words:
        assert from_text(text, text, [Span(start, start + len(words))]) == [
            Place(SAME, Span(start, start + len(words)))
        ]


@pytest.mark.parametrize("unseen", ["\u00ad", "\u200b", "\ufeff", "\u2060"])
def test_in_an_unchanged_text_what_cannot_be_seen_is_where_it_was(unseen: str) -> None:
    text = f"He {unseen} said."
    assert from_text(text, text, [Span(3, 4)]) == [Place(SAME, Span(3, 4))]


@pytest.mark.parametrize("number", [0, 2_600, 5_199])
def test_in_an_article_of_which_every_sentence_was_edited_those_near_the_words_are_compared(number: int) -> None:
    sentences = [f"In year {year} the council of ward {year} met twice on a Monday." for year in range(5_200)]
    old = " ".join(sentences)
    new = old.replace("twice on a Monday", "twice or more on a Monday")
    words = f"the council of ward {number} met"
    assert by_text(old, new, words) == Place(SAME, span_of(new, words))
