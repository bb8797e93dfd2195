"""The window as a whole: names for assistive technology, what it remembers, what it asks."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QDockWidget,
    QLabel,
    QLineEdit,
    QMenu,
    QMenuBar,
    QPlainTextEdit,
    QProgressBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from annotator.storage.program.resources import samples
from annotator.ui.start_page.recent_folders import RecentRow
from tests.support.dialogs import opened_menus
from tests.support.program import ALT, CTRL, SHIFT, Key, Program, saved_marks
from tests.support.stories import write_folder

Start = Callable[..., Program]
NAMES = ("mainWindow", "articleView", "articlesList", "annotationsList", "detailsPanel", "labelBar")
SHOWING = (QAbstractButton, QAbstractItemView, QLineEdit, QPlainTextEdit, QLabel, QDockWidget, QMenu)


def nameless(window: QWidget) -> list[str]:
    """The widgets that can be seen and either take the focus or show something, without a name."""
    found = []
    for widget in [window, *window.findChildren(QWidget)]:
        shows = isinstance(widget, SHOWING) or widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        if widget.isVisible() and shows and not named(widget):
            found.append(f"{type(widget).__name__} {widget.objectName()} in {type(widget.parent()).__name__}")
    return found


def named(widget: QWidget) -> bool:
    """Whether a screen reader has something to say; Qt itself names labels, buttons and docks by their text."""
    if widget.objectName().startswith("qt_") or widget.parent() is None:
        return True  # Qt's own: viewports, containers of scroll bars, buttons that extend
    own = widget.accessibleName() or widget.windowTitle()
    if isinstance(widget, QLabel) and not widget.text():
        return True  # it shows nothing
    return bool(own or (isinstance(widget, QLabel | QAbstractButton) and widget.text()))


def test_every_widget_has_an_accessible_name(start_again: Start, tmp_path: Path) -> None:
    write_folder(tmp_path)
    program = start_again(tmp_path)
    program.type("c")
    program.press(Key.Key_F, CTRL)
    assert nameless(program.window) == []


def test_the_start_page_has_accessible_names(start: Start) -> None:
    program = start()
    assert nameless(program.window) == []


@pytest.mark.parametrize(
    ("key", "modifiers"),
    [(Key.Key_K, CTRL), (Key.Key_F1, Qt.KeyboardModifier.NoModifier), (Key.Key_Comma, CTRL)],
    ids=["palette", "keys", "settings"],
)
def test_dialogs_have_accessible_names(
    start_again: Start, tmp_path: Path, key: Qt.Key, modifiers: Qt.KeyboardModifier
) -> None:
    write_folder(tmp_path)
    program = start_again(tmp_path)
    before = {widget for widget in QApplication.topLevelWidgets() if widget.isVisible()}
    program.press(key, modifiers)
    opened = [w for w in QApplication.topLevelWidgets() if w.isVisible() and w not in before]
    dialog = opened[0] if opened else program.part(QWidget, "commandPalette")
    program.wait_for(dialog.isActiveWindow)
    assert nameless(dialog) == []
    program.press(Key.Key_Escape)
    program.wait_for(lambda: not dialog.isVisible())


def test_object_names(start_again: Start, tmp_path: Path) -> None:
    write_folder(tmp_path)
    program = start_again(tmp_path)
    found = {program.window.objectName(), *(w.objectName() for w in program.window.findChildren(QWidget))}
    assert found >= set(NAMES)


def test_an_unnamed_widget_would_be_found(start: Start) -> None:
    program = start()
    intruder = QLineEdit(program.window)
    intruder.show()
    assert nameless(program.window) == ["QLineEdit  in MainWindow"]


def test_labels_never_take_their_text_for_markup(start_again: Start, tmp_path: Path) -> None:
    name = "<b>bold<b> &amp; <img src=x>.txt"
    (tmp_path / name).write_text("<h1>Title</h1>\n\n<i>Text</i> here.", "utf-8")
    program = start_again(tmp_path)
    program.type("c")
    assert all(label.textFormat() == Qt.TextFormat.PlainText for label in program.window.findChildren(QLabel))
    assert program.opened == name


def test_panes_are_gone_through_with_f6(start_again: Start, tmp_path: Path) -> None:
    write_folder(tmp_path)
    program = start_again(tmp_path)
    program.type("c")
    seen = []
    for _ in range(5):
        program.press(Key.Key_F6)
        focus = QApplication.focusWidget()
        assert focus is not None
        seen.append(focus)
    assert len(set(seen)) >= 4
    for expected in seen[-2::-1]:
        program.press(Key.Key_F6, SHIFT)
        assert QApplication.focusWidget() is expected


def test_where_it_was_left(start: Start, tmp_path: Path) -> None:
    write_folder(tmp_path)
    program = start(tmp_path)
    program.press(Key.Key_Down, ALT)
    program.wait_opened("zebra.md")
    program.go_to(9)
    program.window.resize(1100, 700)
    program.part(QDockWidget, "annotationsDock").hide()
    program.press(Key.Key_Equal, CTRL)
    unit = program.view.measure.unit
    program.close()
    again = start(tmp_path)
    assert again.opened == "zebra.md"
    assert again.session.caret.position == 9
    assert again.window.size().width() == 1100
    assert not again.part(QDockWidget, "annotationsDock").isVisible()
    assert again.view.measure.unit == unit > 1


def test_the_first_window_fits_the_screen(start: Start) -> None:
    program = start()
    room = program.window.screen().availableSize()
    assert program.window.width() <= room.width()
    assert program.window.height() <= room.height()


def test_an_article_opens_with_its_folder(start_again: Start, tmp_path: Path) -> None:
    write_folder(tmp_path)
    program = start_again(tmp_path / "zebra.md")
    assert program.opened == "zebra.md"
    program.press(Key.Key_Up, ALT)
    program.wait_opened("town.txt")
    program.press(Key.Key_Up, ALT)
    assert program.said == "This is the first article"


def test_the_annotations_status_and_title_follow(start_again: Start, tmp_path: Path) -> None:
    write_folder(tmp_path)
    program = start_again(tmp_path)
    assert program.window.windowTitle() == "town.txt — Annotator"
    program.type("c")
    program.wait_saved()
    assert program.said == "Tagged “Harbour” as claim"


def test_keys_do_nothing_where_no_article_is_open(start: Start) -> None:
    program = start()
    for key in (Key.Key_C, Key.Key_Period, Key.Key_Comma, Key.Key_BracketLeft, Key.Key_Delete, Key.Key_N):
        program.press(key)
    for key in (Key.Key_Z, Key.Key_F, Key.Key_A, Key.Key_C):
        program.press(key, CTRL)
    for key in (Key.Key_Down, Key.Key_Up):
        program.press(key, ALT)
    assert program.session.current is None


def test_without_an_article_there_is_nothing_to_select_and_no_caret(start: Start, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    write_folder(tmp_path)
    program = start()
    view = program.window.findChild(QPlainTextEdit, "articleView")
    bar = program.window.findChild(QWidget, "labelBar")
    assert isinstance(view, QPlainTextEdit)
    assert isinstance(bar, QWidget)
    program.window.open(tmp_path / "empty")
    program.wait_for(bar.isVisible)
    hints = [label for label in bar.findChildren(QLabel) if label.text().startswith("Select text")]
    assert view.cursorWidth() == 0
    assert not any(hint.isVisible() for hint in hints)
    program.window.open(tmp_path)
    program.wait_for(lambda: bool(program.opened))
    assert view.cursorWidth() > 0
    assert all(hint.isVisible() for hint in hints)
    assert hints


@pytest.mark.parametrize("damage", ["name", "pipe"])
def test_damaged_settings_do_not_keep_the_window_shut(qtbot: QtBot, tmp_path: Path, damage: str) -> None:
    (tmp_path / "folder").mkdir()
    article, settings = write_folder(tmp_path / "folder"), tmp_path / "settings.json"
    if damage == "name":
        settings.write_text('{"annotator": "../../x"}')
    elif sys.platform != "win32":
        os.mkfifo(settings)
    program = Program(qtbot, settings)
    program.start(article)
    program.type("c")
    program.wait_saved()
    assert "defaults" in program.banners["settings"]
    assert saved_marks(article) == [("claim", "Harbour")]
    program.close()


def test_a_folder_stands_once_among_the_recent_whatever_its_spelling(start: Start, tmp_path: Path) -> None:
    (tmp_path / "news").mkdir()
    write_folder(tmp_path / "news")
    (tmp_path / "link").symlink_to(tmp_path / "news")
    program = start(tmp_path / "news")
    program.window.navigation.open(tmp_path / "link")
    program.wait_for(lambda: recent_in(program) == [f"link – {tmp_path}"])
    program.window.navigation.open(Path(f"/{tmp_path}/news/../news"))
    program.wait_for(lambda: recent_in(program) == [f"news – {tmp_path}"])


def recent_in(program: Program) -> list[str]:
    opened_menus(program.part(QMenuBar, "menuBar"))
    menu = program.part(QMenu, "menuOpenrecent")
    menu.aboutToShow.emit()
    return [action.text().replace("&", "") for action in menu.actions()]


def test_how_far_a_folder_has_come_is_remembered(start: Start, tmp_path: Path) -> None:
    folder = tmp_path / "news"
    folder.mkdir()
    program = start(write_folder(folder))
    program.press(Key.Key_Return, CTRL)
    program.wait_saved()
    bar = program.part(QProgressBar, "articlesProgress")
    program.wait_for(lambda: bar.accessibleName().startswith("1 of 2 done"))
    program.close()
    folder.rename(tmp_path / "away")  # so that the start page is shown
    again = start()
    again.wait_for(lambda: again.window.findChild(RecentRow) is not None)
    assert again.part(RecentRow).accessibleName() == "news, 1 of 2 done"


def test_the_samples_are_opened_as_a_copy_of_ones_own(start: Start) -> None:
    program = start()
    program.part(QAction, "open_samples").trigger()
    program.wait_for(lambda: program.session.current is not None)
    opened = program.session.path
    assert opened is not None
    assert opened.parent.name == "samples"
    assert opened.parent != samples()
