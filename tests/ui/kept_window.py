"""One window for the tests of a run, each of which opens a folder of its own in it."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import AbstractContextManager, ExitStack
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QByteArray, QCoreApplication, QEvent, QSize
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QDockWidget, QMenu, QWidget

from annotator.session.preferences.settings import Settings
from annotator.translation.messages import _, language
from annotator.ui.article_page.find_bar import FindBar
from annotator.ui.article_page.find_field import FindField
from annotator.ui.article_view.article_view import ArticleView
from annotator.ui.board.page import BoardPage
from annotator.ui.review.page import ReviewPage
from annotator.ui.status_bar.status_bar import StatusBar
from annotator.ui.widgets.lists.filter_field import FilterField
from annotator.ui.widgets.lists.term_chip import TermChip
from annotator.ui.widgets.lists.term_field import TermField
from annotator.ui.widgets.pointing.pointing_layer import PointingLayer
from annotator.ui.window.main_window import MainWindow
from tests.support.program import FakeMessages, Program

Start = Callable[..., Program]
OF_FOLDERS = frozenset(
    {
        *("last_folder", "last_article", "recent_folders", "carets", "progress", "folders_with_links"),
        *("article_groups", "closed_article_groups"),
    }
)
"""Settings that tell of the folders that were open; those of the next test are others."""

FOLLOWED = ("zoom", "theme", "line_numbers", "all_relations", "whole_words", "colour_by", "fill_figures", "ask_unread")
READ_WHEN_NEEDED = (
    "recent_actions",
    "import_folder",
    "export_folder",
    "export_format",
    "export_options",
    "handover_folder",
    "handover_options",
    "signature",
    "citation_form",
    "window_sizes",
    "second_share",
)
"""Settings that the window follows at once or reads when it needs them: the next test has the first values again."""


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
        self._chosen, self._size, self._layout = Settings(), QSize(), QByteArray()
        self._toggled: dict[str, bool] = {}

    def start(self, path: Path | None = None, annotator: str | None = None) -> Program:
        """Open a folder or an article in the window, which has the keyboard in the text then.

        Without a path, and from the second time in a test on, start the program in a window of its own, on the settings
        that this test has so far.
        """
        self._starts += 1
        if self._starts > 1:
            return self._anew(path, annotator)
        if path is None or annotator != self._annotator or (self._program and surroundings() != self._before[0]):
            self.close()
        if path is not None and self._program is not None:
            vars(self._program.messages).update(vars(FakeMessages()))
            self._program.start(path)
            self._program.finish()  # until then there is what was said of the article before
            return self._program
        program = self._anew(path, annotator)
        if path is not None:
            self._program, self._annotator = program, annotator
            self._note(program)
        return program

    def leave(self, *, failed: bool) -> None:
        """End a test: close its windows where it failed, or where anything is not as at the beginning."""
        starts, self._starts = self._starts, 0
        program = self._program
        if failed or starts > 1 or program is None or program.is_closed:
            self.close()
            return
        self._bring_back(program)
        if self._arrangement(program) != self._before:
            self.close()
        else:
            program.view.setFocus()

    @property
    def is_open(self) -> bool:
        """Whether there is a window that the next test may have."""
        return self._program is not None

    def close(self) -> None:
        """Close what is open; the next test has new settings."""
        self._start = self._program = None
        self._settings.close()

    def _anew(self, path: Path | None, annotator: str | None) -> Program:
        if self._start is None:
            self._start = self._settings.enter_context(self._starting())
        return self._start(path, annotator)

    def _note(self, program: Program) -> None:
        """Note how the window is when it is new."""
        window = program.window
        self._chosen, self._size, self._layout = window.store.settings, window.size(), window.saveState()
        self._toggled = {name: action.isChecked() for name, action in toggles(window).items()}
        self._before = self._arrangement(program)

    def _bring_back(self, program: Program) -> None:
        """Make as it was what takes no time to: windows, size, panels, modes, the find bar, filters, some settings."""
        window = program.window
        program.messages.give_up()
        for other in self._others():
            other.close()
        for layer in window.findChildren(PointingLayer):
            layer.left.emit()
        for bar in window.findChildren(FindBar):
            bar.findChildren(FindField)[0].clear()
            bar.close_bar()
        for field in window.findChildren(FilterField):
            field.set_filter("") if isinstance(field, TermField) else field.clear()
        window.store.update(**{name: getattr(self._chosen, name) for name in (*FOLLOWED, *READ_WHEN_NEEDED)})
        if window.size() != self._size:
            window.resize(self._size)
            QApplication.processEvents()
            window.restoreState(self._layout)
            QApplication.processEvents()
        self._toggle_back(window)
        QGuiApplication.clipboard().clear()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        program.finish()

    def _toggle_back(self, window: MainWindow) -> None:
        """Close the panels and modes that were opened, then open those that were closed."""
        for wanted in (False, True):
            for name, was in self._toggled.items():
                if was is wanted and (action := toggles(window)[name]).isChecked() is not was:
                    action.trigger()

    @staticmethod
    def _others() -> set[QWidget]:
        return {one for one in QApplication.topLevelWidgets() if one.isVisible() and not isinstance(one, MainWindow)}

    def _arrangement(self, program: Program) -> tuple[object, ...]:
        """Return what a test may change about the window that opening another folder does not bring back."""
        window, look = program.window, program.view.look
        menus = {one.objectName() for one in window.findChildren(QMenu)}
        others = (self._others(), len(window.findChildren(QDialog)), menus)
        docks = [
            (one.isVisible(), one.isFloating(), one.isVisible() and one.geometry())
            for one in window.findChildren(QDockWidget)
        ]
        pages = [len(window.findChildren(kind)) for kind in (BoardPage, ReviewPage)]
        texts = [one.objectName() for one in window.findChildren(ArticleView) if one.isVisible()]
        words = [one.text() for one in window.findChildren(FilterField) if one.text()]
        terms = [one.text() for one in window.findChildren(TermChip) if one.isVisible()]
        is_saved = program.part(StatusBar).saved_words in (_("Saved"), _("Saving"))
        modes = (program.session.locked_label, program.session.fills_figures, is_saved)
        toggled = [toggles(window)[name].isChecked() for name in self._toggled]
        shown = (window.size(), docks, texts, words, terms, toggled, pages)
        return surroundings(), others, shown, program.view.font(), look.choice, modes, chosen(window.store.settings)


def toggles(window: MainWindow) -> dict[str, QAction]:
    """Return the actions that are on or off, each by itself, by their names."""
    actions = [one for one in window.actions() if one.isCheckable() and not one.actionGroup()]
    return {one.objectName(): one for one in actions}


def surroundings() -> tuple[object, ...]:
    """Return what a window takes from outside itself when it is built."""
    own = {name: value for name, value in os.environ.items() if name != "PYTEST_CURRENT_TEST"}
    return language(), QApplication.layoutDirection(), QApplication.font(), own


def chosen(settings: Settings) -> Settings:
    """Return the settings without those that tell of folders."""
    nothing = Settings()
    return replace(settings, **{name: getattr(nothing, name) for name in OF_FOLDERS})
