"""The window in a language that marks every message: what is unmarked has not been passed through the translation."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from annotator.language.label_names import capitalised
from annotator.model.scheme import Scheme
from tests.support.marked_language import marked_language, unmarked
from tests.support.program import Key, Program

Start = Callable[..., Program]


@pytest.fixture
def marked_start(start: Start, monkeypatch: pytest.MonkeyPatch) -> Start:
    """Start the program in that language, whatever its settings say."""
    monkeypatch.setattr("annotator.app.speak", lambda _choice: None)
    return start


def test_no_text_of_the_start_page_is_left_in_english(marked_start: Start) -> None:
    with marked_language():
        program = marked_start()
        assert unmarked(program.window) == set()


def test_no_text_of_the_window_is_left_in_english(marked_start: Start, tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "town.txt").write_text("People left the town.\n", encoding="utf-8")
    with marked_language():
        program = marked_start(tmp_path)
        program.press(Key.Key_C)
        assert "<" in program.said
        data = {*words_of(program.session.scheme), "town.txt"}
        assert {
            text for text in unmarked(program.window) if not any(words.casefold() in text.casefold() for words in data)
        } == set()


def words_of(scheme: Scheme) -> set[str]:
    """What the scheme says, which is shown as it is."""
    rules = [*scheme.article, *(rule for label in scheme.labels for rule in label.attributes)]
    guidelines = [owner.guideline for owner in (*scheme.labels, *rules)]
    said = [text for guideline in guidelines for text in (guideline.definition, *guideline.yes, *guideline.no)]
    return {
        word.casefold()
        for word in (*said, *(label.name for label in scheme.labels), *(capitalised(rule.id) for rule in rules))
        if word
    }
