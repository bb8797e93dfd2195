"""Growing and shrinking by word, sentence, paragraph and all."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.language.text_units import grown, shrunk
from annotator.model.span import Span
from tests.language.texts import texts
from tests.support.running.examples import examples


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
    ("position", "unit"),
    [(10, "One two."), (11, "Two"), (0, "One"), (22, "two"), (23, "two")],
    ids=["end of a line", "empty line", "above", "below", "end"],
)
def test_a_caret_between_paragraphs_grows_within_the_nearest_one(position: int, unit: str) -> None:
    text = "\n\nOne two.\n\nTwo one two\n\n"
    assert _grown_words(text, position)[0] == unit


def test_only_the_last_step_of_growing_is_the_whole_text() -> None:
    text = "One left.\n\n \n\nTwo stayed. It rained.\n"
    for position in range(len(text) + 1):
        assert text.strip() not in _grown_words(text, position)[:-1], position
        assert len(_grown_words(text, position)) > 1, position
    assert grown(" \n\n", None, 1) is None


def _grown_words(text: str, position: int) -> list[str]:
    """Return the words of all selections that growing leads to from the caret."""
    stages, span = [], None
    while (span := grown(text, span, position)) is not None:
        stages.append(span.of(text))
    return stages


@given(texts, st.integers(0, 60), st.integers(1, 9))
@examples(4)
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
