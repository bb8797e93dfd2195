"""Five annotators of a long text compared in the real window: until it is shown, and each next difference."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QEventLoop, QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest

from annotator.session.review.compare_mode import COMPARING
from annotator.storage.sidecars.sidecar_files import SidecarWriter, sidecar_path
from annotator.translation.messages import _
from annotator.ui.review.compare.compare_panel import ComparePanel
from annotator.ui.review.compare.difference_list import DifferenceList
from tests.benchmarks.review.comparing import LONG, MANY, five_annotators
from tests.benchmarks.screen import drawn
from tests.benchmarks.subjects import Window, wait_until
from tests.benchmarks.table import Row
from tests.benchmarks.timing import Times

OPENED, FRAME = 1000, 16
"""Milliseconds by the wall until the differences are shown; and of a frame."""


def compare_window(times: int, steps: int, *, length: int = LONG, many: int = MANY) -> Iterator[Row]:
    """Open and leave the comparison so often, and go on by so many differences."""
    name = f"5 × {many:,}"
    with tempfile.TemporaryDirectory() as folder:
        article = _written(Path(folder) / "articles", length, many)
        window = Window(Path(folder), [])
        window.window.open(article)
        wait_until(lambda: window.session.current is not None and window.session.current.path == article)
        window.rest()
        opened, stepped, filled = [], Times(), Times()
        for _time in range(times):
            opened.append(_opened(window))
            filled.measure(lambda: _fill(window))
            rows = window.window.findChild(DifferenceList)
            for _step in range(steps):
                stepped.measure(lambda: (QTest.keyClick(rows, Qt.Key.Key_Down), drawn()))  # noqa: B023  # used at once
            QTest.keyClick(rows, Qt.Key.Key_Escape)
            window.rest()
        window.close()
    yield Row("annotators compared in the window, wall", name, sorted(opened)[len(opened) // 2], limit=OPENED)
    yield Row("all of it compared after that, wall", name, filled.wall_median)
    yield Row("next difference", name, stepped.cpu_median, limit=FRAME)
    yield Row("next difference, p95", name, stepped.cpu_p95)


def _written(folder: Path, length: int, many: int) -> Path:
    folder.mkdir()
    article = folder / "long.txt"
    for annotator, document in five_annotators(length, many).items():
        article.write_text(document.article.text, encoding="utf-8")
        sidecar_path(article, annotator).write_bytes(SidecarWriter().data(document))
    return article


def _opened(window: Window) -> float:
    """Return the milliseconds until the list of differences, of the beginning at least, is painted."""
    shown = QEventLoop()
    follower = window.session.said.connect(lambda _sentence: shown.quit())  # to look every moment would slow it down
    began = time.perf_counter()
    action: QAction = window.window.findChild(QAction, "compare_annotators")
    action.trigger()
    while not any(rows.isVisible() for rows in window.window.findChildren(DifferenceList)):
        shown.exec()
    drawn()
    QObject.disconnect(follower)
    return 1000 * (time.perf_counter() - began)


def _fill(window: Window) -> None:
    """Wait until all differences are in the list."""
    header = window.window.findChild(ComparePanel).header
    wait_until(lambda: header.count != _(COMPARING))
    drawn()
