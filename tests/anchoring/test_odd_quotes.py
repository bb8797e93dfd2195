"""Places by quotes alone that contradict each other, are everywhere, or are nowhere."""

from __future__ import annotations

import pytest

from annotator.anchoring.verdicts import AMBIGUOUS, LOST, SAME, Quoted, from_quotes, from_text
from annotator.model.span import Span

TEXT = (
    "The mayor of Norhaven resigned on Monday after the vote, with 40 people present. "
    "Robin Hale said that nothing was hidden from the council. The ferry runs every 30 minutes until spring."
)
CONTEXT = 32


def quoted(words: str, text: str = TEXT, shift: int = 0) -> Quoted:
    start = text.index(words)
    end = start + len(words)
    return Quoted(
        Span(start + shift, end + shift), words, text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
    )


def test_a_quote_without_words_is_lost_and_takes_no_other_with_it() -> None:
    """As a sidecar edited by hand may have it."""
    places = from_quotes(TEXT, [Quoted(Span(0, 9), "", "", ""), quoted("resigned on Monday")], None)
    assert [place.verdict for place in places] == [LOST, SAME]


def test_quotes_that_contradict_each_other_are_found_each_by_its_own_words() -> None:
    """As in a sidecar that two programs wrote for two versions of the article."""
    other = "A crane fell into the river at noon, and nobody saw it happen."
    new = f"{TEXT} {other}"
    quotes = [quoted("resigned on Monday"), quoted("fell into the river", other, shift=4), quoted("after the vote")]
    places = from_quotes(new, quotes, None)
    assert [place.span.of(new) if place.span else "" for place in places] == [quote.text for quote in quotes]


def test_an_article_that_has_become_empty_has_no_places() -> None:
    assert [place.verdict for place in from_quotes("", [quoted("resigned on Monday")], len(TEXT))] == [LOST]


def test_words_that_are_everywhere_do_not_keep_the_others_from_being_found() -> None:
    new = "the vote and the council and the ferry. " * 60 + TEXT
    [place] = from_quotes(new, [quoted("nothing was hidden")], len(TEXT))
    assert place.span is not None
    assert place.span.of(new) == "nothing was hidden"


@pytest.mark.parametrize("copies", [2, 3])
def test_a_sentence_that_stands_there_several_times_is_ambiguous(copies: int) -> None:
    ferry = "The ferry runs every 30 minutes until spring."
    new = "All is new here. " + f"{ferry} Something else stands between them, of other words. " * copies
    start = TEXT.index(ferry)
    [place] = from_text(TEXT, new, [Span(start, start + len(ferry))])
    assert place.verdict == AMBIGUOUS
    assert place.span is not None
    assert place.span.of(new) == ferry


def test_the_same_text_has_the_same_places() -> None:
    [place] = from_quotes(TEXT, [quoted("40 people")], len(TEXT))
    assert (place.verdict, place.span) == (SAME, quoted("40 people").span)
