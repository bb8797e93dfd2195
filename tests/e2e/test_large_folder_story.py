"""Five thousand articles, and a scheme of 500 labels: the window opens, lists, filters and tags."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from time import perf_counter

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from annotator.ui.article_page.label_chip import LabelChip
from tests.support.program import ALT, Key, Program, saved_marks

Start = Callable[..., Program]
MANY = 5_000
LABELS = 500
SECONDS = 10.0
"""It takes 0.6 seconds; a busy machine must not fail."""


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


def write_large_scheme(folder: Path) -> Path:
    lines = ["format: annotation-scheme", "version: 1", "id: large", "name: Large", "labels:"]
    for number in range(LABELS):
        lines += [f"- id: label-{number}", f"  definition: What label {number} means."]
        lines += [f"  key: {chr(ord('a') + number)}"] if number < 9 else []
    (folder / "scheme.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    (folder / "story.txt").write_text("Thousands leave Aleppo. " * 200, encoding="utf-8")
    return folder / "story.txt"


def test_with_500_labels_the_window_opens_and_tags_with_the_first_and_the_last(start: Start, tmp_path: Path) -> None:
    article = write_large_scheme(tmp_path)
    began = perf_counter()
    program = start(article)
    assert perf_counter() - began < SECONDS
    program.select("Thousands")
    program.type("b")
    program.wait_saved()
    program.select("Aleppo")
    program.window.findChildren(LabelChip)[0].setFocus()
    for _step in range(LABELS - 1):
        QTest.keyClick(program.window.focusWidget(), Qt.Key.Key_Right)
    QTest.keyClick(program.window.focusWidget(), Qt.Key.Key_Return)
    program.wait_saved()
    assert saved_marks(article) == [("label-1", "Thousands"), (f"label-{LABELS - 1}", "Aleppo")]
