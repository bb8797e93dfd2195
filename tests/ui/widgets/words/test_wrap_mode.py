"""Lines of texts with words that never end."""

from __future__ import annotations

import re
from time import monotonic

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QTextOption
from pytestqt.qtbot import QtBot

from annotator.ui.editors.note_field import NoteField
from annotator.ui.widgets.words.wrap_mode import EAST_ASIAN, LONGEST_WORD, wrap_mode

Mode = QTextOption.WrapMode
LONG = "w" * (LONGEST_WORD + 1)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Some words.",
        "word " * LONGEST_WORD,
        "w" * LONGEST_WORD,
        f"{'w' * LONGEST_WORD} x",
        "漢" * 9000,
        "가" * 9000,
    ],
)
def test_between_words(text: str) -> None:
    assert wrap_mode(text) == Mode.WrapAtWordBoundaryOrAnywhere


@pytest.mark.parametrize("text", [LONG, f"a b\n{LONG}\nc", f"漢{LONG}", "ا" * 9000, "\u0301" * 9000])
def test_anywhere(text: str) -> None:
    assert wrap_mode(text) == Mode.WrapAnywhere


def test_ten_million_characters_are_looked_through_in_no_time() -> None:
    began = monotonic()
    assert wrap_mode(f"{'w' * (LONGEST_WORD - 1)} " * 5_000) == Mode.WrapAtWordBoundaryOrAnywhere
    assert monotonic() - began < 5


@pytest.mark.parametrize("pasted", [False, True])
def test_a_note_of_one_word_of_a_million_letters_is_shown(qtbot: QtBot, pasted: bool) -> None:
    field = NoteField()
    qtbot.addWidget(field)
    field.resize(300, 200)
    field.show()
    began = monotonic()
    if pasted:
        data = QMimeData()
        data.setText("w" * 1_000_000)
        field.insertFromMimeData(data)
    else:
        field.show_text("w" * 1_000_000)
    assert len(field.shown_text()) == 1_000_000
    field.show_text("Some words.")
    assert field.shown_text() == "Some words."
    assert monotonic() - began < 20


@given(st.text(st.sampled_from("a \n\u3000語"), max_size=40), st.integers(-2, 3))
def test_lines_are_broken_between_words_unless_one_is_too_long(text: str, more: int) -> None:
    text += "a" * (LONGEST_WORD + more)
    longest = max(map(len, re.split(rf"[\s{EAST_ASIAN}]", text)))
    anywhere = wrap_mode(text + " b") == QTextOption.WrapMode.WrapAnywhere
    assert anywhere == (longest > LONGEST_WORD)
