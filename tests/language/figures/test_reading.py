"""Readings of figures: how many phrases of the tables are read right, and what no phrase may bring about."""

from __future__ import annotations

import sys
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.language.figures.reading import FigureReading, read_figure
from annotator.language.figures.word_files import vocabulary_of
from tests.language.figures.table import LANGUAGES, phrase, phrases, score, table, value_is_right
from tests.support.running.examples import examples

LEAST_PRECISION, LEAST_RECALL = 0.97, 0.85
LEAST_PHRASES = {"en": 140, "de": 80, "fr": 70, "es": 60, "ar": 50}


@pytest.mark.parametrize("language", LANGUAGES)
def test_values_are_right_and_most_are_given(language: str) -> None:
    found = [*phrases(language)]
    counted = score(found)
    assert len(found) >= LEAST_PHRASES[language]
    assert counted.precision >= LEAST_PRECISION
    assert counted.recall >= LEAST_RECALL
    assert counted.right_words >= LEAST_PRECISION * counted.right


def test_precision_and_recall_are_printed(capsys: pytest.CaptureFixture[str]) -> None:
    with capsys.disabled():
        sys.stdout.write(f"\n{table()}\n")
    assert sum(1 for language in LANGUAGES for _phrase in phrases(language)) >= 400


def test_a_wrong_value_and_a_value_too_many_count_as_wrong() -> None:
    wrong, too_many = phrase("en", "[40] boats = 41 exact count"), phrase("en", "[40] boats = -")
    counted = score([wrong, too_many])
    assert (counted.given, counted.right, counted.wanted) == (2, 0, 1)
    reading = wrong.read()
    assert reading
    assert not value_is_right(wrong, reading)


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        ("it", "1.204", "1204"),
        ("it", "3,2", "3.2"),
        ("pt-BR", "1.204,5", "1204.5"),
        ("ja", "1,204", "1204"),
        ("sv", "1 204", "1204"),
        ("", "1.204.500", "1204500"),
        ("hi", "१", ""),
        ("it", "€ 3,20", "3.2"),
        ("nl", "25 %", "25"),
    ],
)
def test_digits_are_read_in_any_language(language: str, text: str, wanted: str) -> None:
    reading = read_figure(text, 0, len(text), language)
    assert (f"{reading.value:f}" if reading and reading.value is not None else "") == wanted


@pytest.mark.parametrize(("language", "text"), [("it", "3,2 mln"), ("sv", "40 tusen"), ("ru", "3 млн"), ("ja", "3万")])
def test_a_number_before_a_word_that_multiplies_is_not_read_where_words_are_not(language: str, text: str) -> None:
    assert read_figure(text, 0, len(text), language) is None
    assert read_figure(text, 0, text.index(" ") if " " in text else 1, language) is None


@pytest.mark.parametrize("text", ["1,204", "1.204", "forty"])
def test_a_number_that_can_be_read_in_two_ways_is_not_read_in_an_unknown_language(text: str) -> None:
    assert read_figure(text, 0, len(text), "") is None


def test_bounds_follow_from_the_modifier() -> None:
    over, under, about, both = (read("more than 40"), read("up to 30"), read("about 50"), read("10 to 15"))
    assert (over.least, over.most) == (40, None)
    assert (under.least, under.most) == (None, 30)
    assert (about.least, about.most, about.is_rough) == (None, None, True)
    assert (both.least, both.most) == (10, 15)


def test_an_age_and_a_rate_are_told() -> None:
    assert read("a 5-year-old").age
    assert not read("five years").age
    assert read("$15 an hour").per == "hour"


def test_a_part_of_a_number_is_not_read() -> None:
    text = "3.2 million and 1,204 and -5"
    for part in ("3.2", "3", "1,2", "204", "5"):
        start = text.rindex(part)
        assert read_figure(text, start, start + len(part), "en") is None


@examples(4)
@given(st.sampled_from([*LANGUAGES, "it", ""]), st.data())
def test_no_words_bring_an_error_and_bounds_are_in_order(language: str, data: st.DataObject) -> None:
    entries = sorted(vocabulary_of(language).entries)
    signs = ["3", "40", "1998", "2.5", "1,204", "0", "-", "–", "/", "½", "⁶", "10", "people", "."]
    words = data.draw(st.lists(st.one_of(st.sampled_from(entries), st.sampled_from(signs)), min_size=1, max_size=7))
    text = data.draw(st.sampled_from([" ", ""])).join(words)
    reading = read_figure(text, 0, len(text), language)
    if reading and reading.low is not None and reading.high is not None:
        assert reading.low < reading.high


@examples(4)
@given(st.text(min_size=1, max_size=30), st.sampled_from(LANGUAGES))
def test_no_text_brings_an_error(text: str, language: str) -> None:
    reading = read_figure(text, 0, len(text), language)
    assert reading is None or reading.value is None or abs(reading.value) <= Decimal(10) ** 19


def read(text: str) -> FigureReading:
    found = read_figure(text, 0, len(text), "en")
    assert found
    return found
