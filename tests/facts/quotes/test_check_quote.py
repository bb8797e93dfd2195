"""Quotes against texts: identical, shortened, altered, not found, and the difference word by word."""

from __future__ import annotations

import random

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from annotator.facts.quotes.checking import check_quote
from annotator.facts.quotes.quote_check import Difference, QuoteCheck, Verdict

SPEECH = (
    "We shall sail at noon, and nobody will be left behind – not the old, not the sick. The harbour's en-\n"
    'largement was a "gift" to well-\nknown friends. Fog came in from the sea.'
)
WORDS = st.lists(st.text("abcdefghijklmnopqrstuvwxyz", min_size=2, max_size=9), min_size=12, max_size=60, unique=True)
BLANKS, DASHES, QUOTES = (" ", "  ", "\n", "\u00a0", "\u2009"), ("-", "–", "—", "‑", "-\n"), ('"', "“", "”", "„", "«")


def told(check: QuoteCheck, kind: Difference) -> list[tuple[str, str]]:
    return [(run.quote.strip(), run.text.strip()) for run in check.runs if run.kind == kind]


def rebuilt(check: QuoteCheck) -> str:
    return "".join(run.text for run in check.runs)


@pytest.mark.parametrize(
    "quote",
    [
        "nobody will be left behind - not the old",
        "Nobody will be left behind",
        "the sick. The harbour’s enlargement was a “gift” to well-known friends",
        "“Fog came in from the sea,”",
        "gift",
    ],
)
def test_marks_blanks_hyphens_and_the_first_capital_do_not_count(quote: str) -> None:
    assert check_quote(quote, SPEECH).verdict == Verdict.IDENTICAL


def test_the_place_is_that_of_the_words() -> None:
    check = check_quote("enlargement was a gift", SPEECH)
    assert check.span is not None
    assert check.span.of(SPEECH) == 'en-\nlargement was a "gift'


def test_what_does_not_count_is_told_as_another_form() -> None:
    check = check_quote("enlargement was", SPEECH)
    assert told(check, Difference.FORM) == [("enlargement", "en-\nlargement")]
    assert told(check, Difference.EQUAL) == [("was", "was")]


def test_words_left_out_are_told_once_for_each_place() -> None:
    check = check_quote("We sail at noon, and nobody will be left … not the sick", SPEECH)
    assert check.verdict == Verdict.SHORTENED
    assert check.left_out == ("shall", "behind – not the old,")


def test_a_word_in_the_place_of_another_is_told() -> None:
    check = check_quote("We shall sail at midnight, and nobody will be left behind", SPEECH)
    assert check.verdict == Verdict.ALTERED
    assert told(check, Difference.REPLACED) == [("midnight,", "noon,")]


def test_a_word_that_is_added_is_told() -> None:
    check = check_quote("We shall never sail at noon", SPEECH)
    assert check.verdict == Verdict.ALTERED
    assert told(check, Difference.ADDED) == [("never", "")]


def test_a_capital_within_the_quote_counts() -> None:
    assert check_quote("came in from the Sea", SPEECH).verdict == Verdict.ALTERED


@pytest.mark.parametrize(
    "quote", ["The whale sings at night", "", "…", "noon sick fog", "gifts", "shall sail tomorrow or never"]
)
def test_what_is_not_there_is_not_found(quote: str) -> None:
    check = check_quote(quote, SPEECH)
    assert (check.verdict, check.span, check.runs) == (Verdict.NOT_FOUND, None, ())


def test_an_empty_text_has_no_quote() -> None:
    assert check_quote("noon", "").verdict == Verdict.NOT_FOUND
    assert check_quote("noon", "—\n").verdict == Verdict.NOT_FOUND


def test_the_best_of_several_places_is_taken() -> None:
    filler = "Nothing of that was said on the second day of the hearing in Selby. " * 40
    text = f"We shall not sail today, she said. {filler}We shall sail today, he said."
    check = check_quote("We shall sail today", text)
    assert check.verdict == Verdict.IDENTICAL
    assert check.span is not None
    assert check.span.start == text.rindex("We shall")


@pytest.mark.parametrize(
    ("quote", "text", "verdict"),
    [
        ("الجسر مغلق منذ يوم الاثنين", "قالت الهيئة: «الجسر مغلق منذ يوم الاثنين».", Verdict.IDENTICAL),
        ("الجسر مغلق اليوم الاثنين", "قالت الهيئة: «الجسر مغلق منذ يوم الاثنين».", Verdict.ALTERED),
        ("桥从周一起关闭", "港务局说：“桥从周一起关闭。”", Verdict.IDENTICAL),
        ("桥从周二起关闭", "港务局说：“桥从周一起关闭。”", Verdict.ALTERED),
        ("桥从周一关闭", "港务局说：“桥从周一起关闭。”", Verdict.SHORTENED),
        ("1,204 homes", "There were 1,204 homes.", Verdict.IDENTICAL),
        ("1,240 homes are empty", "There were 1,204 homes are empty.", Verdict.ALTERED),
        ("ﬁnal oﬀer", "a final offer", Verdict.IDENTICAL),
    ],
)
def test_other_scripts_and_signs(quote: str, text: str, verdict: Verdict) -> None:
    assert check_quote(quote, text).verdict == verdict


@given(WORDS, st.data())
def test_a_quote_cut_from_a_text_is_identical_whatever_its_marks(words: list[str], data: st.DataObject) -> None:
    between = st.sampled_from([" ", *BLANKS, *(f" {dash} " for dash in DASHES), *(f" {mark}" for mark in QUOTES)])
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first + 1, len(words)))
    text = "".join(word + data.draw(between) for word in words)
    quote = "".join(word + data.draw(between) for word in words[first:last])
    check = check_quote(data.draw(st.sampled_from([quote, quote.capitalize()])), text)
    assert check.verdict == Verdict.IDENTICAL
    assert check.span is not None
    assert rebuilt(check) == check.span.of(text)


@given(st.lists(st.sampled_from(["we", "shall", "sail", "or", "not"]), min_size=1, max_size=80), st.data())
def test_a_quote_of_frequent_words_is_identical_where_it_is_cut_from(words: list[str], data: st.DataObject) -> None:
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first + 1, len(words)))
    check = check_quote(" ".join(words[first:last]), "\n".join(words))
    assert check.verdict == Verdict.IDENTICAL


def test_of_words_that_are_there_twice_the_nearest_are_taken() -> None:
    text = "The wall held. The old wall of the harbour held, and the old gate of the lock held too."
    check = check_quote("the old wall held, and the gate held too", text)
    assert check.left_out == ("of the harbour", "old", "of the lock")
    assert check_quote("e a g g c d f", "g e a c g a g g c d e f d f").left_out == ("c g a", "e")


@given(WORDS, st.data())
def test_leaving_words_out_gives_shortened(words: list[str], data: st.DataObject) -> None:
    at = data.draw(st.integers(3, len(words) - 4))
    count = data.draw(st.integers(1, min(8, len(words) - at - 3)))
    sign = data.draw(st.sampled_from([" ", " … ", " [...] "]))
    quote = " ".join(words[:at]) + sign + " ".join(words[at + count :])
    check = check_quote(quote, " ".join(words))
    assert check.verdict == Verdict.SHORTENED
    assert check.left_out == (" ".join(words[at : at + count]),)


@given(WORDS, st.data())
def test_changing_a_word_gives_altered(words: list[str], data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(words) - 1))
    other = data.draw(st.text("abcdefghijklmnopqrstuvwxyz", min_size=2, max_size=9))
    assume(other not in words)
    check = check_quote(" ".join([*words[:at], other, *words[at + 1 :]]), " ".join(words))
    assert check.verdict == Verdict.ALTERED
    assert told(check, Difference.REPLACED) == [(other, words[at])]


@given(WORDS, st.integers(1, 10_000))
def test_a_word_cut_at_the_end_of_a_line_is_whole(words: list[str], seed: int) -> None:
    source = random.Random(seed)
    cut = source.randrange(len(words))
    half = source.randrange(1, len(words[cut]))
    broken = [*words[:cut], f"{words[cut][:half]}-\n{words[cut][half:]}", *words[cut + 1 :]]
    assert check_quote(" ".join(words), " ".join(broken)).verdict == Verdict.IDENTICAL
    assert check_quote(" ".join(broken), " ".join(words)).verdict == Verdict.IDENTICAL


@given(st.text(max_size=60), st.text(max_size=200))
def test_any_two_texts_give_a_verdict_and_the_text_of_the_place(quote: str, text: str) -> None:
    check = check_quote(quote, text)
    assert (check.span is None) == (check.verdict == Verdict.NOT_FOUND)
    if check.span:
        assert rebuilt(check) == check.span.of(text)
        assert "".join(run.quote for run in check.runs) in quote
