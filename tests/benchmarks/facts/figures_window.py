"""The window of figures and names on very many figures: until it shows them all, and a letter in its filter."""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLineEdit, QTableView

from annotator.session.fact_tables.fact_tables import FactTables
from annotator.storage.sidecars.sidecar_writing import SidecarWriter
from tests.benchmarks.facts.figures import flooded_towns
from tests.benchmarks.screen import drawn
from tests.benchmarks.subjects import Window, wait_until
from tests.benchmarks.table import Row
from tests.benchmarks.timing import Times
from tests.support.program import sidecar_of

BAR = 1000
"""Milliseconds of processor time until all figures are shown, in all threads: most of it is not in the window's."""


def figures_window(count: int, times: int) -> Iterator[Row]:
    """The rows of an article with that many figures, beside one with a tenth of them."""
    (few, _letters), (many, letters) = (_measured(size, times) for size in (max(count // 10, 2), count))
    name, other = f"{count:,} figures", f"{max(count // 10, 2):,} figures"
    yield Row("figures window filled", name, many, limit=BAR)
    yield Row("figures window filled, growth", name, many, few, other_name=other)
    yield Row("letter in the figures window", name, letters.cpu_median)


def _measured(count: int, times: int) -> tuple[float, Times]:
    filled, letters = list[float](), Times()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "towns.txt"
        document = flooded_towns(count)
        path.write_text(document.article.text, encoding="utf-8")
        sidecar_of(path).write_bytes(SidecarWriter().data(document))
        window = Window(Path(folder), [])
        window.window.open(path)
        wait_until(lambda: bool(window.session.current and window.session.document.annotations))
        window.rest()
        for _time in range(times):
            filled.append(_cost(lambda: _fill(window, count)))
            wait_until(lambda: not window.window.findChild(FactTables).working)
            _type(window, letters)
            _dialog(window).done(0)
            wait_until(lambda: window.window.findChild(QDialog, "figuresDialog") is None)
        window.close()
    return statistics.median(filled), letters


def _cost(action: Callable[[], object]) -> float:
    """Return the milliseconds of processor time that the action takes in all threads."""
    before = time.process_time()
    action()
    return 1000 * (time.process_time() - before)


def _fill(window: Window, count: int) -> None:
    action: QAction = window.window.findChild(QAction, "figures")
    action.trigger()
    rows: QTableView = _dialog(window).findChild(QTableView, "figureRows")
    wait_until(lambda: rows.model().rowCount() >= count)
    drawn()


def _type(window: Window, letters: Times) -> None:
    field: QLineEdit = _dialog(window).findChild(QLineEdit, "factFilter")
    field.setFocus()
    for letter in "homes":
        letters.measure(lambda letter=letter: _press(field, letter))


def _press(field: QLineEdit, letter: str) -> None:
    QTest.keyClick(field, letter)
    drawn()


def _dialog(window: Window) -> QDialog:
    found: QDialog = window.window.findChild(QDialog, "figuresDialog")
    return found
