"""All annotations of an article at once, in the list of the real window: relabel, undo, remove."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTableView

from tests.benchmarks.screen import drawn
from tests.benchmarks.subjects import Window
from tests.benchmarks.table import Row
from tests.benchmarks.texts import Sample
from tests.benchmarks.timing import Times

KEY = "q"
"""Of a label that takes in all but those that have it."""
EACH = 0.01
"""Milliseconds for one annotation, that is one second for 100,000."""
GROWTH = 1.5


def bulk_edits(window: Window, small: Sample, large: Sample) -> Iterator[Row]:
    """Edits of all annotations of the large article, and what one of them costs there and in the small one."""
    base, times = _edits(window, small), _edits(window, large)
    before, after = len(small.document.annotations), len(large.document.annotations)
    for what, taken in times.items():
        yield Row(f"{what} all, window", large.name, taken, limit=EACH * after)
        each, at_first = 1000 * taken / after, 1000 * base[what] / before
        yield Row(f"{what} all, growth", large.name, each, at_first, GROWTH, "µs each", small.name)


def _edits(window: Window, shown: Sample) -> dict[str, float]:
    window.open(shown)
    window.rest()
    table: QTableView = window.window.findChild(QTableView, "annotationsList")
    times = {name: Times() for name in ("relabel", "undo relabelling", "remove")}
    for name, key in (("relabel", KEY), ("remove", Qt.Key.Key_Delete)):
        table.setFocus()
        QTest.keyClick(table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        window.rest()
        times[name].measure(lambda key=key: _drawn_after(lambda: QTest.keyClick(table, key)))
        window.rest()
        if name == "relabel":
            times["undo relabelling"].measure(lambda: _drawn_after(window.session.undo))
        else:
            window.session.undo()
        window.rest()
    window.view.setFocus()
    return {name: taken.cpu_median for name, taken in times.items()}


def _drawn_after(action: Callable[[], object]) -> None:
    action()
    drawn()
