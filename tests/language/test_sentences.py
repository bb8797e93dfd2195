"""Sentences in several scripts, with abbreviations and quotations."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from annotator.language.paragraphs import paragraph_at
from annotator.language.sentences import sentence_at, sentences, without_full_stop
from annotator.model.span import Span
from tests.language.texts import texts
from tests.support.running.examples import examples


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


CASES = Path(__file__).with_name("sentence_cases")


def cases() -> list[tuple[str, str]]:
    """Return the language of each text, and the text with a bar where a sentence begins."""
    files = sorted(CASES.glob("*.txt"))
    lines = ((file.stem, line) for file in files for line in file.read_text("utf-8").splitlines())
    return [(language, line) for language, line in lines if not line.startswith("#")]


def test_there_are_enough_cases() -> None:
    assert sum(line.count("|") + 1 for _language, line in cases()) >= 500
    assert {"en", "de", "fr", "es", "it", "pt", "nl", "pl", "ru", "ar", "tr"} < {
        language for language, _line in cases()
    }


@pytest.mark.parametrize("known", [False, True], ids=["unknown language", "known language"])
@pytest.mark.parametrize("language", sorted({language for language, _line in cases()}))
def test_cases(language: str, *, known: bool) -> None:
    """A text is cut alike whether its language is known, by its own rules, or not, by those of all languages."""
    for expected in (line.split("|") for of, line in cases() if of == language):
        text = ("" if language == "east_asian" else " ").join(expected)
        assert [span.of(text) for span in sentences(text, language=language if known else "")] == expected


def test_the_caret_stands_in_the_same_sentences() -> None:
    article = "\n".join(line.replace("|", " ") for language, line in cases() if language != "east_asian")
    for sentence in sentences(article):
        assert sentence_at(article, sentence.start + 1) == sentence
        assert sentence_at(article, sentence.end) == sentence


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Saíram em 3 out. 2016 foi pior.", "pt", ["Saíram em 3 out. 2016 foi pior."]),
        ("They ran out. 2016 was worse.", "", ["They ran out.", "2016 was worse."]),
        ("Je n'y vais pas mar. 5 mai.", "fr-CA", ["Je n'y vais pas mar. 5 mai."]),
        ("No idea. Mr. Low left.", "../en", ["No idea.", "Mr. Low left."]),
    ],
)
def test_a_known_language_has_abbreviations_that_are_words_elsewhere(
    text: str, language: str, expected: list[str]
) -> None:
    assert [span.of(text) for span in sentences(text, language=language)] == expected


def test_headings_and_paragraphs_end_sentences() -> None:
    text = "The 5th Ave. and St.\nJohn came, e.g.\n\nNo. 5\n5 left (why?) and Dr.\u2029Who"
    assert [span.of(text) for span in sentences(text)] == text.replace("\u2029", "\n").replace("\n\n", "\n").split("\n")


@given(texts.filter(str.strip), st.integers(0, 60))
@examples(4)
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


@pytest.mark.parametrize(
    "text",
    ["“Why?” he asked.", "“Stop!” she said.", "He left… and came back.", "It is approx. ten.", "Wait – vs. them."],
)
def test_a_sentence_goes_on_in_small_letters_and_after_abbreviations(text: str) -> None:
    assert [span.of(text) for span in sentences(text)] == [text]


@given(texts)
@examples(4)
def test_all_sentences_are_all_that_is_no_blank(text: str) -> None:
    found = [span.of(text) for span in sentences(text)]
    assert "".join("".join(found).split()) == "".join(text.split())


USUAL_WORDS = ["Mr", "St", "Sept", "approx", "Prof", "No", "the", "Water", "x", "é", "Ärzte", "al-Assad", "“She"]
WORDS = st.sampled_from([*USUAL_WORDS, "A.B", "J.", "U.S.", "U.S.A", "e.g", "3.2", "12", "(he"])


@example([("Part", ""), ("12", "."), ("Water", "")])
@given(st.lists(st.tuples(WORDS, st.sampled_from(["", ".", "...", ".”", "?", ",", ".)"])), max_size=12))
def test_a_plain_last_word_is_judged_at_once_as_by_searching(parts: list[tuple[str, str]]) -> None:
    """Behind another blank than the usual one the last word is searched for abbreviations and initials."""
    text = " ".join(word + mark for word, mark in parts)
    assert [*sentences(text)] == [*sentences(text.replace(" ", "\u2003"))]


@pytest.mark.parametrize(
    ("text", "marked", "left"),
    [
        ("Snow fell. He left.", "Snow fell.", "Snow fell"),
        ("He said: “Snow fell.” Then he left.", "Snow fell.", "Snow fell"),
        ("He said: “Snow fell.” Then he left.", "“Snow fell.”", "“Snow fell.”"),
        ("Snow fell.[3] He left.", "Snow fell.", "Snow fell"),
        ("大雪降下。他走了。", "大雪降下。", "大雪降下"),
        ("ہم آئے۔ وہ گئے۔", "ہم آئے۔", "ہم آئے"),
        ("They flew to the U.S.", "They flew to the U.S.", "They flew to the U.S."),
        ("It was Dr. Hale.", "It was Dr.", "It was Dr."),
        ("Snow fell... He left.", "Snow fell...", "Snow fell..."),
        ("Snow fell?. He left.", "Snow fell?.", "Snow fell?."),
        ("Snow fell! He left.", "Snow fell!", "Snow fell!"),
        ("Snow fell. He left.", "Snow", "Snow"),
        ("Snow. .", ".", "."),
    ],
)
def test_the_full_stop_that_closes_a_sentence_is_left_out(text: str, marked: str, left: str) -> None:
    start = text.index(marked)
    assert without_full_stop(text, Span(start, start + len(marked))).of(text) == left
