"""In a window that reads from right to left, an arrow back to what is linked leads to the right."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QTableView

from tests.support.program import Key, Program
from tests.ui.linking.linked import marked

LEFTWARDS, RIGHTWARDS = Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight


@pytest.mark.parametrize(("direction", "arrow"), [(RIGHTWARDS, "←"), (LEFTWARDS, "→")])
def test_candidates_from_which_a_relation_leads(
    start: Callable[..., Program], tmp_path: Path, qapp: QApplication, direction: Qt.LayoutDirection, arrow: str
) -> None:
    program = marked(start, tmp_path)
    qapp.setLayoutDirection(direction)
    try:
        program.press(Key.Key_L)
        program.type("figure")
        model = program.part(QTableView, "candidates").model()
        assert f"{arrow} quantified by" in model.index(0, 0).data()
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
