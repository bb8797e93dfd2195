"""Numbers as people type them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from annotator.language.values.numbers import Number, Separators, ValueTextError, number_of, number_text

ENGLISH, GERMAN, FRENCH = Separators(), Separators(",", "."), Separators(",", "\u202f")
ARABIC = Separators("٫", "٬", "٠")
languages = st.sampled_from([ENGLISH, GERMAN, FRENCH, ARABIC, Separators(".", "’")])
decimals = st.tuples(st.booleans(), st.integers(0, 10**18 - 1), st.text("0123456789", min_size=1, max_size=20))


@pytest.mark.parametrize(
    ("text", "separators", "value"),
    [
        ("3000", ENGLISH, 3000),
        ("1,204", ENGLISH, 1204),
        ("1,204", GERMAN, 1.204),
        ("1.204", GERMAN, 1204),
        ("1.204,5", ENGLISH, 1204.5),  # in whatever language, it can be read in one way only
        ("1.204,5", GERMAN, 1204.5),
        ("1,204,567", GERMAN, 1204567),
        ("12,34,567.5", ENGLISH, 1234567.5),
        ("1,5", ENGLISH, 1.5),
        ("1.5", GERMAN, 1.5),
        ("1.50", ENGLISH, Decimal("1.50")),
        ("0.1000000000000000055511151231257827", ENGLISH, Decimal("0.1000000000000000055511151231257827")),
        (".5", ENGLISH, 0.5),
        ("5.", ENGLISH, 5),
        ("\u2212 7", ENGLISH, -7),
        ("+7", ENGLISH, 7),
        ("40 000", FRENCH, 40000),
        ("40\u202f000,25", FRENCH, 40000.25),
        ("10’000", ENGLISH, 10000),
        ("٤٠٬٠٠٠", ENGLISH, 40000),
        ("٣٫٢", ENGLISH, 3.2),
        ("1٫204", ENGLISH, 1.204),
        ("1٫204", ARABIC, 1.204),
        ("1٬204", ARABIC, 1204),
        ("007", ENGLISH, 7),
        (f"{'0' * 5000}7", ENGLISH, 7),
        (f"{'0' * 5000}.50", ENGLISH, Decimal("0.50")),
    ],
)
def test_a_number_is_read_as_in_the_language(text: str, separators: Separators, value: Number) -> None:
    read = number_of(text, separators)
    assert (type(read), str(read)) == (type(value), str(value))


@pytest.mark.parametrize(
    "text", ["many", "", ".", "-", "1,20,4", "1.2.3", "1,2.3,4", "1,,204", "1e3", "0x1F", "--1", "½", "5 %", "1" * 19]
)
def test_what_is_no_number_gets_a_sentence(text: str) -> None:
    with pytest.raises(ValueTextError) as refused:
        number_of(text)
    assert refused.value.sentence.endswith(".")


def test_the_sentence_has_an_example_of_the_language() -> None:
    with pytest.raises(ValueTextError) as refused:
        number_of("viele", GERMAN)
    assert refused.value.sentence == "It is not a number: write digits, as in 1.204,5."


def test_it_is_shown_as_it_was_read() -> None:
    assert number_text(1204) == "1,204"
    assert number_text(number_of("1.204,5"), GERMAN) == "1.204,5"
    assert number_text(Decimal("-1204.50"), FRENCH) == "-1\u202f204,50"
    assert number_text(Decimal("2004.5"), ARABIC) == "٢٬٠٠٤٫٥"


@given(st.integers(-(10**18) + 1, 10**18 - 1), languages)
def test_a_whole_number_comes_back(value: int, separators: Separators) -> None:
    assert number_of(number_text(value, separators), separators) == value


@given(decimals, languages)
@example((False, 0, "000"), ARABIC)
def test_decimals_come_back_to_the_last_digit(parts: tuple[bool, int, str], separators: Separators) -> None:
    negative, whole, digits = parts
    value = number_of(f"{'-' if negative else ''}{whole}.{digits}", Separators(".", "’"))
    again = number_of(number_text(value, separators), separators)
    assert (type(again), str(again)) == (type(value), str(value))


@given(st.text(st.sampled_from("0123456789.,-+ ’٫eE%")), languages)
def test_whatever_is_typed_it_is_a_number_or_a_sentence(text: str, separators: Separators) -> None:
    try:
        value = number_of(text, separators)
    except ValueTextError as error:
        said = error.sentence
    else:
        said = "." if number_of(number_text(value, separators), separators) == value else f"{value} does not come back"
    assert said.endswith(".")
