"""Relations in Details: followed, removed, given another type and turned round, by keys in the real window."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QMenu, QTableView

from tests.support.program import ALT, CTRL, Program
from tests.ui.linking.linked import CLAIM, choose, links, marked

Key = Qt.Key
WAIT, MAYOR = "We will not wait", "the mayor, Ana Ruiz"


@pytest.fixture
def program(start_again: Callable[..., Program], tmp_path: Path) -> Program:
    """A program in which a claim is attributed to a source and repeats another claim; the first claim is selected."""
    program = marked(start_again, tmp_path)
    for words in ("mayor", "wait"):
        program.press(Key.Key_L)
        program.type(words)
        program.press(Key.Key_Return)
    program.type("1")
    assert links(program) == [(CLAIM, "attributed_to", MAYOR), (CLAIM, "repeats", WAIT)]
    return program


def rows(program: Program) -> list[str]:
    """What the list says of each relation; none while it is hidden."""
    shown = program.part(QAbstractItemView, "relations")
    model = shown.model()
    said = [str(model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)) for row in range(model.rowCount())]
    return said if shown.isVisible() else []


def go_to_list(program: Program) -> None:
    program.part(QAbstractItemView, "relations").setFocus()


def chosen(program: Program) -> str:
    annotation = program.session.selected_annotation
    return program.document.words(annotation) if annotation else ""


def test_a_relation_that_is_turned_round_stays_the_current_one(program: Program) -> None:
    choose(program, WAIT)
    program.press(Key.Key_L)
    program.type("red")
    program.press(Key.Key_Return)
    go_to_list(program)
    program.press(Key.Key_Down)
    as_it_was = ["attributed to, source, The Red Cross", f"repeated by, claim, {CLAIM}"]
    assert rows(program) == as_it_was
    program.type("t")
    assert rows(program) == [f"repeats, claim, {CLAIM}", "attributed to, source, The Red Cross"]
    program.type("t")
    assert rows(program) == as_it_was


def test_both_ways_out_first(program: Program) -> None:
    assert rows(program) == [f"attributed to, source, {MAYOR}", f"repeats, claim, {WAIT}"]
    choose(program, MAYOR)
    assert rows(program) == [f"source of, claim, {CLAIM}"]
    choose(program, "said")
    assert rows(program) == []


def ink(shown: QAbstractItemView, rect: QRect) -> int:
    """How many colours there are in that part of the list."""
    picture = shown.viewport().grab(rect).toImage()
    return len({picture.pixel(x, y) for x in range(picture.width()) for y in range(picture.height())})


def test_the_keys_stand_below_the_current_row_while_it_has_the_keyboard(program: Program) -> None:
    shown = program.part(QTableView, "relations")
    height = shown.rowHeight(0)
    go_to_list(program)
    for row in (0, 1):
        assert [shown.rowHeight(each) > height for each in (0, 1)] == [row == 0, row == 1]
        below = shown.visualRect(shown.model().index(row, 0)).adjusted(0, height, 0, 0)
        assert shown.viewport().rect().contains(below)
        assert ink(shown, below) > 10
        program.press(Key.Key_Down)
    program.view.setFocus()
    assert [shown.rowHeight(each) for each in (0, 1)] == [height, height]


def test_another_annotation_has_no_room_for_the_keys_of_the_one_before(program: Program) -> None:
    shown = program.part(QTableView, "relations")
    height, annotations = shown.rowHeight(0), program.document.annotations
    choose(program, MAYOR)
    for words in (WAIT, MAYOR):
        shown.setFocus()
        program.session.select(next(id for id, one in annotations.items() if words == program.document.words(one)))
        assert shown.rowHeight(0) > height
        program.view.setFocus()
        assert shown.rowHeight(0) == height
    choose(program, CLAIM)
    shown.setFocus()
    program.press(Key.Key_Down)
    program.press(Key.Key_Return)
    program.view.setFocus()
    choose(program, CLAIM)
    assert [shown.rowHeight(row) for row in (0, 1)] == [height, height]


def test_a_click_chooses_the_row_that_it_hits_though_rows_move(program: Program) -> None:
    shown = program.part(QTableView, "relations")
    for row in (1, 0, 1):
        program.click_at(shown.viewport(), shown.visualRect(shown.model().index(row, 0)).topLeft() + QPoint(60, 14))
        assert shown.currentIndex().row() == row
        program.view.setFocus()


def test_enter_goes_there_and_alt_left_comes_back(program: Program) -> None:
    go_to_list(program)
    program.press(Key.Key_Return)
    assert chosen(program) == MAYOR
    program.press(Key.Key_Left, ALT)
    assert chosen(program) == CLAIM
    program.press(Key.Key_Left, ALT)
    assert program.said == "There is no jump along a relation to go back from"


def test_jumps_are_of_the_article_in_which_they_were_made(program: Program, tmp_path: Path) -> None:
    go_to_list(program)
    program.press(Key.Key_Return)
    program.wait_saved()
    article = program.session.path
    assert article
    copy = Path(shutil.copytree(article.parent, tmp_path / "copies")) / article.name
    program.start(copy)
    choose(program, "said")
    program.press(Key.Key_Left, ALT)
    assert (chosen(program), program.said) == ("said", "There is no jump along a relation to go back from")


def test_delete_removes_and_undo_brings_back(program: Program) -> None:
    go_to_list(program)
    program.press(Key.Key_Delete)
    assert links(program) == [(CLAIM, "repeats", WAIT)]
    assert program.said.startswith("Removed the relation attributed to")
    program.press(Key.Key_Delete)
    assert links(program) == []
    assert program.view.hasFocus()
    program.press(Key.Key_Z, CTRL, times=2)
    assert len(links(program)) == 2


def test_another_type_from_the_menu_of_those_that_fit(program: Program) -> None:
    go_to_list(program)
    program.press(Key.Key_R)
    assert program.said == "The scheme allows no other relation between these two in this direction"
    program.press(Key.Key_Down)
    program.press(Key.Key_R)
    menu = program.part(QMenu, "relationTypes")
    assert [action.text().replace("&", "") for action in menu.actions()] == ["contradicts", "updates"]
    menu.actions()[1].trigger()
    menu.close()
    assert (CLAIM, "updates", WAIT) in links(program)
    program.press(Key.Key_Z, CTRL)
    assert (CLAIM, "repeats", WAIT) in links(program)


def test_turned_round_where_the_scheme_allows(program: Program) -> None:
    go_to_list(program)
    program.press(Key.Key_T)
    assert program.said == "The scheme does not allow the relation attributed to between these annotations"
    program.press(Key.Key_Down)
    program.press(Key.Key_T)
    assert (WAIT, "repeats", CLAIM) in links(program)
    assert rows(program) == [f"attributed to, source, {MAYOR}", f"repeated by, claim, {WAIT}"]


def test_a_relation_that_goes_both_ways_is_not_turned_round(program: Program) -> None:
    go_to_list(program)
    program.press(Key.Key_Down)
    program.press(Key.Key_R)
    menu = program.part(QMenu, "relationTypes")
    menu.actions()[0].trigger()
    menu.close()
    program.press(Key.Key_T)
    assert program.said == "“contradicts” goes both ways"
    assert (CLAIM, "contradicts", WAIT) in links(program)


def test_a_letter_without_a_meaning_changes_nothing(program: Program) -> None:
    go_to_list(program)
    before = program.document
    program.press(Key.Key_X)
    assert program.document is before
    assert program.part(QAbstractItemView, "relations").hasFocus()


def test_the_menu_of_the_current_relation_and_none_without_one(program: Program) -> None:
    shown = program.part(QAbstractItemView, "relations")
    where = QPoint(20, 40)
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, where, shown.viewport().mapToGlobal(where))
    QApplication.sendEvent(shown.viewport(), asked)
    assert QApplication.activePopupWidget() is None
    program.click_at(shown.viewport(), where)
    QApplication.sendEvent(shown.viewport(), asked)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    names = {action.text().replace("&", ""): action for action in menu.actions() if action.text()}
    assert list(names) == ["Go to the other end", "Other relation", "Turn round", "Edit what it says", "Remove"]
    names["Turn round"].trigger()
    menu.close()
    assert (WAIT, "repeats", CLAIM) in links(program)


def test_the_pointer_tells_the_words_at_the_other_end(program: Program) -> None:
    model = program.part(QAbstractItemView, "relations").model()
    assert model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole) == MAYOR
    assert model.index(0, 0).data(Qt.ItemDataRole.DecorationRole) is None


def test_an_annotation_that_goes_says_which_relations_went_with_it(program: Program) -> None:
    program.view.setFocus()
    program.press(Key.Key_Delete)
    assert links(program) == []
    assert "2 relations" in program.said
