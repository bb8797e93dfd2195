"""First state of check of a fact, given in the details."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QAbstractButton

from annotator.ui.panels.details.panel import DetailsPanel
from tests.support.program import Key, Program
from tests.ui.panels.details.editing import TEXT, Start

CHIP = "add-State of check"


def chip(program: Program) -> QAbstractButton | None:
    found = program.part(DetailsPanel).findChildren(QAbstractButton, CHIP)
    return next((one for one in found if one.isVisible()), None)


def test_a_fact_without_a_state_has_a_chip_for_it(start_again: Start, tmp_path: Path) -> None:
    (tmp_path / "town.txt").write_text(TEXT, "utf-8")
    program = start_again(tmp_path / "town.txt")
    program.select("five")
    program.type("s")
    assert chip(program) is None
    program.select("One")
    program.type("c")
    found = chip(program)
    assert found is not None
    assert "T C  confirmed" in found.toolTip()
    found.setFocus()
    program.press(Key.Key_Space)
    program.press(Key.Key_3)
    program.press(Key.Key_Escape)
    assert [one.state for one in program.document.in_text_order()] == ["confirmed", ""]
    assert chip(program) is None
