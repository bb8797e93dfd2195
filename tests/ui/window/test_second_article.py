"""A second article beside the one that is edited: read only, with its marks, following its files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDockWidget, QLabel, QMenu, QTableView

from annotator.ui.article_page.article_divider import Both
from annotator.ui.article_page.second_page import SecondPage
from annotator.ui.article_view.second_view import SecondView
from annotator.ui.panels.articles.panel import ArticlesPanel
from annotator.ui.widgets.keyboard import take_keyboard
from annotator.ui.widgets.lists.rows_view import RowsView
from tests.support.marked_articles import Marks
from tests.support.program import CTRL, SHIFT, Key, Program, saved_marks, sidecar_of
from tests.support.stories import OTHER, bytes_below, write_folder

Start = Callable[..., Program]
WORDS = "Thousands of people left the town"
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def first(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    return write_folder(folder)


@pytest.fixture
def other(first: Path) -> Path:
    return first.with_name("zebra.md")


@pytest.fixture
def marked(other: Path) -> Path:
    """The other article with one annotation in its sidecar."""
    return Marks(OTHER).mark("b1", "source", "Nobody").write(other)


@pytest.fixture
def program(start_again: Start, marked: Path, first: Path) -> Program:
    """The first article open, and the other one beside it."""
    program = start_again(first)
    program.press(Key.Key_F8)
    program.wait_for(lambda: is_shown(program))
    return program


def is_shown(program: Program) -> bool:
    pages = program.window.findChildren(SecondPage)
    return bool(pages) and pages[0].isVisible()


def view_of(program: Program) -> SecondView:
    return program.part(SecondView, "secondView")


def header(program: Program) -> tuple[str, str]:
    return program.part(QLabel, "secondName").text(), program.part(QLabel, "secondAbout").text()


def contents(folder: Path) -> dict[str, tuple[bytes, int]]:
    """The articles and their sidecars; not the locks, by which programs see each other."""
    return {path: content for path, content in bytes_below(folder).items() if ".annotator" not in path}


def resize(program: Program, width: int) -> None:
    program.window.resize(width, 600)
    program.wait_for(lambda: program.window.width() == width)


def test_it_is_opened_from_the_list_and_read_with_its_marks(start_again: Start, marked: Path, first: Path) -> None:
    program = start_again(first)
    rows = program.part(RowsView, "articlesList")
    at = rows.visualRect(rows.model().index(1, 0)).center()
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.RightButton, Qt.KeyboardModifier.NoModifier, at)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, rows.viewport().mapToGlobal(at))
    QApplication.sendEvent(rows.viewport(), event)
    menu = next(menu for menu in program.part(ArticlesPanel).findChildren(QMenu, "articleMenu") if menu.isVisible())
    menu.hide()
    next(action for action in menu.actions() if action.text().replace("&", "") == "Open beside").trigger()
    program.wait_for(lambda: is_shown(program))
    assert header(program) == ("zebra.md", "Read only · 1 annotation")
    assert program.opened == "town.txt"
    assert program.said == "zebra.md stands beside, to be read"
    assert view_of(program).colours("source").sign == "S"


def test_the_keyboard_reaches_it_and_changes_nothing(program: Program, first: Path) -> None:
    before = contents(first.parent)
    program.press(Key.Key_F6)
    program.wait_for(view_of(program).hasFocus)
    program.press(Key.Key_Home, CTRL)
    program.select_on(6)
    assert view_of(program).textCursor().selectedText() == "Anothe"
    for key in (Key.Key_C, Key.Key_S, Key.Key_Delete, Key.Key_1, Key.Key_Return, Key.Key_Space):
        program.press(key)
    program.press(Key.Key_Z, CTRL)
    assert program.marks == []
    assert program.session.selection is None
    program.press(Key.Key_Escape)
    program.wait_for(lambda: not is_shown(program))
    program.wait_for(program.view.hasFocus)
    program.close()
    assert contents(first.parent) == before


def test_the_first_is_edited_meanwhile(program: Program, first: Path, marked: Path) -> None:
    before = sidecar_of(marked).read_bytes()
    program.select(WORDS)
    program.type("c")
    program.wait_saved()
    assert saved_marks(first) == [("claim", WORDS)]
    assert sidecar_of(marked).read_bytes() == before
    assert header(program) == ("zebra.md", "Read only · 1 annotation")


def test_tab_and_clicks_frame_its_annotations(program: Program) -> None:
    view = view_of(program)
    take_keyboard(view)
    program.press(Key.Key_Tab)
    assert header(program) == ("zebra.md", "source")
    framed = view.framed()
    assert framed is not None
    assert OTHER[framed.span.start : framed.span.end] == "Nobody"
    assert program.session.selected_annotation is None
    cursor = QTextCursor(view.document())
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.cursorRect(cursor).center() + QPoint(9, 0))
    assert view.framed() is None
    cursor.setPosition(framed.span.start + 2)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.cursorRect(cursor).center())
    assert view.framed() == framed


def test_its_words_are_copied_as_they_are_in_the_file(program: Program, other: Path) -> None:
    other.write_text("Rain\u00a0fell.\n", "utf-8")
    program.wait_for(lambda: view_of(program).document().characterCount() == len("Rain fell.\n") + 1)
    take_keyboard(view_of(program))
    program.press(Key.Key_A, CTRL)
    program.press(Key.Key_C, CTRL)
    assert QApplication.clipboard().text() == "Rain\u00a0fell.\n"


def test_find_acts_where_the_keyboard_is(program: Program) -> None:
    view, word = view_of(program), OTHER.split()[-1].strip(".")
    take_keyboard(view)
    program.press(Key.Key_F, CTRL)
    assert program.part(SecondPage).isAncestorOf(QApplication.focusWidget())
    program.type(word)
    program.press(Key.Key_Return)
    program.wait_for(view.hasFocus)
    assert view.textCursor().selectedText() == word
    assert program.session.selection is None
    program.press(Key.Key_Home, CTRL)
    program.press(Key.Key_F3)
    assert view.textCursor().selectedText() == word
    program.press(Key.Key_Escape)
    assert is_shown(program)
    program.press(Key.Key_Escape)
    program.wait_for(lambda: not is_shown(program))
    program.select(WORDS)
    assert program.session.selection is not None


def test_it_has_a_context_menu_to_read_with(program: Program, other: Path) -> None:
    view, clipboard = view_of(program), QApplication.clipboard()
    for title, copied in (("Copy with its source", f"“Nobody” – {other.name}, paragraph "), ("Copy", "Nobody")):
        menu = menu_over(view, OTHER.index("Nobody") + 2)
        entries = {action.text().replace("&", ""): action for action in menu.actions()}
        assert list(entries) == ["Copy", "Copy with its source", "Select all", "Find…", "Swap the two articles"]
        QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(entries[title]).center())
        assert clipboard.text().startswith(copied)
        cursor = view.textCursor()
        cursor.setPosition(OTHER.index("Nobody"))
        cursor.movePosition(QTextCursor.MoveOperation.EndOfWord, QTextCursor.MoveMode.KeepAnchor)
        view.setTextCursor(cursor)
    assert program.said == "Copied with its source"
    assert program.marks == []


def test_its_words_are_copied_with_their_source_by_the_key(program: Program, other: Path) -> None:
    take_keyboard(view_of(program))
    program.press(Key.Key_C, CTRL | SHIFT)
    assert program.said == "Select some text or an annotation first"
    program.press(Key.Key_Tab)
    program.press(Key.Key_C, CTRL | SHIFT)
    assert QApplication.clipboard().text().startswith(f"“Nobody” – {other.name}, paragraph ")


def menu_over(view: SecondView, position: int) -> QMenu:
    cursor = QTextCursor(view.document())
    cursor.setPosition(position)
    at = view.cursorRect(cursor).center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, view.viewport().mapToGlobal(at))
    QApplication.sendEvent(view.viewport(), event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def test_it_follows_its_files(program: Program, other: Path) -> None:
    sidecar = sidecar_of(other)
    text = sidecar.read_text("utf-8")
    sidecar.unlink()
    program.wait_for(lambda: header(program)[1] == "Read only · No annotations")
    sidecar.write_text(text, "utf-8")
    program.wait_for(lambda: header(program)[1] == "Read only · 1 annotation")
    other.unlink()
    program.wait_for(lambda: "annotation" not in header(program)[1])
    assert view_of(program).toPlainText().startswith("Another story")
    other.write_text(OTHER, "utf-8")
    program.wait_for(lambda: header(program)[1] == "Read only · 1 annotation")


def test_the_two_are_swapped(program: Program, first: Path, marked: Path) -> None:
    program.select(WORDS)
    program.type("c")
    program.press(Key.Key_F8, SHIFT)
    program.wait_opened("zebra.md")
    program.wait_for(lambda: header(program) == ("town.txt", "Read only · 1 annotation"))
    program.wait_for(program.view.hasFocus)
    program.select("the café")
    program.type("f")
    program.wait_saved()
    assert saved_marks(marked) == [("source", "Nobody"), ("figure", "the café")]
    QTest.mouseClick(program.part(QAbstractButton, "swapArticles"), Qt.MouseButton.LeftButton)
    program.wait_opened("town.txt")
    program.wait_for(lambda: header(program) == ("zebra.md", "Read only · 2 annotations"))
    assert saved_marks(first) == [("claim", WORDS)]


def test_without_a_second_there_is_nothing_to_swap(start_again: Start, first: Path) -> None:
    program = start_again(first)
    program.press(Key.Key_F8, SHIFT)
    assert program.said == "There is no second article"
    assert program.opened == "town.txt"


def test_a_window_too_narrow_for_two_says_so(start_again: Start, first: Path) -> None:
    program = start_again(first)
    resize(program, 900)
    program.press(Key.Key_F8)
    assert program.said == "The window is too narrow for two articles: make it wider or the text smaller"
    assert not is_shown(program)


def test_it_is_put_away_while_the_window_is_narrow(program: Program) -> None:
    take_keyboard(view_of(program))
    resize(program, 900)
    program.wait_for(lambda: not is_shown(program))
    assert program.said == "The second article is hidden until the window is wide enough for two"
    program.wait_for(program.view.hasFocus)
    resize(program, 1200)
    program.wait_for(lambda: is_shown(program))
    assert header(program)[0] == "zebra.md"


def test_it_is_there_at_the_next_start(program: Program, start_again: Start, first: Path) -> None:
    program.close()
    again = start_again(first)
    again.wait_for(lambda: is_shown(again))
    assert header(again) == ("zebra.md", "Read only · 1 annotation")
    QTest.mouseClick(again.part(QAbstractButton, "closeSecond"), Qt.MouseButton.LeftButton)
    assert not is_shown(again)
    again.close()
    assert not is_shown(start_again(first))


def test_the_panels_have_their_widths_again_afterwards(start_again: Start, first: Path) -> None:
    program = start_again(first)
    resize(program, 1440)
    docks = [program.part(QDockWidget, name) for name in ("articlesDock", "annotationsDock")]
    before = [dock.width() for dock in docks]
    program.press(Key.Key_F8)
    program.wait_for(lambda: is_shown(program))
    program.wait_for(lambda: [dock.width() for dock in docks] != before)
    program.press(Key.Key_F8)
    program.wait_for(lambda: [dock.width() for dock in docks] == before)


def test_one_that_cannot_be_read_is_not_opened(start_again: Start, first: Path, other: Path) -> None:
    program = start_again(first)
    other.write_bytes(bytes(range(256)) * 4)
    rows = program.part(QTableView, "articlesList")
    rows.selectRow(1)
    program.press(Key.Key_F8)
    program.wait_for(lambda: "stands beside" not in program.said and bool(program.said))
    assert not is_shown(program)


def test_the_two_have_their_shares_again_at_the_next_start(program: Program, start_again: Start, first: Path) -> None:
    resize(program, 1900)
    divider = program.part(Both).handle(1)
    middle = divider.rect().center()
    QTest.mousePress(divider, Qt.MouseButton.LeftButton, pos=middle)
    QTest.mouseMove(divider, middle + QPoint(120, 0))
    QTest.mouseRelease(divider, Qt.MouseButton.LeftButton, pos=middle)
    share = share_of_second(program)
    assert share < 0.45
    program.close()
    again = start_again(first)
    resize(again, 1900)
    again.wait_for(lambda: is_shown(again) and abs(share_of_second(again) - share) < 0.02)


def share_of_second(program: Program) -> float:
    first, second = program.part(Both).sizes()
    return second / (first + second)
