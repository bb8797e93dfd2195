"""One window for the tests of a module, each of which opens a folder of its own in it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QDialog, QDockWidget, QWidget

from tests.support.program import FakeMessages, Program

Start = Callable[..., Program]


class KeptWindow:
    """Hand a window on from test to test as long as each leaves it as it was; else the next one has a new window."""

    def __init__(self, starts: Start) -> None:
        """Keep ``starts``, which starts the program in a new window and closes that when the module is over."""
        self._starts = starts
        self._program: Program | None = None
        self._before: tuple[object, ...] = ()

    def opened(self, path: Path) -> Program:
        """Open a folder or an article in the window, which has the keyboard in the text then."""
        if self._program is None:
            self._program = self._starts(path)
            self._before = self._arrangement(self._program)
        else:
            vars(self._program.messages).update(vars(FakeMessages()))
            self._program.start(path)
        return self._program

    def leave(self, *, failed: bool) -> None:
        """End a test: close the window where it failed, or where anything is not as at the beginning."""
        if self._program is None or self._program.is_closed:
            self._program = None
            return
        for other in self._others(self._program):
            other.close()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        if failed or self._arrangement(self._program) != self._before:
            self._program.close()
            self._program = None
        else:
            self._program.view.setFocus()

    @staticmethod
    def _others(program: Program) -> list[QWidget]:
        return [one for one in QApplication.topLevelWidgets() if one.isVisible() and one is not program.window]

    def _arrangement(self, program: Program) -> tuple[object, ...]:
        """Return what a test may change about the window that opening another folder does not bring back."""
        window, look = program.window, program.view.look
        others = (self._others(program), len(window.findChildren(QDialog)))
        docks = [
            (one.isVisible(), one.isFloating(), one.isVisible() and one.width())
            for one in window.findChildren(QDockWidget)
        ]
        modes = (program.session.locked_label, program.session.fills_figures, window.isActiveWindow())
        return others, window.size(), docks, program.view.font(), look.choice, modes
