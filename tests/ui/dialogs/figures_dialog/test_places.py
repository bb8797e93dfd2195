"""The places of a finding: gone to and come back from, and a wording proposed for one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from annotator.model.document import Document
from tests.support.program import ALT, CTRL, Key, Program
from tests.ui.dialogs.figures_dialog.conftest import FiguresWindow


def first(report: FiguresWindow) -> None:
    report.program.press(Key.Key_Down, ALT)
    assert report.at.startswith("412")


def test_a_key_goes_to_the_second_place_and_another_comes_back(report: FiguresWindow) -> None:
    first(report)
    report.program.press(Key.Key_2, ALT)
    report.wait_for(lambda: report.program.window.isActiveWindow() and not report.dialog.isVisible())
    chosen = report.program.session.selected_annotation
    assert chosen is not None
    assert chosen.id == "f2"
    report.program.press(Key.Key_F12)
    report.wait_for(report.dialog.isActiveWindow)
    assert report.text("findingTitle").endswith("Two numbers for one thing")


def test_a_digit_chooses_the_side_to_which_enter_goes(report: FiguresWindow) -> None:
    first(report)
    report.program.press(Key.Key_2)
    report.program.press(Key.Key_Return)
    report.wait_for(lambda: not report.dialog.isVisible())
    chosen = report.program.session.selected_annotation
    assert chosen is not None
    assert chosen.id == "f2"


def test_the_mouse_goes_there_too(report: FiguresWindow) -> None:
    first(report)
    report.click("goThere1")
    report.wait_for(lambda: not report.dialog.isVisible())
    chosen = report.program.session.selected_annotation
    assert chosen is not None
    assert chosen.id == "f1"


def test_words_that_are_no_annotation_are_selected(report: FiguresWindow) -> None:
    report.wait_for(lambda: report.text("factState").startswith("3 places do not fit"))
    report.program.press(Key.Key_Down, ALT, times=3)
    report.program.press(Key.Key_1, ALT)
    report.wait_for(lambda: not report.dialog.isVisible())
    session = report.program.session
    assert session.selection is not None
    assert session.selection.of(session.document.article.text) == "Tuesday, 12 January 2022"


def test_a_wording_is_proposed_for_the_claim_and_undone(report: FiguresWindow) -> None:
    first(report)
    report.program.press(Key.Key_1, CTRL)
    assert report.field("wordingField").text() == "412 homes were flooded"
    report.program.type("421 homes were flooded")
    report.program.press(Key.Key_Return)
    report.wait_for(lambda: "wording" in report.text("factSaid"))
    assert wording(report.program.document, "c1") == {
        "old": "412 homes were flooded",
        "new": "421 homes were flooded",
    }
    report.program.press(Key.Key_Z, CTRL)
    assert wording(report.program.document, "c1") == {}
    report.program.wait_saved()


def test_escape_leaves_the_field_and_then_the_window(report: FiguresWindow) -> None:
    first(report)
    report.program.press(Key.Key_1, CTRL)
    report.program.type("something else")
    report.program.press(Key.Key_Escape)
    assert wording(report.program.document, "c1") == {}
    assert report.dialog.isVisible()
    report.focus("figureRows")
    report.program.press(Key.Key_Escape)
    report.wait_for(lambda: report.program.window.findChild(QDialog, "figuresDialog") is None)


def wording(document: Document, id: str) -> dict[str, object]:
    return dict(document.annotations[id].wording)


def test_the_tables_have_all_the_room_where_everything_fits(
    start_again: Callable[..., Program], tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "a.txt").write_text("The port counted 40 boats.\n", "utf-8")
    program = start_again(tmp_path / "a.txt")
    program.select("40")
    program.view.setFocus()
    program.type("f")
    window = FiguresWindow(program, qtbot)
    window.open()
    strip = program.part(QWidget, "findingStrip")
    assert not strip.isVisible()
    program.press(Key.Key_Down)
    program.wait_for(strip.isVisible)
