"""Words as a reader takes them."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from annotator.language.graphemes import whole_graphemes
from annotator.language.sentences import sentence_at
from annotator.language.word_stops import next_stop
from annotator.language.words import (
    count_words,
    next_word_edge,
    whole_words,
    word_at,
    words_near,
    words_of,
)
from annotator.language.words import words as spans_of_words
from annotator.model.span import Span
from tests.language.texts import E_ACUTE, NBSP, NNBSP, THIN, texts
from tests.support.running.examples import examples


def words(text: str) -> list[str]:
    return [span.of(text) for span in words_near(text, 0)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("left the town.", ["left", "the", "town"]),
        ("the U.S. said", ["the", "U.S.", "said"]),
        ("in the U.S.", ["in", "the", "U.S."]),
        ("U.N. and E.U. aid", ["U.N.", "and", "E.U.", "aid"]),
        ("J.K. Rowling", ["J.K.", "Rowling"]),
        ("some 1,204 people", ["some", "1,204", "people"]),
        ("1.5 million", ["1.5", "million"]),
        ("up 3.2 % now", ["up", "3.2 %", "now"]),
        (f"up 3.2{NBSP}% now", ["up", f"3.2{NBSP}%", "now"]),
        (f"up 3.2{NNBSP}% now", ["up", f"3.2{NNBSP}%", "now"]),
        (f"up 3.2{THIN}% now", ["up", f"3.2{THIN}%", "now"]),
        ("up 3% now", ["up", "3%", "now"]),
        ("at 20 °C", ["at", "20 °C"]),
        ("Bashar al-Assad won", ["Bashar", "al-Assad", "won"]),
        ("a UN-backed deal", ["a", "UN-backed", "deal"]),
        ("a UN\u2011backed deal", ["a", "UN\u2011backed", "deal"]),
        ("2015–2016", ["2015–2016"]),
        ("truce – so far", ["truce", "so", "far"]),
        ("they don’t go", ["they", "don’t", "go"]),
        ("they don't go", ["they", "don't", "go"]),
        ("cost €5 each", ["cost", "€5", "each"]),
        ("cost 5 € each", ["cost", "5 €", "each"]),
        ("cost £1,204.50", ["cost", "£1,204.50"]),
        ("sank −3 degrees", ["sank", "−3", "degrees"]),
        ("“liberation” was", ["liberation", "was"]),
        ("(ICRC).", ["ICRC"]),
        ("and/or", ["and", "or"]),
        ("at 17:00 GMT", ["at", "17:00", "GMT"]),
        (f"dit{NNBSP}: 12{NNBSP}000{NNBSP}morts{NNBSP}!", ["dit", f"12{NNBSP}000", "morts"]),
        ("on 15/12/2016: 3:1", ["on", "15/12/2016", "3:1"]),
        ("\ufeffzero \ufeffwidth", ["zero", "width"]),
        ("#aleppo @icrc", ["#aleppo", "@icrc"]),
        (f"caf{E_ACUTE} noir", [f"caf{E_ACUTE}", "noir"]),
        ("na\u00efve soft\u00adhyphen", ["na\u00efve", "soft\u00adhyphen"]),
        ("قالت بلدية الميناء.", ["قالت", "بلدية", "الميناء"]),
        ("بلغ ١٬٢٠٤ شخصا", ["بلغ", "١٬٢٠٤", "شخصا"]),
        ('אמר דו"ח האו"ם', ["אמר", 'דו"ח', 'האו"ם']),
        ("ראש הממשלה צה״ל", ["ראש", "הממשלה", "צה״ל"]),
        ("no words: … – !", ["no", "words"]),
        ("", []),
        ("   ", []),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def cases() -> list[tuple[str, list[str]]]:
    """Return the texts of the table, each with its words."""
    lines = Path(__file__).with_name("word_cases").joinpath("words.txt").read_text("utf-8").splitlines()
    rows = [line.partition("\t") for line in lines if "\t" in line]
    return [(_written_out(text), [word for word in _written_out(found).split("|") if word]) for text, _, found in rows]


def _written_out(text: str) -> str:
    return re.sub(r"\\u([0-9a-f]{4})", lambda code: chr(int(code[1], 16)), text)


def test_there_are_enough_cases() -> None:
    assert sum(len(found) for _text, found in cases()) >= 400


@pytest.mark.parametrize(("text", "expected"), cases())
def test_cases(text: str, expected: list[str]) -> None:
    assert words(text) == words_of(text) == expected
    assert count_words(text) == len(expected)


@pytest.mark.parametrize(("text", "expected"), cases())
def test_the_caret_stands_in_the_same_words(text: str, expected: list[str]) -> None:
    for span in spans_of_words(text):
        assert {word_at(text, position) for position in range(span.start, span.end)} == {span}
        assert next_word_edge(text, span.start, end=True, forward=True) == span.end
        assert next_stop(text, span.end, forward=False) == span.start
        assert whole_words(text, span.start, span.start + 1) == span


@pytest.mark.parametrize("text", ["联合国在星期四说。", "国連は木曜日に述べた。", "ประเทศไทยกล่าวว่า"])
def test_scripts_without_blanks_have_words(text: str) -> None:
    """Without a dictionary each letter is one, but for runs of katakana."""
    found = words(text)
    assert len(found) > 0
    assert "".join(found) == "".join(char for char in text if unicodedata.category(char)[0] in "LMN")


@pytest.mark.parametrize(
    ("text", "position", "expected"),
    [
        ("left the town", 0, "left"),
        ("left the town", 4, "left"),
        ("left the town", 5, "the"),
        ("left the town", 13, "town"),
        ("a, b", 2, None),
        ("left", 4, "left"),
        ("", 0, None),
        ("a\n\nb", 2, None),
        ("al-Assad", 2, "al-Assad"),
        ("the U.S.", 8, "U.S."),
        ("😀 left", 3, "left"),
    ],
)
def test_word_at_the_caret(text: str, position: int, expected: str | None) -> None:
    found = word_at(text, position)
    assert (found.of(text) if found else None) == expected


@pytest.mark.parametrize(
    ("position", "end", "forward", "expected"),
    [
        (0, True, True, 4),
        (4, True, True, 8),
        (14, True, True, 20),
        (20, True, True, None),
        (5, False, False, 0),
        (15, False, False, 9),
        (0, False, False, None),
        (5, False, True, 9),
    ],
)
def test_word_edges(position: int, end: bool, forward: bool, expected: int | None) -> None:
    assert next_word_edge("left the town\n\nthere", position, end=end, forward=forward) == expected


def is_grapheme_edge(text: str, position: int) -> bool:
    return all(edge == position for edge in _around(text, position))


def _around(text: str, position: int) -> list[int]:
    after = whole_graphemes(text, Span(position, position + 1)).start if position < len(text) else position
    before = whole_graphemes(text, Span(position - 1, position)).end if position else position
    return [after, before]


@given(texts)
@examples(4)
def test_as_many_words_are_counted_as_found(text: str) -> None:
    assert count_words(text) == len([*spans_of_words(text)])


@given(texts, st.integers(0, 60))
@example("\u0301", 0)
@example("a\n\u0301b", 2)
@examples(4)
def test_words_are_whole_and_inside(text: str, position: int) -> None:
    position = min(position, len(text))
    found, last = list(words_near(text, position)), 0
    for word in found:
        assert last <= word.start < word.end <= len(text)
        assert is_grapheme_edge(text, word.start)
        assert is_grapheme_edge(text, word.end)
        last = word.end
    assert word_at(text, position) in (None, *found)


def test_a_megabyte_without_a_newline() -> None:
    text = "word and more, " * 70_000
    position = 500_001
    found = word_at(text, position)
    assert found is not None
    assert found.of(text) in ("word", "and", "more")
    assert sentence_at(text, position) is not None
    assert next_word_edge(text, position, end=True, forward=True) in range(position, position + 20)


def test_a_megabyte_without_a_blank() -> None:
    text = "x" * 1_000_000
    found = word_at(text, 500_000)
    assert found is not None
    assert found.contains(500_000)
    assert next_word_edge(text, 10, end=True, forward=True) is not None


@pytest.mark.parametrize(
    ("part", "whole"),
    [
        ("ousan", "Thousands"),
        ("s of p", "Thousands of people"),
        (", on", "on"),
        (" of ", "of"),
        ("ple, ", "people"),
        (", ", ""),
    ],
)
def test_whole_words_of_a_part(part: str, whole: str) -> None:
    text = "Thousands of people, on foot."
    start = text.index(part)
    found = whole_words(text, start, start + len(part))
    assert (found.of(text) if found else "") == whole


@given(texts, st.integers(0, 60), st.integers(1, 60))
@examples(4)
def test_whole_words_begin_and_end_with_words(text: str, start: int, length: int) -> None:
    found = whole_words(text, start, min(start + length, len(text))) if start < len(text) else None
    if found:
        assert found.overlaps(Span(start, start + length))
        first, last = word_at(text, found.start), word_at(text, found.end - 1)
        assert first is not None
        assert last is not None
        assert (first.start, last.end) == (found.start, found.end)
