"""The list of articles by keys: back to the text, nothing to go to, articles that are missing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QMenu

from annotator.session.editing.values.values import Values
from annotator.ui.panels.articles.panel import ArticlesPanel
from annotator.ui.widgets.lists.empty_state import EmptyState
from annotator.ui.widgets.lists.rows_view import RowsView
from annotator.ui.widgets.lists.term_chip import TermChip
from tests.support.program import ALT, CTRL, Key, Program, sidecar_of
from tests.support.stories import write_folder

Start = Callable[..., Program]
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def program(start_again: Start, tmp_path: Path) -> Program:
    """Two articles, town.txt and zebra.md, the first of which is open."""
    write_folder(tmp_path)
    return start_again(tmp_path)


def rows_of(program: Program) -> RowsView:
    return program.part(RowsView, "articlesList")


def field_of(program: Program) -> QLineEdit:
    field = program.part(ArticlesPanel).findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    return field


def names(program: Program) -> list[str]:
    model = rows_of(program).model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def menu_at(program: Program, row: int) -> QMenu | None:
    rows = rows_of(program)
    at = rows.visualRect(rows.model().index(row, 0)).center() if row >= 0 else QPoint(20, rows.height() - 5)
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.RightButton, pos=at)
    rows.customContextMenuRequested.emit(at)
    menus = program.part(ArticlesPanel).findChildren(QMenu, "articleMenu")
    return next((menu for menu in menus if menu.isVisible()), None)


def test_enter_on_the_open_article_goes_back_to_its_text(program: Program) -> None:
    opened = program.session.current
    rows_of(program).setFocus()
    program.press(Key.Key_Return)
    assert program.view.hasFocus()
    assert program.session.current is opened


def test_the_filter_keeps_the_keyboard_where_no_article_matches(program: Program) -> None:
    field_of(program).setFocus()
    program.type("nowhere")
    program.press(Key.Key_Down)
    assert field_of(program).hasFocus()
    program.press(Key.Key_Escape)
    assert names(program) == ["town", "zebra"]


def test_the_way_down_keeps_to_the_open_article(program: Program) -> None:
    program.press(Key.Key_Down, ALT)
    program.wait_opened("zebra.md")
    field_of(program).setFocus()
    program.press(Key.Key_Down)
    assert rows_of(program).hasFocus()
    assert rows_of(program).selected_rows() == [1]


def test_a_sidecar_without_its_article_can_be_shown_but_has_no_status(program: Program, tmp_path: Path) -> None:
    program.type("c")
    program.wait_saved()
    (tmp_path / "lost.annotations.yaml").write_bytes(sidecar_of(tmp_path / "town.txt").read_bytes())
    program.messages.folder = str(tmp_path)
    program.press(Key.Key_O, CTRL)
    program.wait_for(lambda: len(names(program)) == 3)
    tip = str(rows_of(program).model().index(2, 0).data(Qt.ItemDataRole.ToolTipRole))
    assert "lost" in tip
    menu = menu_at(program, 2)
    assert menu is not None
    actions = {action.text().replace("&", ""): action for action in menu.actions() if action.text()}
    enabled = {name: action.isEnabled() for name, action in actions.items()}
    menu.close()
    assert enabled == {
        "Open": True,
        "Open beside": True,
        "Status": False,
        "Show in file manager": True,
        "Copy path": True,
    }


def test_a_filtered_row_tells_what_is_marked_meanwhile(program: Program) -> None:
    field_of(program).setFocus()
    program.type("town")
    assert names(program) == ["town"]
    program.view.setFocus()
    program.select("Thousands")
    program.type("f")
    told = str(rows_of(program).model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole))
    assert told.startswith("town, in work, 1 annotation")
    assert names(program) == ["town"]


def test_with_no_article_selected_there_is_no_menu(program: Program) -> None:
    rows = rows_of(program)
    at = rows.visualRect(rows.model().index(0, 0)).center()
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, CTRL, at)
    assert rows.selected_rows() == []
    rows.customContextMenuRequested.emit(at)
    assert not program.part(ArticlesPanel).findChildren(QMenu, "articleMenu")
    assert program.opened == "town.txt"


def test_the_open_article_alone_gets_its_status_at_once(program: Program) -> None:
    menu = menu_at(program, 0)
    assert menu is not None
    menu.close()
    statuses = menu.findChild(QMenu, "articleStatusMenu")
    assert isinstance(statuses, QMenu)
    next(action for action in statuses.actions() if action.text().replace("&", "") == "Done").trigger()
    assert program.document.status.value == "done"
    assert program.said == "Set the status of 1 article to done"
    program.view.setFocus()
    program.press(Key.Key_Z, CTRL)
    assert program.document.status.value == "new"


def test_articles_are_filtered_by_their_own_facts(program: Program) -> None:
    """The class of the open article is known as soon as it is given, that of others from their sidecars."""
    Values(program.session).set_of_article("verdict", "mixed")
    program.wait_saved()
    field_of(program).setFocus()
    program.type("verdict:mixed ")
    assert names(program) == ["town"]
    Values(program.session).set_of_article("verdict", "credible")
    assert names(program) == []
    message = program.part(ArticlesPanel).findChild(EmptyState).accessibleName()
    assert "No match for “verdict:mixed” 2 articles hidden" in message
    program.press(Key.Key_Escape)
    program.type("-has:verdict ")
    assert names(program) == ["zebra"]


def test_a_term_for_articles_is_completed_by_keys(program: Program) -> None:
    field_of(program).setFocus()
    program.type("verdict:c")
    program.press(Key.Key_Down)
    program.press(Key.Key_Return)
    chips = [chip.text() for chip in field_of(program).findChildren(TermChip) if chip.isVisible()]
    assert chips == ["verdict credible"]
    assert names(program) == []


def test_facts_are_read_from_the_sidecars_of_the_folder(start: Start, tmp_path: Path) -> None:
    write_folder(tmp_path)
    program = start(tmp_path)
    Values(program.session).set_of_article("verdict", "not-credible")
    program.close()
    again = start(tmp_path / "zebra.md")
    again.wait_opened("zebra.md")
    field_of(again).setFocus()
    again.type("verdict:not-credible,mixed status:in-work ")
    again.wait_for(lambda: names(again) == ["town"])
