"""Variants of a fixed name among many forms."""

from __future__ import annotations

from annotator.facts.finding import Place
from annotator.facts.names.name_words import name_words
from annotator.facts.names.rules.fixed_names import findings_among
from annotator.model.span import Span


def written(*forms: str) -> list[tuple[str, ...]]:
    known = name_words("en")
    assert known is not None
    places = {form: [Place(Span(at, at + 1))] for at, form in enumerate(forms)}
    return [finding.written for finding in findings_among(places, known)]


def test_every_two_variants_are_told_once() -> None:
    one, other, third = (f"Society {word} the Blue Anchor" for word in ("of", "for", "on"))
    assert written(one, other, "Blue Anchor Society", third) == [(one, other), (one, third), (other, third)]


def test_words_in_capitals_are_not_compared() -> None:
    assert written("SOCIETY OF THE BLUE ANCHOR", "SOCIETY FOR THE BLUE ANCHOR") == []


def test_ten_thousand_forms_are_compared_at_once() -> None:
    forms = [f"Board of Ward{number} and Dock{number % 100} Repairs" for number in range(10_000)]
    assert written(*forms, "Board for Ward7 and Dock7 Repairs") == [(forms[7], "Board for Ward7 and Dock7 Repairs")]
