"""The board of a large folder: until its first screen and all of it are there, its keys meanwhile, its order after."""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTableView

from annotator.model.items import altered
from annotator.session.board.arrangement import BY_ARTICLE, NO_GROUPS
from annotator.session.board.board import Board
from annotator.session.board.sorting import Level
from annotator.storage.sidecars.sidecar_files import SidecarWriter, sidecar_path
from tests.benchmarks.folders import report
from tests.benchmarks.memory import MEBIBYTE, proportional_of
from tests.benchmarks.screen import drawn
from tests.benchmarks.subjects import Window, wait_until
from tests.benchmarks.table import Row
from tests.benchmarks.timing import Times

CLAIMS = 30
"""Annotations of an article, all of them claims."""
FRAME, AT_ONCE, FIRST, MEMORY = 16, 100, 1000, 400
SELDOM = 20
"""Keys after which memory is looked at, which takes long."""
SCREEN, PAUSE = 30, 0.05
"""Rows of a screen, and seconds between two keys."""
ORDERS = ("words", "relation:attributed_to", "attribute:verdict", "modified")


@dataclass(slots=True)
class Filled:
    """Milliseconds until the first screen and until all rows are there; keys pressed meanwhile; memory in MiB."""

    first: float = 0
    whole: float = 0
    keys: Times = field(default_factory=Times)
    memory: float = 0


def board(articles: int, times: int) -> Iterator[Row]:
    """The rows of a folder of so many articles with thirty claims each."""
    name = f"{articles:,} articles, {CLAIMS * articles:,} claims"
    with tempfile.TemporaryDirectory() as folder:
        articles_ = Path(folder) / "articles"
        write_claims(articles_, articles)
        window = Window(Path(folder), [])
        window.window.open(articles_)
        wait_until(lambda: window.session.path is not None and window.session.path.parent == articles_)
        window.rest()
        filled = _filled(window, articles)
        yield Row("board, first screen, wall", name, filled.first, limit=FIRST)
        yield Row("board, all rows, wall", name, filled.whole)
        yield Row("board, key while it fills", name, filled.keys.cpu_median, limit=FRAME)
        yield Row("board, key while it fills, p95 wall", name, filled.keys.wall_p95)
        yield Row("board, memory of all processes", name, filled.memory, limit=MEMORY, unit="MiB")
        yield from _arranged(window, name, times)
        window.close()


def write_claims(folder: Path, articles: int) -> None:
    """Write so many articles with thirty claims each."""
    folder.mkdir()
    for number in range(articles):
        made = report(number, CLAIMS, "claim")
        path = folder / f"report-{number:05}.txt"
        path.write_text(made.text, encoding="utf-8")
        named = replace(made.document, article=altered(made.document.article, name=path.name), annotator="")
        sidecar_path(path).write_bytes(SidecarWriter().data(named))


def _filled(window: Window, articles: int) -> Filled:
    filled, begin = Filled(), time.perf_counter()
    action: QAction = window.window.findChild(QAction, "board")
    action.trigger()
    shown = window.window.findChild(Board)
    rows: QTableView = window.window.findChild(QTableView, "boardRows")
    wait_until(lambda: rows.model().rowCount() >= SCREEN or not shown.filling.busy)
    drawn()
    filled.first = 1000 * (time.perf_counter() - begin)
    while shown.filling.busy:
        filled.keys.measure(lambda: _press(rows, Qt.Key.Key_Down))
        _live_for(PAUSE)
        if len(filled.keys.cpu) % SELDOM == 0:
            filled.memory = max(filled.memory, _memory())
    filled.whole = 1000 * (time.perf_counter() - begin)
    if not filled.keys.cpu:
        filled.keys.measure(lambda: _press(rows, Qt.Key.Key_Down))
    filled.memory = max(filled.memory, _memory())
    assert len(shown.table) == CLAIMS * articles
    wait_until(lambda: not shown.orders.step())
    return filled


def _arranged(window: Window, name: str, times: int) -> Iterator[Row]:
    shown = window.window.findChild(Board)
    for column in ORDERS:
        took = _times(times, lambda column=column: shown.show_as(levels=(Level(column),)))  # type: ignore[misc]
        yield Row(f"board, sorted by {column}", name, took.cpu_median, limit=AT_ONCE)
    yield from _sorted_without_groups(shown, name, times)
    for group in ("attribute:verdict", "relation:attributed_to", "article"):
        took = _times(times, lambda group=group: shown.show_as(group=group))  # type: ignore[misc]
        yield Row(f"board, grouped by {group}", name, took.cpu_median, limit=AT_ONCE)
    for typed in ("a", "verdict:supported", "voice:author -has:relation the"):
        took = _times(times, lambda typed=typed: shown.show_as(filter=typed))  # type: ignore[misc]
        yield Row(f"board, filter “{typed}”", name, took.cpu_median, limit=AT_ONCE)
    shown.show_as(filter="")
    rows: QTableView = window.window.findChild(QTableView, "boardRows")
    took = _times(times * 5, lambda: QTest.keyClick(rows, Qt.Key.Key_PageDown))
    yield Row("board, page down", name, took.cpu_median, limit=FRAME)


def _sorted_without_groups(shown: Board, name: str, times: int) -> Iterator[Row]:
    shown.show_as(levels=(), group=NO_GROUPS)
    for column in shown.table.columns:
        for down in (False, True):
            took = _times(times, partial(shown.show_as, levels=(Level(column.id, down=down),)))
            way = "down" if down else "up"
            yield Row(f"board, all rows by {column.id}, {way}", name, took.cpu_median, limit=AT_ONCE)
    shown.show_as(levels=(), group=BY_ARTICLE)


def _times(times: int, action: Callable[[], object]) -> Times:
    took = Times()
    for _time in range(times):
        took.measure(lambda: (action(), drawn()))
    return took


def _press(rows: QTableView, key: Qt.Key) -> None:
    QTest.keyClick(rows, key)
    rows.viewport().repaint()


def _live_for(seconds: float) -> None:
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        drawn()
        time.sleep(0.001)


def _memory() -> float:
    return proportional_of(os.getpid()) / MEBIBYTE
