"""What a screen reader is told, while the window is used by keys and by mouse."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from annotator.ui.system.announcements import Announcements
from annotator.ui.system.announcing import announce
from tests.support.program import CTRL, Key, Program
from tests.support.stories import TOWN, write_folder

Start = Callable[..., Program]


@pytest.fixture
def program(start_again: Start, tmp_path: Path) -> Program:
    return start_again(write_folder(tmp_path))


@pytest.fixture
def heard(program: Program) -> list[str]:
    """All that is announced from now on."""
    sentences: list[str] = []

    def hear(_widget: QWidget, sentence: str) -> None:
        sentences.append(sentence)

    Announcements(program.session, program.view, hear)
    return sentences


def test_tagging_walking_relabelling_and_refusals_are_announced(program: Program, heard: list[str]) -> None:
    program.select("Thousands of people")
    program.type("c")
    assert heard == ["Tagged “Thousands of people” as claim", "claim, Thousands of people"]
    heard.clear()
    program.session.select(None)
    program.press(Key.Key_Home, CTRL)
    program.press(Key.Key_Tab)
    assert heard == ["claim, Thousands of people"]
    heard.clear()
    program.type("f")
    assert heard[0] == "Relabelled “Thousands of people” as figure"
    heard.clear()
    program.press(Key.Key_Tab)
    assert heard == ["No annotation after this one"]


def test_an_annotation_that_is_near_is_told_so(program: Program, heard: list[str]) -> None:
    program.select("Thousands of people")
    program.type("c")
    program.session.select(None)
    heard.clear()
    program.click_at(program.view.viewport(), program.point_at(TOWN.index("people") + 1))
    assert heard == ["near: claim, Thousands of people"]


def test_the_window_announces_by_itself(program: Program) -> None:
    assert program.window.findChild(Announcements) is not None
    announce(program.view, "Tagged")  # without a screen reader nothing happens
