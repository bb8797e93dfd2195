"""Five thousand articles: listed, filtered, gone through; their sidecars are read meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.support.program import ALT, Key, Program

Start = Callable[..., Program]
MANY = 5_000


def test_many_articles(start: Start, tmp_path: Path, qtbot: QtBot) -> None:
    for number in range(MANY):
        (tmp_path / f"story-{number}.txt").write_text(f"Title {number}\n\nA mayor said so.\n", "utf-8")
    sidecar = 'format: annotator\nversion: 1\narticle:\n  file: "story-4999.txt"\nstatus: done\nannotations: []\n'
    (tmp_path / "story-4999.annotations.yaml").write_text(sidecar, "utf-8")
    program = start(tmp_path)
    assert program.opened == "story-0.txt"
    rows = program.part(QAbstractItemView, "articlesList").model()
    assert rows.rowCount() == MANY
    program.type("c")  # work goes on while sidecars are read
    program.press(Key.Key_Down, ALT)
    program.wait_opened("story-1.txt")
    field = next(f for f in program.part(QWidget, "articlesPanel").findChildren(QLineEdit))
    qtbot.keyClicks(field, "story-499")
    program.wait_for(lambda: rows.rowCount() == 11)
    field.clear()
    qtbot.keyClicks(field, "story-4999")
    program.wait_for(lambda: rows.rowCount() == 1)
