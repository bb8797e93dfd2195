"""Steps of signing by keys, which stories share."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from tests.support.program import CTRL, SHIFT, Key, Program

MOST_PARTS = 60


def open_sign_off(program: Program) -> None:
    """Open the dialog by its key."""
    program.press(Key.Key_S, CTRL | SHIFT)
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    program.wait_for(dialog.isActiveWindow)


def tab_to(program: Program, name: str) -> None:
    """Go on by Tab to the part of that name."""
    for _part in range(MOST_PARTS):
        widget = QApplication.focusWidget()
        if widget is not None and widget.objectName() == name:
            return
        program.press(Key.Key_Tab)
    raise AssertionError(name)


def give_name(program: Program, name: str) -> None:
    """Type the name of who signs in place of the one that is there."""
    tab_to(program, "signerName")
    program.press(Key.Key_A, CTRL)
    program.type(name)


def sign(program: Program) -> None:
    """Press the button that signs, by keys, and wait until it is saved."""
    tab_to(program, "signOff")
    program.press(Key.Key_Space)
    be_back(program)


def be_back(program: Program) -> None:
    """Wait until the dialog is closed and all is saved; there is no window manager that activates the window again."""
    assert QApplication.activeModalWidget() is None
    program.window.activateWindow()
    program.wait_for(program.window.isActiveWindow)
    program.wait_saved()
