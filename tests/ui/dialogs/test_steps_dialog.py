"""The list of all steps of undo, in the real window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QTableView

from tests.support.program import ALT, CTRL, Key, Program
from tests.support.stories import write_folder

Start = Callable[..., Program]
WORDS = ("Thousands", "mayor", "town")


@pytest.fixture
def program(start_again: Start, tmp_path: Path) -> Program:
    """Three words tagged, one after another, and the list of steps opened by its key."""
    program = start_again(write_folder(tmp_path))
    for words in WORDS:
        program.select(words)
        program.type("c")
    program.press(Key.Key_Z, CTRL | ALT)
    program.wait_for(program.part(QDialog, "stepsDialog").isActiveWindow)
    return program


def rows(program: Program) -> list[str]:
    model = program.part(QTableView, "stepsList").model()
    return [str(model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)) for row in range(model.rowCount())]


def test_the_steps_are_listed_and_gone_to(program: Program) -> None:
    titles = [f"Tag “{words}” as claim" for words in WORDS]
    assert rows(program) == ["As it was opened", *titles]
    program.press(Key.Key_Up, times=2)
    program.press(Key.Key_Return)
    assert [words for _, words in program.marks] == ["Thousands"]
    assert rows(program) == ["As it was opened", titles[0], f"{titles[1]}, undone", f"{titles[2]}, undone"]
    program.press(Key.Key_End)
    program.press(Key.Key_Return)
    assert len(program.marks) == 3
    program.press(Key.Key_Home)
    program.press(Key.Key_Return)
    assert program.marks == []


def test_it_follows_the_work_and_closes(program: Program) -> None:
    dialog = program.part(QDialog, "stepsDialog")
    program.window.activateWindow()
    program.wait_for(program.window.isActiveWindow)
    program.press(Key.Key_Z, CTRL)
    assert rows(program)[-1].endswith("undone")
    program.select("people")
    program.type("s")
    assert rows(program)[-1] == "Tag “people” as source"
    dialog.activateWindow()
    program.wait_for(dialog.isActiveWindow)
    program.press(Key.Key_Escape)
    program.wait_for(lambda: not dialog.isVisible())
    program.window.activateWindow()
    program.wait_for(program.window.isActiveWindow)
    program.press(Key.Key_Z, CTRL)
    assert len(program.marks) == 2
