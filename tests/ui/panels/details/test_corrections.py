"""Corrections of an imported article in the details: how many, old and new words, and the way to each."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from annotator.model.annotation import Value
from annotator.model.article import Article
from annotator.model.document import Document
from annotator.storage.sidecars.sidecar_files import SidecarWriter, sidecar_path
from annotator.ui.widgets.keyboard import take_keyboard
from annotator.ui.widgets.lists.item_rows import ItemRows
from tests.support.program import Key, Program
from tests.ui.panels.details.editing import Start

TEXT = "The mill employs 12 people.\n\nIt was built in 1904."
ENTRIES: list[Value] = [
    {"start": 17, "end": 19, "old": "15", "new": "12"},
    {"start": 45, "end": 49, "old": "1940", "new": "1904", "author": "Mia Lund"},
]


@pytest.fixture
def program(start_again: Start, tmp_path: Path) -> Program:
    path = tmp_path / "mill.txt"
    path.write_text(TEXT, "utf-8")
    document = Document(Article.of("mill.txt", TEXT), article_extra={"corrections": ENTRIES})
    sidecar_path(path, "").write_bytes(SidecarWriter().data(document))
    program = start_again(path)
    program.wait_opened("mill.txt")
    return program


def said(rows: ItemRows, row: int) -> str:
    return str(rows.model().index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole))


def test_each_leads_to_its_words(program: Program) -> None:
    rows = program.part(ItemRows, "corrections")
    program.wait_for(rows.isVisible)
    assert [said(rows, row) for row in range(rows.model().rowCount())] == ["15 → 12", "1940 → 1904, Mia Lund"]
    assert any(label.text() == "2 corrections in its file" for label in program.window.findChildren(QLabel))
    take_keyboard(rows)
    program.press(Key.Key_Down)
    program.press(Key.Key_Down)
    selection = program.session.selection
    assert selection
    assert selection.of(TEXT) == "1904"
    program.press(Key.Key_Return)
    program.type("f")
    assert program.marks == [("figure", "1904")]


def test_they_stay_where_they_are_while_the_article_is_annotated(program: Program) -> None:
    rows = program.part(ItemRows, "corrections")
    program.wait_for(rows.isVisible)
    program.select("people")
    program.type("s")
    assert not rows.isVisible()
    program.go_to(0)
    program.wait_for(rows.isVisible)
    assert program.session.selection is None
