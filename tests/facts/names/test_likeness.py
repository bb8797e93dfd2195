"""Likeness of names: two spellings of one, or two names."""

from __future__ import annotations

import pytest

from annotator.facts.names.rules.likeness import are_spellings, are_swapped, sound_alike


@pytest.mark.parametrize(
    ("one", "other"),
    [("Reiff", "Reif"), ("Haldane", "Haldene"), ("Orbán", "Orban"), ("Vogel", "Vogle"), ("Haddad", "Hadad")],
)
def test_two_spellings(one: str, other: str) -> None:
    assert are_spellings(one, other)
    assert are_spellings(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Reiff", "Reiffs"),
        ("Ivanov", "Ivanova"),
        ("Kowalski", "Kowalska"),
        ("Lee", "Low"),
        ("Hall", "Hill Street"),
        ("Reiff", "Reiff"),
        ("Reiff", "Rowan"),
    ],
)
def test_two_names_or_one(one: str, other: str) -> None:
    assert not are_spellings(one, other)
    assert not are_spellings(other, one)


def test_names_from_other_scripts_sound_alike_but_not_those_of_a_man_and_a_woman() -> None:
    assert sound_alike("Mohammed", "Muhammad")
    assert sound_alike("Hussein", "Hussain")
    assert not sound_alike("Martin", "Martina")
    assert not sound_alike("Anna", "Anne")


def test_letters_that_have_changed_places() -> None:
    assert are_swapped("Vogel", "Vogle")
    assert not are_swapped("Reiff", "Reif")
