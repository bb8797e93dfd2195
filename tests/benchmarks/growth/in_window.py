"""Actions of the whole window, on articles and folders that grow."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTableView, QWidget

from annotator.model.span import Span
from annotator.ui.panels.annotations.panel import AnnotationsPanel
from annotator.ui.widgets.lists.filter_field import FilterField
from tests.benchmarks.folders import write_folder
from tests.benchmarks.growth.exponents import SINGLE, WHOLE, Action, Actions, Growing
from tests.benchmarks.large_folder import FolderWindow
from tests.benchmarks.screen import drawn
from tests.benchmarks.subjects import Window
from tests.benchmarks.texts import sample

IN_ARTICLE = {"label key": SINGLE, "relabel": SINGLE, "filter letter": WHOLE}
IN_FOLDER = {"next article": SINGLE, "label key": SINGLE, "filter letter": WHOLE}


def in_window(scale: float) -> Iterator[Growing]:
    """More annotations in an article, and more articles in a folder."""
    yield Growing("annotations", max(20, round(2000 * scale)), _in_article, IN_ARTICLE)
    yield Growing("articles", max(20, round(500 * scale)), _in_folder, IN_FOLDER)


@contextmanager
def _in_article(number: int) -> Iterator[Actions]:
    shown = sample("growing", 2000 + 100 * number, number)
    with tempfile.TemporaryDirectory() as place:
        window, words = Window(Path(place), [shown]), iter(shown.free_words(10))
        window.open(shown)
        window.rest()
        yield {
            "label key": lambda: _tag(window, next(words)),
            "relabel": lambda: _relabel(window),
            "filter letter": _letters(window.window.findChild(AnnotationsPanel)),
        }
        window.rest()
        window.close()


def _tag(window: Window, span: Span) -> None:
    cursor = window.view.textCursor()
    cursor.setPosition(span.start)
    cursor.setPosition(span.end, cursor.MoveMode.KeepAnchor)
    window.view.setTextCursor(cursor)
    QTest.keyClick(window.view, Qt.Key.Key_C)
    drawn()


def _relabel(window: Window) -> None:
    """Go to the next annotation and give it another label."""
    QTest.keyClick(window.view, Qt.Key.Key_Tab)
    annotation = window.session.selected_annotation
    QTest.keyClick(window.view, Qt.Key.Key_S if annotation and annotation.label == "quote" else Qt.Key.Key_Q)
    drawn()


@contextmanager
def _in_folder(number: int) -> Iterator[Actions]:
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "articles"
        write_folder(folder, number)
        window, starts = FolderWindow(folder, number, Path(place) / "settings.json"), count(100, 20)
        yield {
            "next article": window.next_article,
            "label key": lambda: window.press_label_key(next(starts)),
            "filter letter": _letters(window.panel),
        }
        window.close()


def _letters(panel: QWidget) -> Action:
    """Type a letter into the panel's filter, and take it out again, until the rows in view are painted."""
    field, view = panel.findChild(FilterField), panel.findChild(QTableView)

    def press() -> None:
        for key in (Qt.Key.Key_E, Qt.Key.Key_Backspace):
            QTest.keyClick(field, key)
            view.viewport().repaint()

    return press
