"""What the annotations were before: shown, brought back, and taken back again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QDialog, QLabel

from tests.support.program import CTRL, Key, Program, saved_marks
from tests.support.stories import write_folder

Start = Callable[..., Program]


def test_the_version_before_this_session_comes_back_by_keys(start: Start, tmp_path: Path) -> None:
    article = write_folder(tmp_path)
    before = start(tmp_path)
    before.select("storm")
    before.type("s")
    before.wait_saved()
    before.close()
    program = start(tmp_path)
    program.select("Harbour")
    program.type("c")
    program.wait_saved()
    program.press(Key.Key_H, CTRL)
    dialog = program.part(QDialog, "historyDialog")
    program.wait_for(dialog.isActiveWindow)
    program.wait_for(lambda: "1 claim added" in program.part(QLabel, "sinceThen").text())
    program.press(Key.Key_Return)
    program.wait_for(lambda: program.marks == [("source", "storm")])
    program.wait_saved()
    assert saved_marks(article) == [("source", "storm")]
    program.window.activateWindow()  # a window manager does that, which is not there
    program.wait_for(program.window.isActiveWindow)
    program.press(Key.Key_Z, CTRL)
    assert program.marks == [("claim", "Harbour"), ("source", "storm")]
