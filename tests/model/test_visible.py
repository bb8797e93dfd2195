"""What must be seen of a text is seen."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model.scheme import Label
from annotator.model.visible import visible


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("plain – “text” 👩‍👩‍👧", "plain – “text” 👩‍👩‍👧"),
        ("gnp.\u202etxt", r"gnp.\u202etxt"),
        ("\u2066a\u2069 \u202ab\u202c", r"\u2066a\u2069 \u202ab\u202c"),
        ("bell\x07 and \x1b[31m and \x85", r"bell\x07 and \x1b[31m and \x85"),
        ("\udcff", r"\udcff"),
        ("two\nlines\tand a tab", "two\nlines\tand a tab"),
        ("marks \u200f of direction \u200e stay", "marks \u200f of direction \u200e stay"),
    ],
)
def test_what_is_obeyed_in_the_dark_is_shown(text: str, seen: str) -> None:
    assert visible(text) == seen


@given(st.text(st.characters(exclude_categories=())))
def test_twice_is_as_good_as_once(text: str) -> None:
    once = visible(text)
    once.encode()
    assert visible(once) == once


def test_a_label_cannot_turn_the_words_beside_it() -> None:
    label = Label("\u202eclaim", "", "#56B4E9", "fill")
    assert label.name == r"\u202eclaim"
    assert label.letter_in("") == "\\"
