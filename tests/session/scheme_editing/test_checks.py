"""Sentences for what cannot be typed into a scheme."""

from __future__ import annotations

import pytest

from annotator.model.scheme import AttributeRule, Label, Scheme
from annotator.model.scheme_changes.parts import LABEL, Part
from annotator.session.scheme_editing.checks import (
    chord_refusal,
    colour_refusal,
    condition_refusal,
    default_refusal,
    free_keys,
    key_refusal,
    language_refusal,
    name_refusal,
    title_refusal,
)

KIND = AttributeRule("kind", "choice", ("event",))
SINCE = AttributeRule("since", "date", when=(("kind", ("event",)),))
CLAIM = Label("claim", "c", "#56B4E9", "fill", (KIND, SINCE), names=(("de", "Behauptung"),))
SCHEME = Scheme("small", "Small", (CLAIM, Label("source", "s", "#E69F00", "line")))


def held(key: str) -> str:
    return "N is the key for “Write a note”." if key.casefold() == "n" else ""


@pytest.mark.parametrize(
    ("name", "refusal"),
    [
        ("statement", ""),
        ("claim", ""),
        ("", "It needs a name."),
        ("  ", "It needs a name."),
        ("source", "There is another “source” here already."),
        ("x ", "A name has no blanks at its ends, no line breaks and no invisible characters."),
        ("a\u202eb", "A name has no blanks at its ends, no line breaks and no invisible characters."),
        ("a" * 81, "A name has at most 80 characters."),
    ],
)
def test_names(name: str, refusal: str) -> None:
    assert name_refusal(SCHEME, Part(LABEL, "claim"), name) == refusal


@pytest.mark.parametrize(
    ("key", "refusal"),
    [
        ("", ""),
        ("c", ""),
        ("d", ""),
        ("S", "S is the key of “source”. Free: B, D, F"),
        ("n", "N is the key for “Write a note”. Free: B, D, F"),
        ("ab", "A key is one letter, digit or sign."),
        (" ", "A key is one letter, digit or sign."),
    ],
)
def test_keys(key: str, refusal: str) -> None:
    found = key_refusal(SCHEME, "claim", key, held)
    assert found.startswith(refusal) if refusal else not found


def test_free_keys_are_those_of_nobody() -> None:
    assert not {"c", "s", "n", "r", "v"} & set(free_keys(SCHEME, held))


def test_colours_languages_defaults_and_conditions() -> None:
    assert [bool(colour_refusal(colour)) for colour in ("#00ff00", "green", "#12345")] == [False, True, True]
    assert [bool(language_refusal(CLAIM, code)) for code in ("pt-BR", "DE", "d!")] == [False, True, True]
    assert [bool(default_refusal(SINCE, value)) for value in ("2016-12", "", "soon")] == [False, False, True]
    assert not condition_refusal(SCHEME, Part(LABEL, "claim", "since"), "kind")
    assert condition_refusal(SCHEME, Part(LABEL, "claim", "kind"), "since") == "The attribute would depend on itself."


@pytest.mark.parametrize(
    ("name", "refusal"),
    [
        ("Town news", ""),
        (" ", "It needs a name."),
        ("Town\nnews", "A name has no line breaks and no invisible characters."),
        ("Town\u202enews", "A name has no line breaks and no invisible characters."),
        ("a" * 201, "A name has at most 200 characters."),
    ],
)
def test_titles(name: str, refusal: str) -> None:
    assert title_refusal(name) == refusal


@pytest.mark.parametrize("chord", ["v 1 2", "vv 1", "v\t1", "v \u200b"])
def test_a_choice_has_two_keys_of_one_character(chord: str) -> None:
    refusal = chord_refusal(SCHEME, Part(LABEL, "claim", "kind", "event"), chord, held)
    assert refusal.startswith("The keys of a choice are two letters, digits or signs, one after the other")


def test_a_first_key_of_a_label_or_of_the_program_is_refused() -> None:
    place = Part(LABEL, "claim", "kind", "event")
    assert chord_refusal(SCHEME, place, "c 1", held).startswith("C is the key of “claim”")
    assert chord_refusal(SCHEME, place, "n 1", held) == "N is the key for “Write a note”."
    assert chord_refusal(SCHEME, place, "v 1", held) == ""


def test_a_condition_on_others_that_depend_on_each_other_ends() -> None:
    one = AttributeRule("one", "choice", ("yes",), when=(("other", ("yes",)),))
    other = AttributeRule("other", "choice", ("yes",), when=(("one", ("yes",)), ("gone", ("yes",))))
    scheme = Scheme("small", "Small", (Label("claim", "c", "#56B4E9", "fill", (one, other, SINCE)),))
    assert condition_refusal(scheme, Part(LABEL, "claim", "since"), "one") == ""
    assert condition_refusal(scheme, Part(LABEL, "claim", "one"), "other") == "The attribute would depend on itself."
