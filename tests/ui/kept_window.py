"""One window for the tests of a module, each of which opens a folder of its own in it."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import AbstractContextManager, ExitStack
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QDialog, QDockWidget, QWidget

from annotator.ui.article_page.find_bar import FindBar
from annotator.ui.article_page.find_field import FindField
from annotator.ui.article_view.article_view import ArticleView
from annotator.ui.widgets.lists.filter_field import FilterField
from annotator.ui.widgets.lists.term_chip import TermChip
from annotator.ui.window.main_window import MainWindow
from tests.support.program import FakeMessages, Program

Start = Callable[..., Program]
OF_FOLDERS = frozenset({"last_folder", "last_article", "recent_folders", "carets", "progress", "folders_with_links"})
"""Settings that tell of the folders that were open; those of the next test are others."""


class KeptWindow:
    """Hand a window on from test to test as long as each leaves it as it was; else the next one has a new window."""

    def __init__(self, starting: Callable[[], AbstractContextManager[Start]]) -> None:
        """Take ``starting``, which gives what starts the program on new settings, and closes its windows at the end."""
        self._starting = starting
        self._settings = ExitStack()
        self._start: Start | None = None
        self._program: Program | None = None
        self._annotator: str | None = None
        self._starts = 0
        self._before: tuple[object, ...] = ()

    def start(self, path: Path | None = None, annotator: str | None = None) -> Program:
        """Open a folder or an article in the window, which has the keyboard in the text then.

        Without a path, and from the second time in a test on, start the program in a window of its own, on the settings
        that this test has so far.
        """
        self._starts += 1
        if self._starts > 1:
            return self._anew(path, annotator)
        if path is None or annotator != self._annotator:
            self.close()
        if path is not None and self._program is not None:
            vars(self._program.messages).update(vars(FakeMessages()))
            self._program.start(path)
            return self._program
        program = self._anew(path, annotator)
        if path is not None:
            self._program, self._annotator, self._before = program, annotator, self._arrangement(program)
        return program

    def leave(self, *, failed: bool) -> None:
        """End a test: close its windows where it failed, or where anything is not as at the beginning."""
        starts, self._starts = self._starts, 0
        program = self._program
        if failed or starts > 1 or program is None or program.is_closed:
            self.close()
            return
        for other in self._others():
            other.close()
        for bar in program.window.findChildren(FindBar):
            bar.findChildren(FindField)[0].clear()
            bar.close_bar()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        if self._arrangement(program) != self._before:
            self.close()
        else:
            program.view.setFocus()

    def close(self) -> None:
        """Close what is open; the next test has new settings."""
        self._start = self._program = None
        self._settings.close()

    def _anew(self, path: Path | None, annotator: str | None) -> Program:
        if self._start is None:
            self._start = self._settings.enter_context(self._starting())
        return self._start(path, annotator)

    @staticmethod
    def _others() -> list[QWidget]:
        return [one for one in QApplication.topLevelWidgets() if one.isVisible() and not isinstance(one, MainWindow)]

    def _arrangement(self, program: Program) -> tuple[object, ...]:
        """Return what a test may change about the window that opening another folder does not bring back."""
        window, look = program.window, program.view.look
        others = (self._others(), len(window.findChildren(QDialog)))
        docks = [
            (one.isVisible(), one.isFloating(), one.isVisible() and one.width())
            for one in window.findChildren(QDockWidget)
        ]
        texts = [one.isVisible() for one in window.findChildren(ArticleView)]
        words = [one.text() for one in window.findChildren(FilterField) if one.text()]
        terms = [one.text() for one in window.findChildren(TermChip) if one.isVisible()]
        modes = (program.session.locked_label, program.session.fills_figures)
        toggles = [action.isChecked() for action in window.actions() if not action.actionGroup()]
        shown = (window.size(), docks, texts, words, terms, toggles)
        return others, shown, program.view.font(), look.choice, modes, chosen(program)


def chosen(program: Program) -> dict[str, object]:
    """Return the settings as they were written, without those that tell of folders."""
    written = json.loads(program.settings.read_text("utf-8"))
    return {name: value for name, value in written.items() if name not in OF_FOLDERS}
