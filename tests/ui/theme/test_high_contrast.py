"""High contrast: by the user's choice, and as the system asks for it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessibilityHints, QColor, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.ui.theme import look as looks
from annotator.ui.theme.high_contrast import own_palette
from annotator.ui.theme.look import Look


@pytest.fixture
def look(qapp: QApplication) -> Iterator[Look]:
    look = Look(choice="light")
    yield look
    look.set_choice("light")


@pytest.fixture
def wanted(monkeypatch: pytest.MonkeyPatch) -> None:
    """The system asks for high contrast."""
    high = Qt.ContrastPreference.HighContrast
    monkeypatch.setattr(QAccessibilityHints, "contrastPreference", lambda _hints: high)


def test_it_can_be_chosen(look: Look, qtbot: QtBot) -> None:
    with qtbot.waitSignal(look.changed):
        look.set_choice("contrast")
    assert look.theme.high_contrast
    assert QApplication.palette().base().color() == look.theme.base
    look.set_choice("light")
    assert not look.theme.high_contrast


@pytest.mark.usefixtures("wanted")
@pytest.mark.parametrize("choice", ["system", "light", "dark", "contrast"])
def test_the_systems_wish_goes_before_every_choice(look: Look, choice: str) -> None:
    look.set_choice(choice)
    assert look.theme.high_contrast
    assert look.theme.dark == (choice == "dark")


@pytest.mark.usefixtures("wanted")
def test_the_systems_own_colours_are_taken(look: Look, monkeypatch: pytest.MonkeyPatch) -> None:
    desert = own_palette(dark=True)
    desert.setColor(QPalette.ColorRole.Highlight, QColor("#8EE3F0"))
    monkeypatch.setattr(looks, "_system_palette", lambda: desert)
    look.refresh()
    assert look.theme.accent == QColor("#8EE3F0")
