"""Letters in the find bar, each until the window is painted, and the search that goes on behind them."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from annotator.ui.article_page.find_field import FindField
from tests.benchmarks.screen import drawn
from tests.benchmarks.subjects import Window, wait_until
from tests.benchmarks.table import Row
from tests.benchmarks.texts import Sample
from tests.benchmarks.timing import Times

WORDS = "the bridge-"
"""Common letters first, then what is nowhere."""


def finding(window: Window, shown: Sample, times: int) -> Iterator[Row]:
    """Type into the find bar, and look for the same beside it in a lowered copy of the text."""
    window.open(shown)
    window.view.setFocus()
    QTest.keyClick(window.view, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    field, count = window.window.findChild(FindField), window.window.findChild(QLabel, "findCount")
    letters, whole, plain = Times(), Times(), Times()
    lowered = shown.text.casefold()
    for _ in range(times):
        field.clear()
        for end, letter in enumerate(WORDS, 1):
            letters.measure(lambda letter=letter: _press(window, field, letter))  # type: ignore[misc]
            whole.measure(lambda: wait_until(lambda: count.text() != "…"))
            plain.measure(lambda end=end: lowered.count(WORDS[:end]))  # type: ignore[misc]
    QTest.keyClick(field, Qt.Key.Key_Escape)
    drawn()
    yield Row("letter in the find bar, p95", shown.name, letters.cpu_p95, limit=16)
    yield Row(
        "letter in the find bar, median", shown.name, letters.cpu_median, plain.cpu_median, other_name="str.count"
    )
    yield Row("until all is found, wall", shown.name, letters.wall_median + whole.wall_median)


def _press(window: Window, field: FindField, letter: str) -> None:
    QTest.keyClicks(field, letter)
    window.view.viewport().repaint()
