"""The card beside the text of a narrow window, in which all of it is to be seen."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from tests.support.program import Program
from tests.ui.card.carded import ALL, QUOTE, card, opened, part


@pytest.mark.parametrize("width", [900, 1000, 1440])
def test_nothing_is_cut_off_at_the_side(start: Callable[..., Program], tmp_path: Path, width: int) -> None:
    program = opened(start, tmp_path, (ALL, "f"), (QUOTE, "q"))
    program.window.resize(width, 600)
    program.press(Qt.Key.Key_K)
    shown = card(program)
    assert shown
    slots = shown.findChild(QWidget, "cardSlots")
    program.wait_for(lambda: part(program, "addQuery") is not None)
    assert slots.width() <= slots.parentWidget().width()
    buttons = [it for it in slots.findChildren(QAbstractButton) if it.isVisible()]
    assert len(buttons) > 20
    for button in buttons:
        at = button.mapTo(slots, QPoint(0, 0)).x()
        assert 0 <= at <= at + button.width() <= slots.width(), button.objectName()


def test_it_stands_beside_the_text_where_the_window_is_made_narrow(
    start: Callable[..., Program], tmp_path: Path
) -> None:
    program = opened(start, tmp_path, (ALL, "f"))
    program.window.resize(1440, 900)
    program.press(Qt.Key.Key_K)
    program.wait_for(lambda: part(program, "addQuery") is not None)
    program.window.resize(900, 600)
    for _time in range(3):
        QApplication.processEvents()
    shown = card(program)
    assert shown
    assert _right(program.view) <= shown.mapTo(program.window, QPoint(0, 0)).x()


def _right(widget: QWidget) -> int:
    return widget.mapTo(widget.window(), QPoint(widget.width(), 0)).x()
