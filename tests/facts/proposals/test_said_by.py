"""Who says a claim, in sentences of English and German: [source], {cue} and <claim>s, the first of which is asked."""

from __future__ import annotations

import re

import pytest

from annotator.facts.proposals.said_by import Around, said_by
from annotator.model.span import Span

MARKS = re.compile(r"[\[\]{}<>]")
SIGNS = {"[": "sources", "{": "cues", "<": "claims"}
CLOSING = dict(zip("]}>", "[{<", strict=True))

EXAMPLES = [
    ("en", "[The mayor] {said} that <fares would rise>.", "The mayor", "said"),
    ("en", "<Fares would rise>, {said} [the mayor].", "the mayor", "said"),
    ("en", "<Fares would rise>, {according to} [the mayor].", "the mayor", "according to"),
    ("en", "[The mayor] told the council on Monday that <fares would rise>.", "The mayor", "told"),
    ("en", "<Fares would rise>, [the mayor] warned.", "the mayor", "warned"),
    ("en", "[The mayor] spoke on Monday. She {added} that <fares would rise>.", "The mayor", "added"),
    ("en", "[The mayor] spoke. “<Fares will rise>.”", "The mayor", None),
    ("en", "[Police] {said} <two men ran>, but [a neighbour] {said} <there were three>.", "Police", "said"),
    ("en", "In [the report] <fares have doubled>.", "the report", None),
    ("de", "[Die Bürgermeisterin] {sagte}, <die Preise würden steigen>.", "Die Bürgermeisterin", "sagte"),
    ("de", "<Die Preise würden steigen>, {sagte} [die Bürgermeisterin].", "die Bürgermeisterin", "sagte"),
    ("de", "Laut [der Polizei] <liefen zwei Männer weg>.", "der Polizei", "Laut"),
    ("de", "<Zwei Männer liefen weg>, teilte [die Polizei] mit.", "die Polizei", "teilte"),
    ("de", "[Die Firma] äußerte sich am Montag. Sie bestritt, <dass Öl auslief>.", "Die Firma", "bestritt"),
    ("de-CH", "[Der Verband] warnte, <die Vorräte gingen aus>.", "Der Verband", "warnte"),
    ("", "[The mayor] said <fares would rise>.", "The mayor", "said"),
    ("ar", "[العمدة] {قال} <سترتفع الأسعار>.", "العمدة", "قال"),
]
COUNTER_EXAMPLES = [
    ("en", "<Fares will rise>.", None, None),
    ("en", "[The mayor] {denied} it. <Fares will rise>.", None, None),
    ("en", "<Fares rose>, but [the mayor] {said} <they fell>.", None, None),
    ("en", "<Fares rose>; [the mayor] {said} <they fell>.", None, None),
    ("en", "<[The mayor] was hurt>.", None, None),
    ("en", "[The mayor] {said} <they fell>. Later <fares rose>.", "The mayor", "said"),
    ("en", "[The mayor] spoke.\n\nShe {added} that <fares would rise>.", None, "added"),
    ("de", "<Die Preise stiegen>, während [die Firma] {sagte}, <sie fielen>.", None, None),
    ("de", "<Die Preise stiegen>, doch [die Firma] bestritt <das Gegenteil>.", None, None),
    ("fr", "[Le maire] disait que <les prix montent>.", "Le maire", None),
]


@pytest.mark.parametrize(("language", "marked", "source", "cue"), EXAMPLES)
def test_said_by(language: str, marked: str, source: str | None, cue: str | None) -> None:
    assert found(language, marked) == (source, cue)


@pytest.mark.parametrize(("language", "marked", "source", "cue"), COUNTER_EXAMPLES)
def test_not_said_by(language: str, marked: str, source: str | None, cue: str | None) -> None:
    assert found(language, marked) == (source, cue)


def test_the_second_claim_has_the_second_speaker() -> None:
    marked = "[Police] {said} <two men ran>, but [a neighbour] {said} <there were three>."
    assert found("en", marked, claim=1) == ("a neighbour", "said")


def test_a_claim_behind_another_is_not_given_its_speaker() -> None:
    assert found("en", "<Fares rose>, {said} [the mayor], but <wages fell>.", claim=1) == (None, None)


def found(language: str, marked: str, claim: int = 0) -> tuple[str | None, str | None]:
    text, spans = read(marked)
    claims = spans["claims"]
    said = said_by(text, claims[claim], Around(spans["sources"], spans["cues"], claims), language)
    return said.source.of(text) if said.source else None, said.cue.of(text) if said.cue else None


def read(marked: str) -> tuple[str, dict[str, list[Span]]]:
    """Take the marks out of the text."""
    spans: dict[str, list[Span]] = {name: [] for name in SIGNS.values()}
    opened: dict[str, int] = {}
    text = ""
    for letter in marked:
        if letter in SIGNS:
            opened[letter] = len(text)
        elif letter in CLOSING:
            spans[SIGNS[CLOSING[letter]]].append(Span(opened[CLOSING[letter]], len(text)))
        else:
            text += letter
    return text, spans
