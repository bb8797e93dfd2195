"""The two tables: what they show, sorted, filtered and ticked by keys and mouse."""

from __future__ import annotations

from pathlib import Path
from shutil import copytree

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QDialog, QLabel, QTableView
from pytestqt.qtbot import QtBot

from annotator.model.annotation import Annotation
from annotator.model.article import Article
from annotator.model.document import Document
from annotator.model.kinds.checked_names import CheckedName
from annotator.model.span import Span
from annotator.session.fact_tables.fact_reading import MANY
from annotator.storage.sidecars.sidecar_writing import SidecarWriter
from tests.support.marked_articles import write_report
from tests.support.program import ALT, CTRL, Key, sidecar_of
from tests.ui.dialogs.figures_dialog.conftest import FiguresWindow, Start

MANY_FIGURES = MANY + 1
SAMPLES = Path(__file__).parents[4] / "sample_articles"


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


def test_escape_in_the_empty_filter_closes_the_window(report: FiguresWindow) -> None:
    report.program.press(Key.Key_F, CTRL)
    report.program.press(Key.Key_Escape)
    report.wait_for(lambda: report.program.window.findChild(QDialog, "figuresDialog") is None)


def test_a_name_is_ticked_for_all_its_mentions_and_that_is_undone(report: FiguresWindow) -> None:
    report.focus("nameRows")
    rows = report.program.part(QTableView, "nameRows")
    report.wait_for(lambda: any(line.startswith("Dana Reiff") for line in report.names))
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


def test_in_a_narrow_window_the_tables_are_tabs_and_a_finding_shows_its_own(report: FiguresWindow) -> None:
    figures, names = (report.program.part(QTableView, name) for name in ("figureRows", "nameRows"))
    report.dialog.resize(900, 600)
    report.wait_for(lambda: figures.isVisible() and not names.isVisible())
    report.wait_for(lambda: report.text("factState").startswith("3 places do not fit"))
    report.program.press(Key.Key_Down, ALT, times=2)
    report.wait_for(lambda: names.isVisible() and not figures.isVisible())
    assert names.hasFocus()
    report.program.press(Key.Key_Down, ALT, times=2)
    report.wait_for(lambda: figures.isVisible() and not names.isVisible())


def test_a_head_sorts_turns_round_and_goes_back_to_the_text(report: FiguresWindow) -> None:
    report.click("groupFigures")
    head = next(it for it in report.dialog.findChildren(QAbstractButton) if it.text() == "Value")
    values = []
    for _press in range(3):
        head.setFocus(Qt.FocusReason.TabFocusReason)
        report.program.press(Key.Key_Space)
        values.append([line.split(",")[0] for line in report.figures])
    assert values == [["9", "412", "421"], ["421", "412", "9"], ["412", "421", "9"]]


def test_the_window_comes_back_in_the_size_that_it_had(start_again: Start, qtbot: QtBot, tmp_path: Path) -> None:
    """Also when the program was started anew meanwhile."""
    folder = write_report(tmp_path)
    report = FiguresWindow(start_again(folder), qtbot)
    report.open()
    report.dialog.resize(1000, 640)
    report.wait_for(lambda: report.dialog.width() == 1000)
    report.program.press(Key.Key_Escape)
    report.wait_for(lambda: report.program.window.findChild(QDialog, "figuresDialog") is None)
    report.program.close()
    again = FiguresWindow(start_again(folder), qtbot)
    again.open()
    assert (again.dialog.width(), again.dialog.height()) == (1000, 640)


def test_of_very_many_figures_names_and_what_does_not_fit_follow(
    start_again: Start, qtbot: QtBot, tmp_path: Path
) -> None:
    sentence = "It was Dana Reiff who said that it was 130 % of the people. "
    at, path = sentence.index("130"), tmp_path / "boats.txt"
    spans = [Span(first + at, first + at + 5) for first in range(0, MANY_FIGURES * len(sentence), len(sentence))]
    figures = {f"f{number}": Annotation(f"f{number}", "figure", span) for number, span in enumerate(spans)}
    path.write_text(sentence * MANY_FIGURES)
    document = Document(Article.of(path.name, path.read_text()), figures)
    sidecar_of(path).write_bytes(SidecarWriter().data(document))
    report = FiguresWindow(start_again(path), qtbot)
    report.open()
    assert len(report.figures) > MANY_FIGURES
    report.wait_for(lambda: report.text("factState").startswith(f"{MANY_FIGURES:,} places do not fit"))
    report.wait_for(lambda: report.names != [])


@pytest.mark.parametrize(("article", "said"), [("old-town-flood", True), ("harbour-report", False)])
def test_it_says_where_names_come_from_marks_alone(
    start_again: Start, tmp_path: Path, qtbot: QtBot, article: str, said: bool
) -> None:
    folder = copytree(SAMPLES, tmp_path / "samples")
    window = FiguresWindow(start_again(folder / f"{article}.txt"), qtbot)
    window.open()
    labels = [it.text() for it in window.dialog.findChildren(QLabel) if it.isVisible()]
    assert any("from marks alone" in it for it in labels) is said
