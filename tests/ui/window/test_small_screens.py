"""Screens that are smaller than the window would like: all of it and of every dialog stays in sight."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QDialog, QPushButton, QScrollArea

from tests.support.program import CTRL, SHIFT, Key, Program
from tests.support.stories import write_folder

Start = Callable[..., Program]
KEYS = {
    "exportDialog": (Key.Key_E, CTRL),
    "settingsDialog": (Key.Key_Comma, CTRL),
    "importDialog": (Key.Key_I, CTRL | SHIFT),
}


@pytest.fixture(params=[(1366, 768), (1067, 667), (900, 600), (683, 384)], ids=lambda size: f"{size[0]} × {size[1]}")
def room(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> QRect:
    """A screen of that size, in the logical pixels of its scale, with a task bar of 40 below."""
    return small_screen(monkeypatch, *request.param)


def small_screen(monkeypatch: pytest.MonkeyPatch, width: int, height: int) -> QRect:
    room = QRect(0, 0, width, height - 40)
    monkeypatch.setattr(QScreen, "availableGeometry", lambda _screen: room)
    monkeypatch.setattr(QScreen, "availableSize", lambda _screen: room.size())
    return room


def test_the_first_window_lies_on_the_screen(start: Start, room: QRect, tmp_path: Path) -> None:
    write_folder(tmp_path)
    program = start(tmp_path)
    assert room.contains(program.window.frameGeometry())


def test_every_dialog_and_its_buttons_lie_on_the_screen(start: Start, room: QRect, tmp_path: Path) -> None:
    write_folder(tmp_path)
    program = start(tmp_path)
    for name, key in KEYS.items():
        program.press(*key)
        dialog = program.part(QDialog, name)
        program.wait_for(dialog.isVisible)
        assert room.contains(dialog.frameGeometry()), name
        buttons = [button for button in dialog.findChildren(QPushButton) if button.text() in ("OK", "Cancel")]
        assert buttons, name
        for button in buttons:
            place = QRect(button.mapTo(dialog, button.rect().topLeft()), button.size())
            assert dialog.rect().contains(place), f"{name}: {button.text()}"
        dialog.reject()


def test_a_dialog_too_large_for_the_screen_scrolls_above_its_buttons(
    start: Start, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    room = small_screen(monkeypatch, 683, 384)
    write_folder(tmp_path)
    program = start(tmp_path)
    program.press(*KEYS["exportDialog"])
    dialog = program.part(QDialog, "exportDialog")
    program.wait_for(dialog.isVisible)
    assert room.contains(dialog.frameGeometry())
    areas = [area for area in dialog.findChildren(QScrollArea) if area.parentWidget() is dialog]
    assert [area.verticalScrollBar().maximum() > 0 for area in areas] == [True]
    dialog.reject()


def test_a_window_left_on_a_larger_screen_comes_back_within_the_present_one(
    start: Start, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    write_folder(tmp_path)
    program = start(tmp_path)
    program.window.setGeometry(600, 200, 1300, 850)
    program.close()
    room = small_screen(monkeypatch, 1366, 768)
    assert room.contains(start(tmp_path).window.frameGeometry())
