"""A folder is looked at in numbers: from a bar to its annotations, to the place, the verdict set there, and back."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLabel, QTableView
from pytestqt.qtbot import QtBot

from annotator.ui.charts.chart_view import ChartView
from tests.support.program import LEFT, SHIFT, Key, Program
from tests.support.statistics.counted_folder import write_counted

Start = Callable[..., Program]


def said(program: Program, name: str) -> str:
    return program.part(QLabel, name).text()


def open_statistics(program: Program) -> None:
    program.press(Key.Key_F12, SHIFT)
    program.wait_for(lambda: program.window.findChild(QDialog, "statisticsDialog") is not None)
    program.wait_for(program.part(QDialog, "statisticsDialog").isActiveWindow)
    program.wait_for(lambda: said(program, "statisticsCount") == "2 articles, 46 words")


def test_from_the_open_facts_to_one_of_them_and_back_to_other_numbers(
    start_again: Start, qtbot: QtBot, tmp_path: Path
) -> None:
    program = start_again(write_counted(tmp_path))
    open_statistics(program)
    verdicts = program.part(ChartView, "chart-verdicts")
    verdicts.setFocus(Qt.FocusReason.TabFocusReason)
    program.press(Key.Key_Down)
    assert said(program, "statisticsMark") == "open: 2 of 3, 67 %"
    program.press(Key.Key_Return)
    program.wait_for(lambda: program.window.findChild(QDialog, "behindDialog") is not None)
    program.wait_for(lambda: program.part(QTableView, "behindRows").hasFocus())
    program.press(Key.Key_Return)
    program.wait_for(lambda: program.session.selected_annotation is not None)
    chosen = program.session.selected_annotation
    assert chosen is not None
    assert chosen.id == "q2"
    program.wait_for(program.window.isActiveWindow)
    program.view.setFocus()
    program.type("v2")
    program.wait_saved()
    assert program.document.annotations["q2"].attributes["verdict"] == "refuted"
    open_statistics(program)
    verdicts.setFocus(Qt.FocusReason.TabFocusReason)
    program.wait_for(lambda: QApplication.focusWidget() is verdicts)
    program.wait_for(lambda: said(program, "statisticsMark") == "refuted: 1 of 3, 33 %")
    program.messages.target = str(tmp_path / "statistics.csv")
    qtbot.mouseClick(program.part(QAbstractButton, "statisticsNumbers"), LEFT)
    with (tmp_path / "statistics.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = [(row["row"], row["number"]) for row in csv.DictReader(file) if row["chart"] == "verdicts"]
    assert rows == [("supported", "1"), ("refuted", "1"), ("", "1")]
