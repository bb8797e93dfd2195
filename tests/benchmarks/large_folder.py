"""A folder of 100,000 articles in the whole window, in turns with one of 100."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QProgressBar, QTableView

from annotator.app import build_window
from annotator.session.session import Session
from annotator.ui.article_view.article_view import ArticleView
from annotator.ui.panels.articles.panel import ArticlesPanel
from tests.benchmarks.filtering import letters_in_filter
from tests.benchmarks.folders import write_folder
from tests.benchmarks.screen import drawn
from tests.benchmarks.subjects import SIZE, live_for, wait_until
from tests.benchmarks.table import Row
from tests.benchmarks.timing import Times

LONG_MS = 600_000
SETTLED_MS = 1500
"""After a key or another article, until what the program does about it in the background is over."""
LETTERS = "report-98"


@dataclass(slots=True)
class Opened:
    """Milliseconds until list and first article were painted, and of processor time until all articles were read."""

    list: float = 0
    article: float = 0
    scan: float = 0


class FolderWindow:
    """The whole program on a folder of articles, every second of which is annotated."""

    def __init__(self, folder: Path, articles: int, settings: Path) -> None:
        self._articles = articles
        self._executors = [ThreadPoolExecutor(1) for _ in range(3)]
        self.window = build_window(settings, *self._executors)
        self._session: Session = self.window.findChild(Session)
        self._view: ArticleView = self.window.findChild(ArticleView)
        self.panel: ArticlesPanel = self.window.findChild(ArticlesPanel)
        self.window.show()
        self.window.resize(SIZE)
        drawn()
        self.opened = self._open(folder)
        live_for(SETTLED_MS)

    def _open(self, folder: Path) -> Opened:
        opened, begin, cpu = Opened(), time.perf_counter(), time.process_time()
        rows = self.panel.findChild(QTableView, "articlesList").model()
        rows.modelReset.connect(lambda: self._note(opened, "list", begin) if rows.rowCount() else None)
        self._session.opened.connect(lambda: self._note(opened, "article", begin) if self._session.current else None)
        self.window.open(folder)
        progress = self.panel.findChild(QProgressBar, "articlesProgress")
        wait_until(lambda: bool(opened.list and opened.article) and self._is_read(progress), LONG_MS / 1000)
        opened.scan = 1000 * (time.process_time() - cpu)
        return opened

    def _is_read(self, progress: QProgressBar) -> bool:
        """Every second article is done, so all are read when so many are counted."""
        return progress.value() >= self._articles // 2

    @staticmethod
    def _note(opened: Opened, what: str, begin: float) -> None:
        """Note the time when what is posted now has been painted, the first time."""
        if not getattr(opened, what):
            QTimer.singleShot(0, lambda: setattr(opened, what, 1000 * (time.perf_counter() - begin)))

    def next_article(self) -> None:
        before = self._session.path
        self.window.navigation.step(1)
        while self._session.current is None or self._session.current.path == before:
            drawn()
        drawn()

    def press_label_key(self, start: int) -> None:
        """Mark ten characters and let the program do all that it does about it."""
        cursor = self._view.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(start + 10, cursor.MoveMode.KeepAnchor)
        self._view.setTextCursor(cursor)
        QTest.keyClick(self._view, Qt.Key.Key_C)
        drawn()

    def close(self) -> None:
        self.window.close()
        for executor in self._executors:
            executor.shutdown()


def large_folder(articles: int, few: int, times: int, folders: int = 1) -> Iterator[Row]:
    """The rows of a folder of so many articles, in so many folders in it, beside one of few."""
    within = f" in {folders:,}" if folders > 1 else ""
    size, other = f"{articles:,} articles{within}", f"{few:,} articles"
    with tempfile.TemporaryDirectory() as name:
        windows = [_window(Path(name), few, min(folders, few // 10)), _window(Path(name), articles, folders)]
        for what, took, limit in (
            ("list shown, wall", windows[1].opened.list, 1500),
            ("first article, wall", windows[1].opened.article, 700),
            ("all articles read, all threads", windows[1].opened.scan, 8000),
        ):
            yield Row(f"folder, {what}", size, took, limit=limit)
        small, large = (_next_articles(window, times) for window in windows)
        yield Row("folder, next article, wall", size, large.wall_median, small.wall_median, 1.2, other_name=other)
        own = _background(windows[1], times) - _background(windows[0], times)
        yield Row("folder, label key, more in the background", size, max(own, 0.01), limit=10)
        letters = letters_in_filter(windows[1].panel, LETTERS, 1)
        yield Row("letter in the filter of articles", size, letters.cpu_median, limit=16)
        for window in windows:
            window.close()


def _window(folder: Path, articles: int, folders: int) -> FolderWindow:
    place = folder / str(articles)
    write_folder(place, articles, folders)
    return FolderWindow(place, articles, folder / f"{articles}.json")


def _next_articles(window: FolderWindow, times: int) -> Times:
    """One article after another, annotated and not, with time to read each."""
    took = Times()
    for _ in range(times):
        live_for(SETTLED_MS)
        took.measure(window.next_article)
    return took


def _background(window: FolderWindow, times: int) -> float:
    """Milliseconds of processor time of all threads for a label key and what follows, each time."""
    took = []
    for number in range(times):
        begin = time.process_time()
        window.press_label_key(100 + 20 * number)
        live_for(SETTLED_MS)
        took.append(1000 * (time.process_time() - begin))
    return sum(took) / len(took)
