"""Blind work by keys: one's own articles one after another, and nothing of what the others marked."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractItemView, QApplication, QDialog, QLabel

from annotator.cli import main
from annotator.ui.panels.articles.progress import Progress
from annotator.ui.widgets.buttons.pill import Pill
from annotator.ui.widgets.lists.rows_view import RowsView
from tests.support.marked_language import shown
from tests.support.program import ALT, CTRL, SHIFT, Key, Program

Start = Callable[..., Program]
FOLDER = Path(__file__).with_name("three_annotators")
PLAN = """\
format: annotation-plan
version: 1
annotators: [ann, ben]
reviewers: [dee]
blind: {blind}
rounds:
- round: 1
  articles:
    ferry.txt: [ann, ben]
    orchard.txt: [ben]
    school.txt: [ann]
"""
OF_ANN, OF_BEN = "A new fence costs 12,000", "About 300 trees grow there"
"""Claims of the board, of which only one is ann's."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(FOLDER, tmp_path / "news")
    (tmp_path / "news" / "zz.annotations.ann.yaml").write_text("no sidecar")  # the last that is counted
    write_plan(tmp_path / "news", blind=True)
    return tmp_path / "news"


def write_plan(folder: Path, *, blind: bool) -> None:
    (folder / ".annotator").mkdir(exist_ok=True)
    (folder / ".annotator" / "plan.yaml").write_text(PLAN.format(blind=str(blind).lower()))


def rows(program: Program) -> list[str]:
    model = program.part(RowsView, "articlesList").model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def everything_said() -> Iterator[str]:
    """Whatever any window shows or tells a screen reader."""
    for window in QApplication.topLevelWidgets():
        yield from shown(window)
        for view in window.findChildren(QAbstractItemView):
            if view.model():
                yield from cells(view.model())


def cells(model: QAbstractItemModel) -> Iterator[str]:
    for row in range(model.rowCount()):
        for column in range(model.columnCount()):
            index = model.index(row, column)
            yield from (
                str(data)
                for role in (
                    Qt.ItemDataRole.DisplayRole,
                    Qt.ItemDataRole.AccessibleTextRole,
                    Qt.ItemDataRole.ToolTipRole,
                )
                if (data := index.data(role))
            )


def open_all(program: Program) -> set[str]:
    """Open the board and the statistics of the folder, and return all that is said when both have been read."""
    program.view.setFocus()
    program.press(Key.Key_B, CTRL)
    program.wait_for(lambda: OF_ANN in {*everything_said()})
    program.press(Key.Key_F12, SHIFT)
    program.wait_for(lambda: program.window.findChild(QDialog, "statisticsDialog") is not None)
    program.wait_for(lambda: "cannot be read" in program.part(QLabel, "statisticsCount").text())
    return {*everything_said()}


def test_one_goes_through_ones_own_articles(start: Start, folder: Path) -> None:
    program = start(folder, "ann")
    program.wait_for(lambda: rows(program) == ["ferry", "school"])
    program.wait_for(lambda: program.part(Progress).accessibleName().startswith("2 of 2 done"))
    program.view.setFocus()
    program.press(Key.Key_Home, CTRL)
    while program.opened != "ferry.txt":
        program.press(Key.Key_Up, ALT)
        program.wait_for(lambda: program.opened in ("ferry.txt", "school.txt"))
    program.press(Key.Key_Down, ALT)
    program.wait_opened("school.txt")
    mine = program.part(Pill, "myArticles")
    assert (mine.text(), mine.isChecked(), program.part(Pill, "allArticles").text()) == ("Mine 2", True, "All 3")
    mine.setFocus()
    program.press(Key.Key_Right)
    assert rows(program) == ["ferry", "orchard", "school"]
    program.press(Key.Key_Left)
    assert rows(program) == ["ferry", "school"]


def test_nothing_of_the_others_is_on_the_screen_nor_in_a_name(start: Start, folder: Path) -> None:
    program = start(folder / "ferry.txt", "ann")
    program.wait_for(lambda: rows(program) == ["ferry", "school"])
    said = open_all(program)
    assert OF_BEN not in said
    assert not said & {"ben", "cem"}


@pytest.mark.parametrize("who", ["dee", "ann"])
def test_a_reviewer_sees_all_and_so_do_all_where_the_plan_is_open(start: Start, folder: Path, who: str) -> None:
    write_plan(folder, blind=who == "dee")
    program = start(folder / "ferry.txt", who)
    assert OF_BEN in open_all(program)


def test_a_plan_that_cannot_be_read_is_told_and_hides(start: Start, folder: Path) -> None:
    (folder / ".annotator" / "plan.yaml").write_text("format: annotation-plan\nversion: 1\nannotators: 3\n")
    program = start(folder / "ferry.txt", "ann")
    program.wait_for(lambda: "plan" in program.banners)
    assert "Line 3" in program.banners["plan"]
    assert rows(program) == ["ferry", "orchard", "school"]


def test_without_a_plan_all_is_as_it_was(start: Start, tmp_path: Path) -> None:
    shutil.copytree(FOLDER, tmp_path / "news")
    program = start(tmp_path / "news" / "ferry.txt", "ann")
    program.wait_for(lambda: rows(program) == ["ferry", "orchard", "school"])
    assert not program.part(Pill, "myArticles").isVisible()


def test_a_plan_that_was_written_meanwhile_counts_with_the_next_article(start: Start, tmp_path: Path) -> None:
    shutil.copytree(FOLDER, tmp_path / "news")
    program = start(tmp_path / "news" / "ferry.txt", "ann")
    program.wait_for(lambda: len(rows(program)) == 3)
    assert main(["assign", str(tmp_path / "news"), "--annotators", "ann,ben", "--seed", "1"]) == 0
    program.press(Key.Key_Down, ALT)
    program.wait_for(lambda: len(rows(program)) < 3)


def test_comparing_and_agreement_are_refused_in_words(start: Start, folder: Path) -> None:
    program = start(folder / "ferry.txt", "ann")
    program.wait_for(lambda: rows(program) == ["ferry", "school"])
    for action in ("compare_annotators", "decide_final", "agreement", "review"):
        program.part(QAction, action).trigger()
        assert program.said.startswith("The plan of this folder is blind"), action
        program.session.say("")
    assert OF_BEN not in {*everything_said()}
