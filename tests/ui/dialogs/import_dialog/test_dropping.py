"""Files dropped on the import dialog are added to those that are there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QTableView, QWidget

from annotator.ui.dialogs.import_dialog import ImportDialog
from tests.support.program import CTRL, Key, Program
from tests.support.stories import write_folder
from tests.ui.dragging import carrying, drag_enters, drop_on

Start = Callable[..., Program]
SAID = Qt.ItemDataRole.AccessibleTextRole


def page(folder: Path, name: str) -> Path:
    words = f"{name} says that thousands of people left the town on Thursday, as the mayor told reporters there."
    (folder / f"{name}.html").write_text(f"<html><body><article><p>{words}</p></article></body></html>", "utf-8")
    return folder / f"{name}.html"


@pytest.fixture
def program(start_again: Start, tmp_path: Path) -> Program:
    program = start_again(write_folder(tmp_path))
    program.press(Key.Key_I, CTRL | Qt.KeyboardModifier.ShiftModifier)
    program.wait_for(lambda: program.part(ImportDialog).isVisible())
    return program


def rows(program: Program) -> list[str]:
    model = program.part(QTableView, "foundArticles").model()
    return [model.index(row, 0).data(SAID) for row in range(model.rowCount())]


def ticks(program: Program) -> list[str]:
    return [row.split(", ")[1] for row in rows(program)]


def test_what_is_dropped_on_the_list_comes_after_what_is_there(program: Program, tmp_path: Path) -> None:
    one, two = page(tmp_path, "one"), page(tmp_path, "two")
    drop_on(program.part(ImportDialog), carrying(one))
    program.wait_for(lambda: ticks(program) == ["taken"])
    found = program.part(QTableView, "foundArticles")
    program.wait_for(found.hasFocus)
    QTest.keyClick(found, Key.Key_Space)
    assert ticks(program) == ["left out"]
    assert drag_enters(found.viewport(), carrying(two, one)) is Qt.DropAction.CopyAction
    hints = program.part(ImportDialog).findChildren(QWidget, "dropHint")
    assert [hint.accessibleName() for hint in hints if hint.isVisible()] == ["Add 2 files"]
    drop_on(found.viewport(), carrying(two, one))
    program.wait_for(lambda: ticks(program) == ["left out", "taken"])
    assert program.part(QLabel, "importFrom").text() == "2 files"
    assert one.exists()
    assert two.exists()


def test_nothing_is_taken_while_a_report_is_shown(program: Program, tmp_path: Path) -> None:
    dialog = program.part(ImportDialog)
    drop_on(dialog, carrying(page(tmp_path, "one")))
    program.wait_for(lambda: ticks(program) == ["taken"])
    button = next(button for button in dialog.findChildren(QPushButton) if button.text() == "Import")
    program.wait_for(button.isEnabled)
    QTest.keyClick(dialog, Key.Key_Return, CTRL)
    program.wait_for(lambda: program.part(QWidget, "reportPage").isVisible())
    assert drag_enters(dialog, carrying(page(tmp_path, "two"))) is None
