"""Letters in the filter fields of the panels, each until the rows that are in view have been painted."""

from __future__ import annotations

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTableView, QWidget

from annotator.ui.widgets.lists.filter_field import FilterField
from tests.benchmarks.screen import drawn
from tests.benchmarks.subjects import live_for
from tests.benchmarks.timing import Times

SEARCHED_MS = 500
"""Until the rows that are not in view have been searched too."""


def letters_in_filter(panel: QWidget, words: str, times: int) -> Times:
    """Type the words into the panel's filter, letter by letter, so many times."""
    field, view = panel.findChild(FilterField), panel.findChild(QTableView)
    took = Times()

    def press(letter: str) -> None:
        QTest.keyClicks(field, letter)
        view.viewport().repaint()

    for _ in range(times):
        for letter in words:
            took.measure(lambda letter=letter: press(letter))  # type: ignore[misc]
            live_for(SEARCHED_MS)
        field.clear()
        drawn()
    return took
