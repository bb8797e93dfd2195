"""Texts that are nearly the same are found, and no others."""

from __future__ import annotations

import random
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.corpus.near_duplicates import SIZE, near_duplicates, sketch

WORDS = [f"{one}{two}" for one in ("ba", "co", "du", "fe", "gi") for two in ("lan", "mor", "nes", "pit", "ruk", "sol")]
CHINESE = [chr(0x4E00 + 7 * number) for number in range(400)]
ARABIC = ["قال", "متحدث", "باسم", "الأمم", "المتحدة", "إن", "نحو", "ثلاثة", "آلاف", "شخص", "غادروا", "المدينة"]
SCRIPTS = ((WORDS, " "), (CHINESE, ""), (ARABIC, " "))

seeds = st.integers(0, 2**32)


def grouped(*texts: str) -> set[frozenset[int]]:
    return {*near_duplicates({number: sketch(text) for number, text in enumerate(texts)})}


def drawn(seed: int, length: int, words: list[str] = WORDS) -> list[str]:
    return random.Random(seed).choices(words, k=length)


def edited(words: list[str], seed: int) -> list[str]:
    """Every tenth word is another."""
    source = random.Random(seed)
    return [source.choice(WORDS) + "x" if number % 10 == 3 else word for number, word in enumerate(words)]


@pytest.mark.parametrize(("words", "blank"), SCRIPTS)
def test_copies_in_any_script_are_one_group(words: list[str], blank: str) -> None:
    text = blank.join(drawn(1, 300, words))
    trimmed = blank.join(drawn(1, 300, words)[:120])
    other_headline = blank.join([*drawn(3, 12, words), *drawn(1, 300, words)])
    other = blank.join(drawn(2, 300, words))
    assert grouped(text, other, trimmed, other_headline) == {frozenset({0, 2, 3}), frozenset({1})}


@given(seed=seeds, length=st.integers(100, 800))
def test_a_text_of_which_a_tenth_was_edited_is_found(seed: int, length: int) -> None:
    words = drawn(seed, length)
    assert grouped(" ".join(words), " ".join(edited(words, seed + 1))) == {frozenset({0, 1})}


@given(seed=seeds, length=st.integers(100, 800), share=st.floats(0.25, 1))
def test_the_beginning_of_a_text_is_found(seed: int, length: int, share: float) -> None:
    words = drawn(seed, length)
    assert grouped(" ".join(words), " ".join(words[: int(length * share)])) == {frozenset({0, 1})}


@given(st.lists(seeds, min_size=2, max_size=5, unique=True), st.integers(20, 400))
def test_texts_that_have_nothing_to_do_with_each_other_are_apart(each: list[int], length: int) -> None:
    assert len(grouped(*(" ".join(drawn(seed, length)) for seed in each))) == len(each)


def test_a_quotation_that_two_articles_share_does_not_make_them_one() -> None:
    quotation = drawn(9, 25)
    assert len(grouped(" ".join(drawn(1, 200) + quotation), " ".join(quotation + drawn(2, 200)))) == 2


def test_a_phrase_that_is_a_third_of_a_line_does_not_make_it_a_copy() -> None:
    phrase = drawn(9, 5)
    assert len(grouped(" ".join([*phrase, "he", "said"]), " ".join([*drawn(1, 25), *phrase, *drawn(2, 25)]))) == 2


def test_capitals_quotes_and_blanks_make_no_difference() -> None:
    text = "“Nobody was there,” he said, and the ferry left Harwick at nine."
    assert sketch(text) == sketch('"NOBODY was there", he said – and the  ferry left Harwick, at nine')


def test_very_short_texts_are_the_same_where_they_are_the_same() -> None:
    assert grouped("One", "one.", "Two", "👩", "🚌", "One two three four") == {
        frozenset({0, 1}),
        *(frozenset({number}) for number in (2, 3, 4, 5)),
    }


@given(st.lists(st.tuples(st.integers(0, 4), st.integers(30, 120)), min_size=2, max_size=8), st.randoms())
def test_the_order_makes_no_difference(parts: list[tuple[int, int]], source: random.Random) -> None:
    sketches = {number: sketch(" ".join(drawn(*part))) for number, part in enumerate(parts)}
    shuffled = source.sample([*sketches.items()], len(sketches))
    assert {*near_duplicates(dict(shuffled))} == {*near_duplicates(sketches)}


def test_what_stands_in_every_article_does_not_make_them_one_nor_take_for_ever() -> None:
    notice = drawn(0, 60)
    texts = [" ".join(drawn(seed, 300) + notice) for seed in range(1, 400)]
    assert len(grouped(*texts, texts[5], texts[6] + " Updated.")) == len(texts)


def test_a_sketch_is_small_and_the_same_in_every_process() -> None:
    text = " ".join(drawn(1, 2000))
    assert len(sketch(text)) == SIZE
    command = f"from annotator.corpus.near_duplicates import sketch; print([*sketch({text!r})])"
    told = [
        subprocess.run([sys.executable, "-c", command], env={"PYTHONHASHSEED": seed}, capture_output=True, check=True)
        for seed in ("1", "2")
    ]
    assert told[0].stdout == told[1].stdout == f"{[*sketch(text)]}\n".encode()
