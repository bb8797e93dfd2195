"""A desk keeps its articles in folders by month: they are gone through by keys, once by mouse, and found again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMenu

from annotator.ui.article_page.second_page import SecondPage
from annotator.ui.panels.articles.panel import ArticlesPanel
from annotator.ui.widgets.lists.rows_view import RowsView
from annotator.ui.window.split_area import SplitArea
from tests.support.program import ALT, CTRL, Key, Program, sidecar_of
from tests.ui.dragging import carrying, drop_on

Start = Callable[..., Program]
SCHEME = "format: annotation-scheme\nversion: 1\nid: desk\nlabels:\n- id: fact\n  key: c\n"
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    top = tmp_path / "desk"
    for name in ("2026-9/ferry.txt", "2026-10/bridge.txt", "2026-10/tram.txt", "2026-10/late/harbour.txt"):
        (top / name).parent.mkdir(parents=True, exist_ok=True)
        (top / name).write_text(f"The {Path(name).stem} costs 12 million\n\nThe council said so.\n", "utf-8")
    (top / "scheme.yaml").write_text(SCHEME)
    return top


@pytest.fixture
def program(start: Start, desk: Path) -> Program:
    program = start()
    program.window.open(desk)
    program.wait_opened("ferry.txt")
    program.wait_for(lambda: len(rows(program)) == 7)
    return program


def rows(program: Program) -> list[str]:
    model = program.part(RowsView, "articlesList").model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def keyboard_to_list(program: Program, name: str) -> RowsView:
    view = program.part(RowsView, "articlesList")
    view.setFocus()
    view.selectRow(rows(program).index(name))
    return view


def test_through_the_folders_by_keys(program: Program, start: Start, desk: Path) -> None:
    assert rows(program) == ["2026-9", "ferry", "2026-10", "bridge", "tram", "2026-10/late", "harbour"]
    program.press(Key.Key_Down, ALT)
    program.wait_opened("bridge.txt")
    program.select("12 million")
    program.type("c")  # by the scheme of the folder above
    program.wait_saved()
    assert program.marks == [("fact", "12 million")]
    program.press(Key.Key_Return, CTRL)
    program.wait_opened("tram.txt")
    assert sidecar_of(desk / "2026-10" / "bridge.txt").exists()
    keyboard_to_list(program, "harbour")
    program.press(Key.Key_Left)
    assert rows(program) == ["2026-9", "ferry", "2026-10", "bridge", "tram", "2026-10/late"]
    program.type("harb")  # in the filter, which looks into what is closed
    assert rows(program) == ["2026-10/late", "harbour"]
    program.press(Key.Key_Down)
    program.press(Key.Key_Down)
    program.press(Key.Key_Return)
    program.wait_opened("harbour.txt")
    program.close()
    again = start()
    again.window.open(None)
    again.wait_opened("harbour.txt")
    again.wait_for(lambda: len(rows(again)) == 6)
    assert rows(again) == ["2026-9", "ferry", "2026-10", "bridge", "tram", "2026-10/late"]


def test_the_recent_folders_tell_how_far_they_have_come(program: Program, start: Start) -> None:
    program.press(Key.Key_Return, CTRL)
    program.wait_opened("bridge.txt")
    program.close()
    again = start()
    again.part(QMenu, "menuFile").aboutToShow.emit()
    menu = again.part(QMenu, "menuOpenrecent")
    menu.aboutToShow.emit()
    assert menu.actions()[0].text().endswith("1 of 4 done")


def test_headings_by_mouse_and_an_article_beside_the_other(program: Program, desk: Path) -> None:
    program.window.resize(1440, 800)
    view = program.part(RowsView, "articlesList")
    at = view.visualRect(view.model().index(2, 0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    assert rows(program) == ["2026-9", "ferry", "2026-10", "2026-10/late", "harbour"]
    assert program.opened == "ferry.txt"
    area = program.part(SplitArea)
    place = QPoint(area.width() - 30, area.height() // 2)
    drop_on(area, carrying(desk / "2026-10" / "late" / "harbour.txt"), at=place)
    program.wait_for(lambda: any(page.isVisible() for page in program.window.findChildren(SecondPage)))
    assert program.part(QLabel, "secondName").text() == "harbour.txt"
    assert program.part(ArticlesPanel).isVisible()
