"""The window of a scheme with hundreds of labels, against that of a scheme with one: opened, and typed into."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QPlainTextEdit

from tests.benchmarks.screen import drawn
from tests.benchmarks.subjects import Window, wait_until
from tests.benchmarks.table import Row
from tests.benchmarks.timing import Times

FRAME, GROWTH = 16, 2.0
"""Milliseconds of a frame, for a letter; how much longer many labels may take to open than one."""
LETTERS = "whatisassertedhere"


def scheme_window(labels: int, times: int) -> Iterator[Row]:
    """The rows of a scheme with so many labels, opened so many times."""
    (one, _letter), (many, letters) = (_measured(count, times) for count in (1, labels))
    name = f"{labels} labels"
    yield Row("scheme window opened", name, many.cpu_median, one.cpu_median, GROWTH, other_name="1 label")
    yield Row("letter in the scheme window, p95", name, letters.cpu_p95, limit=FRAME)
    yield Row("letter in the scheme window", name, letters.cpu_median, _letter.cpu_median, other_name="1 label")


def _measured(labels: int, times: int) -> tuple[Times, Times]:
    opened, letters = Times(), Times()
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "scheme.yaml").write_text(_scheme(labels), encoding="utf-8")
        window = Window(Path(folder), [])
        window.rest()
        for _time in range(times):
            opened.measure(lambda: _open(window))
            window.rest()
            _type(window, letters)
            _dialog(window).done(0)
            wait_until(lambda: window.window.findChild(QDialog, "schemeDialog") is None)
        window.close()
    return opened, letters


def _open(window: Window) -> None:
    action: QAction = window.window.findChild(QAction, "scheme")
    action.trigger()
    wait_until(lambda: window.window.findChild(QDialog, "schemeDialog") is not None)
    drawn()


def _type(window: Window, letters: Times) -> None:
    field: QPlainTextEdit = _dialog(window).findChild(QPlainTextEdit, "definitionField")
    field.setFocus()
    for letter in LETTERS:
        letters.measure(lambda letter=letter: _press(field, letter))


def _press(field: QPlainTextEdit, letter: str) -> None:
    QTest.keyClick(field, letter)
    drawn()


def _dialog(window: Window) -> QDialog:
    found: QDialog = window.window.findChild(QDialog, "schemeDialog")
    return found


def _scheme(labels: int) -> str:
    rows = [f"- {{id: label_{number}, attributes: {{kind: [a, b], said: text}}}}" for number in range(labels)]
    return "\n".join(["format: annotation-scheme", "version: 1", "id: many", "labels:", *rows, ""])
