"""The marked words in the details."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from annotator.ui.panels.details.quote import QuotedWords


@pytest.mark.parametrize("words", ["word " * 400, "x" * 1900])
def test_long_words_survive_every_width(qtbot: QtBot, words: str) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    quote = QuotedWords()
    QVBoxLayout(window).addWidget(quote)
    window.show()
    quote.quote(words)
    for width in (*range(60, 900, 21), 60, 900, 130):
        window.resize(width, 400)
        QApplication.processEvents()
    wide = quote.shown_text()
    assert wide.endswith("…")
    window.resize(900, 400)
    qtbot.waitUntil(lambda: len(quote.shown_text()) > len(wide))
