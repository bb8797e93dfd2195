"""Closed groups and columns of the list, on an article of two labels: keys, pictures and what is undone meanwhile."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QTableView, QWidget

from tests.support.marked_articles import Marks
from tests.support.program import CTRL, Key, Program
from tests.ui.panels.details.editing import Start

SCHEME = """\
format: annotation-scheme
version: 1
id: facts
labels:
- {id: claim, key: c, attributes: {verdict: [supported, refuted], low: number, high: number}}
- {id: source, key: s}
relations:
- {id: told_by, from: claim, to: source}
"""


@pytest.fixture
def program(start_again: Start, tmp_path: Path) -> Program:
    """Two claims and a source."""
    (tmp_path / "scheme.yaml").write_text(SCHEME, "utf-8")
    marks = Marks("One two three four five six.\n")
    marks.mark_each(("claim", "One"), ("claim", "two")).mark("a3", "source", "three").write(tmp_path / "town.txt")
    program = start_again(tmp_path)
    program.session.select("a3")
    return program


def rows(program: Program) -> QTableView:
    return program.part(QTableView, "annotationsList")


def told(program: Program) -> list[str]:
    model = rows(program).model()
    return [model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(model.rowCount())]


def by_label(program: Program) -> None:
    program.part(QWidget, "annotationsOrder").setFocus()
    program.press(Key.Key_Down)
    program.press(Key.Key_B)
    rows(program).setFocus()


def go_to_row(program: Program, row: int) -> None:
    program.press(Key.Key_Home)
    while rows(program).currentIndex().row() < row:
        before = rows(program).currentIndex().row()
        program.press(Key.Key_Down)
        assert rows(program).currentIndex().row() > before


def show_columns(program: Program) -> None:
    for action in program.part(QMenu, "columnsMenu").actions():
        action.trigger()


def test_left_once_more_leaves_a_closed_group_closed(program: Program) -> None:
    by_label(program)
    go_to_row(program, 1)
    program.press(Key.Key_Left, times=2)
    assert told(program)[0] == "claim, 2, closed"
    assert rows(program).currentIndex().row() == 0


def test_what_is_undone_in_a_closed_group_is_no_longer_counted_there(program: Program) -> None:
    by_label(program)
    program.view.setFocus()
    program.select("four")
    program.type("c")
    rows(program).setFocus()
    go_to_row(program, 1)
    program.press(Key.Key_Left)
    assert told(program)[0] == "claim, 3, closed"
    program.view.setFocus()
    program.press(Key.Key_Z, CTRL)
    assert told(program) == ["claim, 2, closed", "source, 1", "source, three, paragraph 1"]


def test_the_last_of_a_group_is_removed_above_a_closed_one(program: Program) -> None:
    by_label(program)
    go_to_row(program, 4)
    program.press(Key.Key_Left)
    go_to_row(program, 1)
    program.press(Key.Key_Delete)
    program.press(Key.Key_Delete)
    assert told(program) == ["source, 1, closed"]
    assert [words for _label, words in program.marks] == ["three"]
    assert rows(program).currentIndex().row() == 0


def test_headings_go_across_all_columns(program: Program) -> None:
    show_columns(program)
    by_label(program)
    view = rows(program)
    image = view.grab().toImage()
    go_to_row(program, 1)
    program.press(Key.Key_Left)
    assert view.grab().toImage() != image
    assert told(program) == ["claim, 2, closed", "source, 1", "source, three, paragraph 1"]


def test_low_and_high_are_the_value_of_a_range(program: Program) -> None:
    show_columns(program)
    program.session.select(program.document.in_text_order()[0].id, show=True)
    program.view.setFocus()
    program.press(Key.Key_Return)
    program.press(Key.Key_Tab)
    program.type("3")
    program.press(Key.Key_Tab)
    program.type("5")
    program.press(Key.Key_Tab)
    assert rows(program).model().index(0, 1).data() == "3–5"


def test_a_relation_is_told_in_its_column_at_once(program: Program) -> None:
    show_columns(program)
    linked = rows(program).model().index(0, 3)
    assert linked.data() == ""
    painted = rows(program).grab().toImage()
    program.session.select(program.document.in_text_order()[0].id, show=True)
    program.view.setFocus()
    program.press(Key.Key_L)
    program.type("three")
    program.press(Key.Key_Return)
    assert linked.data() == "three"
    assert rows(program).grab().toImage() != painted


def test_a_letter_without_a_selected_row_changes_nothing(program: Program) -> None:
    program.session.select(None)
    rows(program).setFocus()
    rows(program).clearSelection()
    before = program.document
    program.press(Key.Key_X)
    assert program.document is before
