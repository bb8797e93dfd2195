"""Steps in the card that stories share."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from tests.support.program import Key, Program

SLOTS, PARTS = 20, 40
"""More slots than a card has, and more parts than a slot has."""


def go(program: Program, name: str) -> None:
    """Go to a part of the card, or of a dialog, by Tab and the arrows."""
    for _slot in range(SLOTS):
        if _is_found_in_slot(program, name):
            return
        program.press(Key.Key_Tab)
    raise AssertionError(name)


def _is_found_in_slot(program: Program, name: str) -> bool:
    seen: set[str] = set()
    for _part in range(PARTS):
        here = focused(program)
        if here == name or here in seen:
            break
        seen.add(here)
        program.press(Key.Key_Down)
    return focused(program) == name


def focused(program: Program) -> str:
    """Name of the part that has the keyboard, in the window or in a dialog."""
    now = QApplication.focusWidget() or program.window.focusWidget()
    return now.objectName() if now else ""
