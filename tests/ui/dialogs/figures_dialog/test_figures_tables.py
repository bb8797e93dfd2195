"""The two tables: what they show, sorted, filtered and ticked by keys and mouse."""

from __future__ import annotations

from PySide6.QtWidgets import QTableView

from annotator.model.kinds.checked_names import CheckedName
from tests.support.program import CTRL, Key
from tests.ui.dialogs.figures_dialog.conftest import FiguresWindow


def test_figures_are_grouped_by_what_is_counted(report: FiguresWindow) -> None:
    assert [line.split(",")[0] for line in report.figures] == ["homes flooded", "412", "421", "boats", "9"]
    assert report.figures[4] == "9, –, boats, –, Dana Reiff, 5"


def test_they_stand_in_the_order_of_the_text_at_a_click(report: FiguresWindow) -> None:
    report.click("groupFigures")
    assert [line.split(",")[0] for line in report.figures] == ["412", "421", "9"]
    report.click("groupFigures")
    assert len(report.figures) == 5


def test_the_filter_shows_the_rows_that_have_the_words(report: FiguresWindow) -> None:
    report.program.press(Key.Key_F, CTRL)
    report.program.type("reiff")
    assert [line.split(",")[0] for line in report.figures] == ["9"]
    report.program.press(Key.Key_Escape)
    assert len(report.figures) == 5


def test_a_name_is_ticked_for_all_its_mentions_and_that_is_undone(report: FiguresWindow) -> None:
    report.focus("nameRows")
    rows = report.program.part(QTableView, "nameRows")
    at = next(number for number, line in enumerate(report.names) if line.startswith("Dana Reiff"))
    report.program.press(Key.Key_Home)
    report.program.press(Key.Key_Down, times=at - rows.currentIndex().row())
    report.program.press(Key.Key_Space)
    report.wait_for(lambda: ", ticked" in report.names[at])
    assert [one.name for one in report.program.document.of(CheckedName).values()] == ["Dana Reiff"]
    report.program.press(Key.Key_Z, CTRL)
    report.wait_for(lambda: ", ticked" not in report.names[at])
    assert not report.program.document.of(CheckedName)
    report.program.wait_saved()


def test_the_tables_follow_the_article(report: FiguresWindow) -> None:
    report.program.session.select("f3")
    report.dialog.hide()
    report.program.window.activateWindow()
    report.wait_for(report.program.window.isActiveWindow)
    report.program.view.setFocus()
    report.program.press(Key.Key_Delete)
    report.open()
    report.wait_for(lambda: len(report.figures) == 3)
