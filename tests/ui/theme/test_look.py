"""Which theme is laid on the application."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.ui.theme.look import Look
from annotator.ui.theme.style import AnnotatorStyle


@pytest.fixture
def look(qapp: QApplication) -> Iterator[Look]:
    look = Look(choice="light")
    yield look
    look.set_choice("light")


def test_the_chosen_theme_is_on_the_application(look: Look) -> None:
    assert look.theme.name == "light"
    assert isinstance(QApplication.style(), AnnotatorStyle)
    assert QApplication.palette().base().color() == look.theme.base


def test_another_choice_changes_it_at_once(look: Look, qtbot: QtBot) -> None:
    with qtbot.waitSignal(look.changed):
        look.set_choice("dark")
    assert look.theme.dark
    assert QApplication.palette().base().color() == look.theme.base


def test_the_same_choice_changes_nothing(look: Look, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(look.changed):
        look.set_choice("light")


def test_a_second_look_takes_over(look: Look) -> None:
    assert Look(choice="dark").theme.dark
    assert QApplication.palette().base().color().lightnessF() < 0.5


def test_the_systems_accent_can_be_taken_and_given_back(look: Look, qtbot: QtBot) -> None:
    ours = look.theme.accent
    with qtbot.waitSignal(look.changed):
        look.set_system_accent(True)
    assert look.theme.accent != ours
    assert QApplication.palette().accent().color() == look.theme.accent
    look.set_system_accent(False)
    assert look.theme.accent == ours
    assert QApplication.palette().base().color() == look.theme.base
