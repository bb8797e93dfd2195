"""Articles in which only blanks and line ends have changed."""

from __future__ import annotations

import random
import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.anchoring.verdicts import AMBIGUOUS, CHANGED, LOST, SAME, Place, from_quotes, from_text
from annotator.model.span import Span
from tests.anchoring.rewrapped_articles import WAYS, truths, unwrapped, wrapped
from tests.anchoring.test_verdicts import quoted, span_of

TEXT = (
    "Ferry talks fail again\n\n"
    "The council of Norhaven met on Monday to hear why the ferry has not sailed since the storm in the first week of "
    "March. Its engineer said that two pumps had failed, and that nobody sells such pumps any more. A new engine costs "
    "1 204 000 crowns, half of what the town pays for its schools.\n\n"
    "Last year about 48,000 people took the ferry, a third of them on Sundays. The town now pays for two buses, "
    "which leave from the station every hour. “It is a long way round,” said the owner of the inn at the landing.\n\n"
    "The council will meet again on the last Friday before Easter. Until then the ferry stays where it is.\n"
)
BLANKS = st.sampled_from([" ", "  ", "\n", "\n\n", "\t", "\u00a0", "\u2009", "\r\n", "\u2028", "\u00ad", "\u200b\n"])


def sentences(text: str) -> list[Span]:
    return [Span(*found.span()) for found in re.finditer(r"[^\s.“”](?:[^.”\n]|\n(?!\n))*\.(?:,?”)?", text)]


def words(text: str) -> list[Span]:
    return [Span(*found.span()) for found in re.finditer(r"\w[\w,]+", text)]


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("seed", range(3))
def test_every_sentence_and_word_is_the_same(way: Callable[[str, random.Random], str], seed: int) -> None:
    source = random.Random(seed)
    old = wrapped(TEXT, source) if way is unwrapped else TEXT
    new = way(old, source)
    spans, truth = [*sentences(old), *words(old)], truths(old, new)
    assert from_text(old, new, spans) == [Place(SAME, truth(span)) for span in spans]


@pytest.mark.parametrize("way", WAYS)
def test_without_the_old_text_every_sentence_is_the_same(way: Callable[[str, random.Random], str]) -> None:
    source = random.Random(1)
    old = wrapped(TEXT, source) if way is unwrapped else TEXT
    new = way(old, source)
    spans, truth = sentences(old), truths(old, new)
    places = from_quotes(new, [quoted(old, span) for span in spans], len(old))
    assert places == [Place(SAME, truth(span)) for span in spans]


@given(st.lists(st.text(st.characters(exclude_categories=["Z", "C"]), min_size=1), min_size=1, max_size=12), st.data())
def test_a_span_keeps_its_visible_characters(runs: list[str], data: st.DataObject) -> None:
    runs = [run for run in runs if run.strip()] or ["a"]
    old = "".join(run + data.draw(BLANKS) for run in runs)
    cuts = data.draw(st.lists(st.integers(0, len("".join(runs))), max_size=6))
    new = spread("".join(runs), cuts, data.draw(BLANKS))
    start = data.draw(st.integers(0, len(old) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(old))))
    [place] = from_text(old, new, [span])
    if not visible(span.of(old)):
        assert place == Place(LOST)
        return
    assert place.verdict == SAME
    assert place.span is not None
    assert visible(place.span.of(new)) == visible(span.of(old))
    assert visible(new[: place.span.start]) == visible(old[: span.start])
    assert place.span.of(new)[0] in visible(old)
    assert place.span.of(new)[-1] in visible(old)


def visible(text: str) -> str:
    return "".join(character for character in text if not character.isspace() and character not in "\u00ad\u200b")


def spread(text: str, cuts: list[int], blank: str) -> str:
    """Return the text with the blank at each of the places."""
    for cut in sorted(cuts, reverse=True):
        text = text[:cut] + blank + text[cut:]
    return text


def test_a_wrapped_sentence_of_which_a_word_was_edited_is_compared_whole() -> None:
    old = wrapped(TEXT, random.Random(2))
    new = TEXT.replace("two pumps had failed", "three pumps had failed")
    spans = sentences(old)
    places = from_text(old, new, spans)
    changed = [span.of(old) for span, place in zip(spans, places, strict=True) if place.verdict == CHANGED]
    assert [" ".join(words.split()) for words in changed] == [
        "Its engineer said that two pumps had failed, and that nobody sells such pumps any more."
    ]
    assert all(place.verdict == SAME for place in places if place.verdict != CHANGED)
    assert all(
        " ".join(place.span.of(new).split()) == " ".join(span.of(old).split())
        for span, place in zip(spans, places, strict=True)
        if place.verdict == SAME and place.span
    )


def test_without_the_old_text_a_look_alike_on_other_lines_is_not_taken() -> None:
    """The words on the next line are of the same sentence, and show no neighbour."""
    near = "Twenty-three of the older houses along the harbour road were\nflooded on Sunday night by the spring tide."
    old = f"{TEXT}\n{near}\n"
    new = f"{near.replace('Sunday', 'Monday')}\n\n{TEXT}"
    [place] = from_quotes(new, [quoted(old, span_of(old, "older houses"))], len(old))
    assert place.verdict in (AMBIGUOUS, LOST)


def test_a_whole_sentence_is_the_same_though_its_neighbour_is_gone() -> None:
    new = TEXT.replace(" Its engineer said that two pumps had failed, and that nobody sells such pumps any more.", "")
    old_sentences = sentences(TEXT)
    places = from_quotes(new, [quoted(TEXT, span) for span in old_sentences], len(TEXT))
    assert [span.of(TEXT)[:12] for span, place in zip(old_sentences, places, strict=True) if place.verdict != SAME] == [
        "Its engineer"
    ]


EDITED = ("A new engine costs 1 204 000 crowns", "A new boat costs 2 million crowns")


@pytest.mark.parametrize(("old_blank", "new_blank"), [(" ", "  "), ("  ", " "), (" ", "\t"), ("\u2009", " ")])
def test_other_blanks_beside_an_edited_sentence(old_blank: str, new_blank: str) -> None:
    old = TEXT.replace("people took the", f"people{old_blank}took{old_blank}the")
    new = TEXT.replace("people took the", f"people{new_blank}took{new_blank}the").replace(*EDITED)
    spans = [span_of(old, words) for words in (f"people{old_blank}took", "Sundays", "the ferry, a third")]
    places = from_text(old, new, spans)
    assert [place.verdict for place in places] == [SAME, SAME, SAME]
    assert [place.span.of(new) for place in places if place.span] == [
        f"people{new_blank}took",
        *words_of(old, spans[1:]),
    ]


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [("town pays", "to\u00adwn pays"), ("to\u00adwn pays", "town pays"), ("to\u00adwn pays", "tow\u200bn  pa\u00adys")],
)
def test_hyphens_that_cannot_be_seen_beside_an_edited_sentence(ours: str, theirs: str) -> None:
    words = "The town pays for two buses and nothing else."
    old, new = f"{words.replace('town pays', ours)}\n\n{TEXT}", f"{words.replace('town pays', theirs)}\n\n{TEXT}"
    new = new.replace(*EDITED)
    places = from_text(old, new, [span_of(old, ours), span_of(old, "two buses and"), span_of(old, "The")])
    assert places == [
        Place(SAME, span_of(new, theirs)),
        Place(SAME, span_of(new, "two buses and")),
        Place(SAME, span_of(new, "The")),
    ]


def words_of(text: str, spans: list[Span]) -> list[str]:
    return [span.of(text) for span in spans]
