"""Groups of the list that close and open, and columns beside the words, by keys and mouse, on the sample."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QTableView, QWidget

from annotator.session.editing.values.values import Values
from annotator.storage.program.resources import samples
from tests.support.program import CTRL, Key, Program, sidecar_of

Start = Callable[..., Program]
SAMPLE = "aleppo-evacuation.txt"
SAID = Qt.ItemDataRole.AccessibleTextRole


@pytest.fixture
def program(start_again: Start, tmp_path: Path) -> Program:
    for file in (samples() / SAMPLE, sidecar_of(samples() / SAMPLE)):
        shutil.copy(file, tmp_path)
    program = start_again(tmp_path)
    program.wait_opened(SAMPLE)
    return program


def view_of(program: Program) -> QTableView:
    return program.part(QTableView, "annotationsList")


def told(program: Program) -> list[str]:
    model = view_of(program).model()
    return [model.index(row, 0).data(SAID) for row in range(model.rowCount())]


def headings(program: Program) -> list[str]:
    """The rows that arrow keys do not reach, and those of closed groups."""
    model = view_of(program).model()
    open_ones = [not model.index(row, 0).flags() for row in range(model.rowCount())]
    return [words for words, is_open in zip(told(program), open_ones, strict=True) if is_open or "closed" in words]


def choose(program: Program, *keys: Qt.Key) -> None:
    """Open the menu of the order by a key and choose by letters."""
    program.part(QWidget, "annotationsOrder").setFocus()
    program.press(Key.Key_Down)
    for key in keys:
        program.press(key)


def test_by_verdict_those_without_one_come_last(program: Program) -> None:
    choose(program, Key.Key_V)
    assert headings(program) == ["supported, 1", "No verdict, 108"]
    claim = next(a for a in program.document.in_text_order() if a.label == "claim" and "verdict" not in a.attributes)
    Values(program.session).set([claim.id], "verdict", "refuted")
    assert headings(program) == ["supported, 1", "refuted, 1", "No verdict, 107"]
    program.view.setFocus()
    program.press(Key.Key_Z, CTRL)
    assert headings(program) == ["supported, 1", "No verdict, 108"]


def test_by_source_claims_stand_under_who_says_them(program: Program) -> None:
    choose(program, Key.Key_S)
    rows = told(program)
    under = rows.index(next(row for row in rows if row.startswith("Marianne Gasser")))
    following = rows[under + 1 : under + 4]
    assert any(row.startswith("source, Marianne Gasser") for row in following)
    assert any(row.startswith("claim, ") for row in following)
    assert headings(program)[-1].startswith("No source, ")


def test_by_part_each_stands_under_the_innermost(program: Program) -> None:
    choose(program, Key.Key_P)
    assert [name.partition(":")[0] for name in headings(program)[:3]] == ["headline", "duplicate", "standfirst"]
    assert [row.partition(",")[0] for row in told(program)[1:4]] == ["part", "claim", "figure"]


def test_a_group_closes_and_opens_by_keys(program: Program) -> None:
    choose(program, Key.Key_B)
    view, before = view_of(program), told(program)
    view.setFocus()
    program.press(Key.Key_Home)
    program.press(Key.Key_Down)
    program.press(Key.Key_Left)
    assert told(program)[0] == f"{before[0]}, closed"
    assert view.currentIndex().row() == 0
    program.press(Key.Key_Delete)
    assert len(program.document.annotations) == 109
    program.press(Key.Key_Down)
    assert told(program)[view.currentIndex().row()].startswith("source, ")
    program.press(Key.Key_Up)
    program.press(Key.Key_Right)
    assert told(program) == before
    assert view.currentIndex().row() == 1


def test_a_click_on_a_heading_closes_and_opens_its_group(program: Program) -> None:
    choose(program, Key.Key_B)
    view, before = view_of(program), told(program)
    for closed in (True, False):
        program.click_at(view.viewport(), view.visualRect(view.model().index(0, 0)).center())
        assert (told(program)[0].endswith("closed"), told(program) == before) == (closed, not closed)


def test_what_is_marked_in_a_closed_group_is_counted_there(program: Program) -> None:
    choose(program, Key.Key_B)
    choose(program, Key.Key_C)
    rows = told(program)
    assert all(row.endswith("closed") for row in rows)
    program.view.setFocus()
    program.select("video")
    program.type("s")
    count = [int(row.split(", ")[1]) for row in told(program)]
    assert sum(count) == 110
    assert told(program)[view_of(program).currentIndex().row()].startswith("source, ")
    choose(program, Key.Key_O)
    assert len(told(program)) == 110 + len(rows)


def test_relations_made_later_group_anew(program: Program) -> None:
    choose(program, Key.Key_S)
    before = headings(program)[-1]
    relation = next(r for r in program.document.relations.values() if r.type == "attributed_to")
    program.session.select(relation.source, show=True)
    view_of(program).setFocus()
    program.press(Key.Key_Delete)
    program.view.setFocus()
    program.press(Key.Key_Z, CTRL)
    assert headings(program)[-1] == before


def columns(program: Program) -> list[str]:
    model = view_of(program).model()
    names = (model.headerData(number, Qt.Orientation.Horizontal) for number in range(1, model.columnCount()))
    return [str(name) for name in names]


def test_columns_are_chosen_by_keys_and_remembered(start_again: Start, program: Program) -> None:
    choose(program, Key.Key_L)
    program.press(Key.Key_V)
    choose(program, Key.Key_L)
    program.press(Key.Key_L)
    assert columns(program) == ["Value", "Linked"]
    header = view_of(program).horizontalHeader()
    assert header.isVisible()
    program.close()
    again = start_again()
    again.wait_opened(SAMPLE)
    assert columns(again) == ["Value", "Linked"]


def test_cells_tell_value_links_note_and_time(program: Program) -> None:
    menu = program.part(QMenu, "columnsMenu")
    for action in menu.actions():
        action.trigger()
    assert columns(program) == ["Value", "Verdict", "Linked", "Note", "Created"]
    model = view_of(program).model()
    row = next(row for row, words in enumerate(told(program)) if words.startswith("figure, more than 40"))
    value, verdict, linked, _note, created = (model.index(row, column).data() for column in range(1, 6))
    assert (value, verdict) == ("40", "")
    assert linked.startswith("Around 3,000 civilians")
    assert "2026" in created


def test_the_menu_of_columns_opens_on_their_header_and_widths_are_remembered(
    start_again: Start, program: Program
) -> None:
    menu = program.part(QMenu, "columnsMenu")
    menu.actions()[0].trigger()
    header = view_of(program).horizontalHeader()
    header.customContextMenuRequested.emit(QPoint(5, 5))
    assert menu.isVisible()
    program.press(Key.Key_Escape)
    header.resizeSection(1, 90)
    program.close()
    again = start_again()
    again.wait_opened(SAMPLE)
    assert view_of(again).horizontalHeader().sectionSize(1) == 90


def test_everything_selected_is_relabelled_in_several_columns(program: Program) -> None:
    program.part(QMenu, "columnsMenu").actions()[0].trigger()
    view_of(program).setFocus()
    program.press(Key.Key_A, CTRL)
    program.type("z")
    assert {label for label, _words in program.marks} == {"part", "claim"}  # one claim has the place of a part
    program.view.setFocus()
    program.press(Key.Key_Z, CTRL)
    assert len({label for label, _words in program.marks}) > 1
