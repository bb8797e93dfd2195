"""What a screen reader is told while the caret goes through annotations by keys."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from annotator.ui.system.caret_announcements import CaretAnnouncements
from tests.support.program import CTRL, Key, Program
from tests.support.stories import TOWN, write_folder

Start = Callable[..., Program]
PEOPLE = TOWN.index("people")


class Reader:
    """A screen reader that is running or not, and what it has heard."""

    def __init__(self) -> None:
        self.runs = True
        self.heard: list[str] = []

    def hear(self, _widget: QWidget, sentence: str) -> None:
        self.heard.append(sentence)

    def take(self) -> list[str]:
        """Return what was heard since the last time."""
        QApplication.processEvents()
        heard, self.heard = self.heard, []
        return heard


@pytest.fixture
def program(start_again: Start, tmp_path: Path) -> Program:
    """“people” is a figure within the claim “Thousands of people”."""
    program = start_again(write_folder(tmp_path))
    for words, key in (("Thousands of people", "c"), ("people", "f")):
        program.select(words)
        program.type(key)
    program.press(Key.Key_Escape, times=3)
    program.press(Key.Key_Home, CTRL)
    return program


@pytest.fixture
def reader(program: Program) -> Reader:
    reader = Reader()
    CaretAnnouncements(program.session, program.view, reader.hear, lambda: reader.runs)
    return reader


def test_start_and_end_of_annotations_are_told(program: Program, reader: Reader) -> None:
    program.go_to(TOWN.index("Thousands") - 1)
    assert reader.take() == []
    program.press(Key.Key_Right)
    assert reader.take() == ["start of claim"]
    program.press(Key.Key_Right)
    assert reader.take() == []
    program.press(Key.Key_Right, CTRL, times=2)
    assert reader.take() == ["start of figure"]
    program.press(Key.Key_Right, times=len("people"))
    assert reader.take() == ["end of figure, end of claim"]
    program.press(Key.Key_Left)
    assert reader.take() == ["in claim, in figure"]


def test_where_an_annotation_is_left_backwards_is_told(program: Program, reader: Reader) -> None:
    program.go_to(PEOPLE)
    reader.take()
    program.press(Key.Key_Left)
    assert reader.take() == ["out of figure"]
    program.press(Key.Key_Home, CTRL)
    assert reader.take() == ["out of claim"]


def test_what_others_tell_is_not_told_again(program: Program, reader: Reader) -> None:
    program.press(Key.Key_Tab)  # selects the claim, which is announced with its words
    assert reader.take() == []
    program.type("s")
    assert reader.take() == []
    program.select("storm")
    reader.take()
    program.type("c")
    assert reader.take() == []


def test_the_label_is_that_of_now(program: Program, reader: Reader) -> None:
    program.press(Key.Key_Tab)
    program.type("s")
    reader.take()
    program.press(Key.Key_Up)
    assert reader.take() == ["out of source"]


def test_nothing_is_told_where_nobody_listens(program: Program, reader: Reader) -> None:
    reader.runs = False
    program.go_to(PEOPLE)
    assert reader.take() == []


def test_another_article_begins_anew(program: Program, reader: Reader) -> None:
    program.go_to(PEOPLE)
    reader.take()
    program.session.show(None)
    assert reader.take() == []
