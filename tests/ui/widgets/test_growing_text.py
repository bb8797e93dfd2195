"""The field that grows with its text."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from annotator.ui.widgets.growing_text import GrowingText

TEXT = "Three ferries had crossed the bay by noon, carrying families, their bags and two goats. " * 6


@pytest.mark.parametrize("early", [True, False], ids=["before it is shown", "while it is shown"])
def test_the_lines_end_before_the_scroll_bar(qtbot: QtBot, early: bool) -> None:
    window = QWidget()
    field = GrowingText(1, 8, window)
    QVBoxLayout(window).addWidget(field)
    qtbot.addWidget(window)
    window.resize(230, 400)
    if early:
        field.show_text(TEXT)
    window.show()
    if not early:
        field.show_text(TEXT)
    qtbot.waitUntil(field.verticalScrollBar().isVisible)
    lines = field.document().firstBlock().layout()
    qtbot.waitUntil(lambda: lines.lineAt(0).width() <= field.viewport().width())


@pytest.mark.parametrize(("text", "at_the_right"), [("غادروا حلب", True), ("They left", False), ("", False)])
def test_lines_begin_where_those_of_their_words_do(qtbot: QtBot, text: str, at_the_right: bool) -> None:
    field = GrowingText(1, 8)
    qtbot.addWidget(field)
    field.resize(300, 100)
    field.show()
    for before in ("غادروا", "left"):
        field.show_text(before)
        field.show_text(text)
        line = field.document().firstBlock().layout().lineAt(0)
        assert (line.naturalTextRect().center().x() > line.rect().center().x()) is at_the_right
