"""Words are selected again for an annotation that has lost its place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from annotator.model import edits
from annotator.session.editing.places.place_reselecting import PlaceReselecting
from annotator.ui.article_page.reselecting_keys import ReselectingKeys
from tests.support.reading import NOW, Reader, made_reader

TEXT = "Thousands of people left the town. Nobody e\u0301crit more."
MARKS = [("claim", "people left"), ("source", "Nobody")]
Key = Qt.Key


@dataclass
class Reselecting:
    """A reader with two annotations, the first of them selected, and what it was told."""

    reader: Reader
    selecting: PlaceReselecting
    qtbot: QtBot
    ended: list[bool] = field(default_factory=list)
    said: list[str] = field(default_factory=list)

    def select(self, words: str) -> None:
        self.reader.session.move_caret(TEXT.index(words) + len(words), TEXT.index(words))

    def press(self, key: Qt.Key) -> None:
        self.qtbot.keyClick(self.reader.view, key)

    @property
    def words(self) -> str:
        return self.reader.words("a0")

    @property
    def is_shown(self) -> bool:
        return cast("QWidget", self.reader.view.findChild(QWidget, "reselectHint")).isVisible()


@pytest.fixture
def begun(qtbot: QtBot) -> Iterator[Reselecting]:
    reader = made_reader()
    reader.open(TEXT, MARKS)
    selecting = PlaceReselecting(reader.session)
    ReselectingKeys(selecting, reader.session, reader.look, reader.view)
    made = Reselecting(reader, selecting, qtbot)
    made.selecting.ended.connect(made.ended.append)
    reader.session.said.connect(made.said.append)
    reader.session.select("a0")
    made.selecting.begin()
    yield made
    reader.view.close()
    reader.view.deleteLater()


def test_the_text_has_the_keyboard_when_it_begins(begun: Reselecting) -> None:
    with begun.qtbot.waitSignal(begun.selecting.begun):
        begun.selecting.begin()
    assert begun.reader.session.locked_label == ""
    assert begun.said[-1] == "Select the words in the text and press Enter; Esc cancels"


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Enter])
def test_enter_takes_the_words(begun: Reselecting, key: Qt.Key) -> None:
    assert begun.is_shown
    begun.select("left the town")
    begun.press(key)
    assert begun.words == "left the town"
    assert begun.ended == [True]
    assert begun.said[-1] == "Put the claim on “left the town”"
    assert not begun.is_shown


def test_escape_leaves_it(begun: Reselecting) -> None:
    begun.select("left the town")
    begun.press(Key.Key_Escape)
    assert begun.words == "people left"
    assert begun.ended == [False]
    begun.press(Key.Key_Return)  # no longer under way
    assert begun.words == "people left"


def test_without_a_selection_it_goes_on(begun: Reselecting) -> None:
    begun.reader.session.move_caret(0)
    begun.press(Key.Key_Return)
    assert begun.said[-1] == "Select the words first"
    assert begun.ended == []
    begun.select("town")
    begun.press(Key.Key_Return)
    assert begun.words == "town"


def test_a_letter_is_taken_whole(begun: Reselecting) -> None:
    begun.reader.session.move_caret(TEXT.index("\u0301"), TEXT.index("e\u0301"))
    begun.press(Key.Key_Return)
    assert begun.words == "e\u0301"


def test_the_same_label_on_the_same_words_is_refused(begun: Reselecting) -> None:
    session = begun.reader.session
    span = session.document.annotations["a1"].span
    session.do(edits.annotate(session.document, span, "claim", id="third", now=NOW), "Tag")
    begun.select("Nobody")
    begun.press(Key.Key_Return)
    assert "already" in begun.said[-1]
    assert begun.words == "people left"
    assert begun.ended == []


def test_it_ends_when_the_annotation_is_gone(begun: Reselecting) -> None:
    session = begun.reader.session
    session.do(edits.remove(session.document, ["a1"]), "Remove another")
    assert begun.ended == []
    session.do(edits.remove(session.document, ["a0"]), "Remove it")
    assert begun.ended == [False]


def test_it_ends_when_another_article_is_opened(begun: Reselecting) -> None:
    begun.reader.open("Another story.")
    assert begun.ended == [False]


def test_there_is_nothing_to_do_without_an_annotation(begun: Reselecting) -> None:
    begun.press(Key.Key_Escape)
    begun.reader.session.select(None)
    begun.selecting.begin()
    begun.selecting.take()
    assert begun.ended == [False]
    assert not begun.is_shown
