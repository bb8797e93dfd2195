"""An annotator looks at what was decided otherwise, reads the guideline, and goes to the place by Enter."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QPushButton

from annotator.cli import main
from annotator.ui.dialogs.corrections_dialog.dialog import CorrectionsDialog
from annotator.ui.widgets.lists.item_rows import ItemRows
from tests.commands.review.test_learning import GOLD
from tests.support.program import Key, Program
from tests.support.review.annotators import copy_annotators
from tests.support.stories import bytes_below

Start = Callable[..., Program]


def label(program: Program, name: str) -> str:
    return program.part(QLabel, name).text()


def test_from_the_list_to_the_place(start_again: Start, tmp_path: Path) -> None:
    folder = copy_annotators(tmp_path / "news")
    (folder / "ferry.annotations.gold.yaml").write_text(GOLD)
    before = bytes_below(folder)
    program = start_again(folder / "orchard.txt", "ben")
    program.part(QAction, "my_corrections").trigger()
    program.wait_for(lambda: label(program, "correctionsCount").startswith("2 corrections"))
    assert "0 of 2 decisions followed you" in label(program, "correctionsCount")
    program.wait_for(program.part(ItemRows, "correctionRows").hasFocus)
    assert "You had: nothing\nIt became: claim, Repairs cost 1.2 million" in label(program, "correctionAbout")
    assert "begins after the word" in label(program, "correctionAbout")
    program.press(Key.Key_Down)
    assert "You had: figure, some 4,000\nIt became: nothing" in label(program, "correctionAbout")
    program.press(Key.Key_Return)
    program.wait_opened("ferry.txt")
    chosen = program.session.selected_annotation
    assert chosen is not None
    assert chosen.id == "b4"
    program.close()
    assert {path: bytes_below(folder)[path] for path in before} == before


def buttons(program: Program) -> dict[str, QPushButton]:
    return {button.text(): button for button in program.part(CorrectionsDialog).findChildren(QPushButton)}


@pytest.mark.parametrize("blind", [False, True])
def test_without_corrections_it_says_why_and_leads_nowhere(start_again: Start, tmp_path: Path, blind: bool) -> None:
    folder = copy_annotators(tmp_path / "news")
    if blind:
        (folder / "ferry.annotations.gold.yaml").write_text(GOLD)
        assert main(["assign", str(folder), "--annotators", "ann,ben,cem"]) == 0
    program = start_again(folder / "orchard.txt", "cem")
    program.part(QAction, "my_corrections").trigger()
    program.wait_for(lambda: label(program, "correctionsCount") == "No decisions")
    rows = program.part(ItemRows, "correctionRows")
    told = "There is no decision over your work alone." if blind else "Nothing of yours has been decided on yet"
    assert rows.accessibleDescription().startswith(told)
    assert ("The plan of this folder is blind" in rows.accessibleDescription()) == blind
    assert not buttons(program)["Go there"].isEnabled()
    assert buttons(program)["Close"].hasFocus()
    program.press(Key.Key_Return)
    program.wait_for(lambda: not program.window.findChildren(CorrectionsDialog))
