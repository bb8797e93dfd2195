"""Words, sentences and paragraphs as a reader takes them."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from annotator.model.span import Span
from annotator.ui.article_view.text_units import (
    grown,
    next_word_edge,
    paragraph_at,
    sentence_at,
    shrunk,
    whole_graphemes,
    word_at,
    words_near,
)

NBSP, THIN, NNBSP = "\u00a0", "\u2009", "\u202f"
FAMILY, FLAG, E_ACUTE = "👩‍👩‍👧", "🇪🇺", "e\u0301"


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


@pytest.mark.parametrize("text", ["联合国在星期四说。", "国連は木曜日に述べた。", "ประเทศไทยกล่าวว่า"])
def test_scripts_without_blanks_have_words(text: str) -> None:
    """What exactly a word is there depends on the dictionaries that Qt has; every letter is in one."""
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
    ("text", "expected"),
    [
        ("One left. Two stayed.", ["One left.", "Two stayed."]),
        ("Is it so? It is! Well.", ["Is it so?", "It is!", "Well."]),
        ("Gen. Smith left. He went.", ["Gen. Smith left.", "He went."]),
        ("The U.S. President left. He went.", ["The U.S. President left.", "He went."]),
        ("It was the U.S. The deal held.", ["It was the U.S.", "The deal held."]),
        ("It rose 3.2 % in May. Then it fell.", ["It rose 3.2 % in May.", "Then it fell."]),
        ("“It is so,” he said. He left.", ["“It is so,” he said.", "He left."]),
        ("He said: “It is so.” He left.", ["He said: “It is so.”", "He left."]),
        ("J. K. Rowling wrote. She did.", ["J. K. Rowling wrote.", "She did."]),
        ("غادروا المدينة. قالت البلدية.", ["غادروا المدينة.", "قالت البلدية."]),
        ("هل غادروا؟ نعم.", ["هل غادروا؟", "نعم."]),
        ("הם עזבו. הם חזרו.", ["הם עזבו.", "הם חזרו."]),
        ("他们离开了。他们回来了。", ["他们离开了。", "他们回来了。"]),
        ("彼らは去った。戻った。", ["彼らは去った。", "戻った。"]),
        ("no end", ["no end"]),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    found = [sentence_at(text, text.index(sentence) + 1) for sentence in expected]
    assert [span.of(text) for span in found if span] == expected


def test_a_sentence_ends_with_its_paragraph() -> None:
    text = "A headline without a stop\n\nThe text begins. It goes on."
    assert [s.of(text) for s in (sentence_at(text, 3), sentence_at(text, 30)) if s] == [
        "A headline without a stop",
        "The text begins.",
    ]
    assert sentence_at(text, 26) is None
    assert sentence_at("", 0) is None


def test_growing_and_shrinking() -> None:
    text = "Gen. Smith left. He went far.\nA second paragraph."
    stages, span = [], None
    while (span := grown(text, span, 22)) is not None:
        stages.append(span.of(text))
    assert stages == ["went", "He went far.", "Gen. Smith left. He went far.", text]
    span = Span(0, len(text))
    back = []
    while (span := shrunk(text, span, 22)) is not None:  # type: ignore[assignment]  # the loop ends with None
        back.append(span.of(text))
    assert back == stages[-2::-1]


def test_growing_from_a_part_of_a_word() -> None:
    text = "left the town"
    assert grown(text, Span(6, 7), 7) == Span(5, 8)
    assert grown(text, Span(3, 6), 6) == Span(0, 13)


def test_what_straddles_sentences_grows_to_the_paragraph() -> None:
    text = "One left. Two stayed.\nThree."
    assert grown(text, Span(4, 13), 13) == Span(0, 21)
    assert grown(text, Span(4, 25), 25) == Span(0, len(text))
    assert grown(text, Span(0, len(text)), 3) is None


@pytest.mark.parametrize(
    ("text", "span", "whole"),
    [
        (f"a{E_ACUTE}b", Span(1, 2), E_ACUTE),
        (f"a{E_ACUTE}b", Span(2, 3), E_ACUTE),
        (f"a{FAMILY}b", Span(2, 4), FAMILY),
        (f"a{FLAG}b", Span(1, 2), FLAG),
        ("plain", Span(1, 3), "la"),
        ("x\n\u0301y", Span(0, 1), "x"),
    ],
)
def test_a_grapheme_is_never_split(text: str, span: Span, whole: str) -> None:
    assert whole_graphemes(text, span).of(text) == whole


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


pieces = st.sampled_from(
    [
        *("a", "B", " ", "  ", ".", ". ", ",", "-", "’", "U.S.", "1,2", "3 %", "€", "Gen. ", "\n", "\x0b"),
        *(NBSP, "\u2028", "\u2029", "\ufdd0", "\u200d", "\u200f", "\ufeff", "\u00ad"),
        *(E_ACUTE, "\u0301", FAMILY, FLAG, "\U0001f1ea", "א", "ب", "ـ", "中", "の", "ไ"),
    ]
)
texts = st.lists(pieces, max_size=24).map("".join)


def is_grapheme_edge(text: str, position: int) -> bool:
    return all(edge == position for edge in _around(text, position))


def _around(text: str, position: int) -> list[int]:
    after = whole_graphemes(text, Span(position, position + 1)).start if position < len(text) else position
    before = whole_graphemes(text, Span(position - 1, position)).end if position else position
    return [after, before]


@given(texts, st.integers(0, 60))
@example("\u0301", 0)
@example("a\n\u0301b", 2)
@settings(deadline=None, max_examples=300)
def test_words_are_whole_and_inside(text: str, position: int) -> None:
    position = min(position, len(text))
    found, last = list(words_near(text, position)), 0
    for word in found:
        assert last <= word.start < word.end <= len(text)
        assert is_grapheme_edge(text, word.start)
        assert is_grapheme_edge(text, word.end)
        last = word.end
    assert word_at(text, position) in (None, *found)


@given(texts.filter(str.strip), st.integers(0, 60))
@settings(deadline=None, max_examples=300)
def test_sentences_partition_the_paragraph(text: str, position: int) -> None:
    paragraph = paragraph_at(text, min(position, len(text)))
    if paragraph is None:
        return
    covered = paragraph.start
    while covered < paragraph.end:
        sentence = sentence_at(text, covered + 1)
        assert sentence is not None
        assert sentence.start <= covered + 1
        assert text[covered : sentence.start].strip() == ""
        assert paragraph.covers(sentence)
        assert sentence.end > covered
        rest = text[sentence.end : paragraph.end]
        covered = sentence.end + len(rest) - len(rest.lstrip())
    assert covered == paragraph.end


@given(texts, st.integers(0, 60), st.integers(1, 9))
@settings(deadline=None, max_examples=300)
def test_growing_ends_with_everything(text: str, start: int, length: int) -> None:
    if start + length > len(text):
        return
    span: Span | None = Span(start, start + length)
    last = span
    while (span := grown(text, span, start)) is not None:
        assert last is not None
        assert span.covers(last)
        assert len(span) > len(last)
        last = span


@given(texts, st.integers(0, 60), st.integers(1, 9))
@settings(deadline=None, max_examples=300)
def test_whole_graphemes_is_whole(text: str, start: int, length: int) -> None:
    if start + length > len(text):
        return
    whole = whole_graphemes(text, Span(start, start + length))
    assert whole.covers(Span(start, start + length))
    assert whole_graphemes(text, whole) == whole


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
