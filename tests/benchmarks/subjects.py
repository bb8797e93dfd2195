"""What is measured: the whole window, its article view alone, and a bare text field to compare with."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from time import perf_counter

from PySide6.QtCore import QEventLoop, QObject, QSize, QTimer
from PySide6.QtGui import QAction, QUndoStack
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from annotator.app import build_window
from annotator.model.span import Span
from annotator.session.editing.marking import Marking
from annotator.session.open_article import OpenArticle
from annotator.session.opening.text_ahead import TextAhead
from annotator.session.preferences.settings import Settings
from annotator.session.session import Session
from annotator.storage.schemes.scheme_lookup import built_in_scheme
from annotator.ui.article_view.article_view import ArticleView
from annotator.ui.article_view.typography import typeface
from annotator.ui.status_bar.status_bar import StatusBar
from annotator.ui.theme.look import Look
from tests.benchmarks.screen import drawn
from tests.benchmarks.texts import NOW, Sample, sample

SIZE = QSize(1440, 900)
"""Of every window, whatever the screen."""
PATIENCE = 60
"""How many seconds anything may take."""


class Bare:
    """A QPlainTextEdit with the article's font, as large as the article view is in the window."""

    def __init__(self, size: QSize) -> None:
        self.view = QPlainTextEdit()
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        self.view.setFont(typeface(Settings()))
        self.view.resize(size)
        self.view.show()
        drawn()

    def open(self, shown: Sample) -> None:
        self.view.setPlainText(shown.text)
        drawn()

    def repaint(self) -> None:
        self.view.viewport().update()
        drawn()

    def go_to(self, span: Span) -> None:
        cursor = self.view.textCursor()
        cursor.setPosition(span.start)
        self.view.setTextCursor(cursor)
        self.view.centerCursor()
        drawn()


class View:
    """The article view without anything around it but the keys that tag."""

    def __init__(self, size: QSize) -> None:
        self.session = Session(clock=lambda: NOW, randomness=random.Random(1))
        settings, scheme = Settings(), built_in_scheme()
        self.view = ArticleView(self.session, Look(choice="light"), typeface(settings), settings.column_width)
        self.window: QWidget = self.view
        marking = Marking(self.session)
        for label in scheme.labels:
            action = QAction(label.name, self.view, shortcut=label.key)
            action.triggered.connect(lambda _checked=False, id=label.id: marking.tag(id))
            self.view.addAction(action)
        self.view.resize(size)
        self.view.show()
        drawn()

    def prepare(self, shown: Sample) -> None:
        """Do what the program does in the background when it opens an article."""
        path, undo = Path(shown.document.article.name), QUndoStack(self.session.history)
        self._read = OpenArticle(path, path, shown.document, shown.index(), undo, built_in_scheme())

    def open(self, _shown: Sample) -> None:
        """Show the article that was prepared, and paint it."""
        self.session.show(self._read)
        drawn()

    def rest(self) -> None:
        drawn()


class Window:
    """The whole program on a folder of its own, which holds the samples.

    ``texts`` are the milliseconds from opening an article until its text was painted, by its name.
    """

    def __init__(self, folder: Path, samples: list[Sample]) -> None:
        self._executors = [ThreadPoolExecutor(1), ThreadPoolExecutor(1), ThreadPoolExecutor(1)]
        self.paths = {shown.name: shown.write(folder) for shown in (*samples, sample("start", 2000, 10))}
        self.window = build_window(folder / "settings" / "settings.json", *self._executors)
        self.session: Session = self.window.findChild(Session)
        self.view: ArticleView = self.window.findChild(ArticleView)
        self._ahead: TextAhead = self.window.findChild(TextAhead)
        self.texts: dict[str, list[float]] = {}
        self._status: StatusBar = self.window.findChild(StatusBar)
        self.window.show()
        self.window.resize(SIZE)
        self.window.open(self.paths["start"])
        wait_until(lambda: self.session.current is not None)
        self.rest()

    def prepare(self, shown: Sample) -> None:
        """Nothing: to open an article is all there is to do."""

    def open(self, shown: Sample) -> None:
        """Read the article and its sidecar in the background, as always, and paint it."""
        if self.session.path == self.paths[shown.name]:
            return
        began, painted, opened = perf_counter(), list[float](), QEventLoop()
        followers = (
            self._ahead.shown.connect(lambda: painted.append(perf_counter())),
            self.session.opened.connect(lambda: opened.quit() if self.session.current else None),
        )
        self.window.navigation.open(self.paths[shown.name])
        opened.exec()
        drawn()
        for follower in followers:
            QObject.disconnect(follower)
        self.texts.setdefault(shown.name, []).append(1000 * ([*painted, perf_counter()][0] - began))

    def rest(self) -> None:
        """Wait until everything is saved and painted."""
        wait_until(lambda: self._status.saved_words == "Saved")
        for _ in range(3):
            drawn()

    def close(self) -> None:
        self.window.close()
        for executor in self._executors:
            executor.shutdown()


def wait_until(reached: Callable[[], bool], patience: float = PATIENCE) -> None:
    """Let the window live until something has come about."""
    until = time.monotonic() + patience
    while not reached():
        if time.monotonic() > until:
            raise TimeoutError
        live_for(2)


def live_for(milliseconds: int) -> None:
    """Let the window live for a while."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()
