"""The start page and the command field."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from annotator.model.scheme import Label
from annotator.session.importing.importable import FolderFiles
from annotator.ui.actions.command_field import CommandField
from annotator.ui.start_page.recent_folders import RecentFolder, RecentRow
from annotator.ui.start_page.start_drawing import StartDrawing
from annotator.ui.start_page.start_page import StartPage
from annotator.ui.start_page.start_tile import StartTile
from annotator.ui.theme.look import Look

FOLDERS = (RecentFolder("/news/news-2016", 3, 14), RecentFolder("/news/<i>harbour</i>"))
LABELS = (Label("claim", "c", "#56B4E9", "fill"), Label("source", "s", "#E69F00", "line"))


@pytest.fixture
def look(qapp: QApplication) -> Look:
    return Look(choice="light")


@pytest.fixture
def page(look: Look, qtbot: QtBot) -> StartPage:
    page = StartPage(look, LABELS, 7)
    qtbot.addWidget(page)
    page.show_folders(FOLDERS)
    page.resize(900, 700)
    with qtbot.waitExposed(page):
        page.show()
    return page


def rows(page: StartPage) -> Sequence[RecentRow]:
    return [row for row in page.findChildren(RecentRow) if row.isVisible()]


def tile(page: StartPage, words: str) -> StartTile:
    return next(tile for tile in page.findChildren(StartTile) if tile.text().startswith(words))


def test_it_asks_for_a_folder(page: StartPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.open_requested):
        qtbot.mouseClick(tile(page, "Open folder"), Qt.MouseButton.LeftButton)


def test_it_offers_the_import(page: StartPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.import_requested):
        qtbot.mouseClick(tile(page, "Import…"), Qt.MouseButton.LeftButton)


def test_tiles_show_the_keys_of_their_actions(page: StartPage) -> None:
    keys = {"open_folder": "Ctrl+O", "import": "Ctrl+Shift+I", "open_samples": ""}
    page.show_keys(lambda action: keys[action])
    names = [tile.accessibleName() for tile in page.findChildren(StartTile)]
    assert names == ["Open folder… Ctrl O", "Import… Ctrl Shift I", "Samples"]


@pytest.mark.parametrize(("key", "path"), [("1", FOLDERS[0].path), ("2", FOLDERS[1].path), ("3", None), ("x", None)])
def test_a_digit_opens_a_folder(page: StartPage, qtbot: QtBot, key: str, path: str | None) -> None:
    asked = QSignalSpy(page.folder_requested)
    qtbot.keyClicks(tile(page, "Open folder…"), key)
    assert [asked.at(number)[0] for number in range(asked.count())] == ([path] if path else [])


def test_it_offers_the_samples(page: StartPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.samples_requested):
        qtbot.keyClick(tile(page, "Samples"), Qt.Key.Key_Return)


def test_it_lists_the_folders_that_were_open(page: StartPage, qtbot: QtBot) -> None:
    assert [row.accessibleName() for row in rows(page)] == ["news-2016, 3 of 14 done", "i>"]
    assert [row.accessibleDescription() for row in rows(page)] == [folder.path for folder in FOLDERS]
    with qtbot.waitSignal(page.folder_requested) as asked:
        qtbot.mouseClick(rows(page)[0], Qt.MouseButton.LeftButton)
    assert asked.args == ["/news/news-2016"]


def test_it_lists_five_folders_at_most(page: StartPage, qtbot: QtBot) -> None:
    page.show_folders([RecentFolder(f"/news/{number}") for number in range(9)])
    qtbot.waitUntil(lambda: len(rows(page)) == 5)


def test_a_folder_of_the_user_is_named_from_home(page: StartPage) -> None:
    assert RecentFolder(str(Path.home() / "desk" / "news")).place == "~/desk/news"
    assert RecentFolder("/mnt/news").place == "/mnt/news"


def test_a_folder_is_opened_by_enter_and_reached_by_arrows(page: StartPage, qtbot: QtBot) -> None:
    first, second = rows(page)
    first.setFocus()
    qtbot.waitUntil(first.hasFocus)
    qtbot.keyClick(first, Qt.Key.Key_Down)
    assert second.hasFocus()
    with qtbot.waitSignal(page.folder_requested) as asked:
        qtbot.keyClick(second, Qt.Key.Key_Return)
    assert asked.args == [FOLDERS[1].path]
    qtbot.keyClick(second, Qt.Key.Key_Up)
    assert first.hasFocus()


def test_a_tool_tip_shows_a_path_as_it_is(page: StartPage) -> None:
    assert "&lt;i&gt;harbour&lt;/i&gt;" in rows(page)[1].toolTip()


def test_without_such_folders_there_is_no_list(page: StartPage) -> None:
    page.show_folders(())
    assert rows(page) == []
    assert not any(label.isVisible() for label in page.findChildren(QLabel) if label.text() == "Last opened")


def test_the_focus_goes_to_the_first_button(page: StartPage, qtbot: QtBot) -> None:
    page.setFocus()
    qtbot.waitUntil(tile(page, "Open folder").hasFocus)


def lefts(page: StartPage) -> list[int]:
    """Left edges of the parts in the page."""
    parts = (tile(page, "Open folder"), page.offer, rows(page)[0], page.guide)
    return [part.mapTo(page, QPoint()).x() for part in parts]


def tops(page: StartPage) -> list[int]:
    parts = (tile(page, "Open folder"), page.offer, rows(page)[0], page.guide)
    return [part.mapTo(page, QPoint()).y() for part in parts]


def test_in_a_wide_window_offer_and_guide_stand_beside(page: StartPage, qtbot: QtBot) -> None:
    def in_two_columns() -> bool:
        left, offer, recent, guide = lefts(page)
        return left == recent < offer == guide and tops(page)[0] == tops(page)[1]

    page.show_offer(FolderFiles(Path("/news/press"), ((Path("/news/press/a.docx"), "docx"),)))
    page.resize(1400, 850)
    qtbot.waitUntil(in_two_columns)
    page.resize(900, 1200)
    qtbot.waitUntil(lambda: len(set(lefts(page))) == 1 and tops(page) == sorted(tops(page)))


@pytest.mark.parametrize(
    ("names", "sentence"),
    [
        (["a.docx", "b.pdf"], "2 files in it can be read. Each becomes an article; the files stay as they are."),
        (
            ["a.docx", "2016/b.pdf", "2016/may/c.pdf"],
            "3 files can be read, 2 of them in folders inside it. "
            "Each becomes an article in “press”; the files stay as they are.",
        ),
        (
            ["2016/b.pdf"],
            "1 file in the folders inside it can be read. It becomes an article in “press”; the file stays as it is.",
        ),
    ],
)
def test_the_offer_says_where_the_files_are(page: StartPage, names: list[str], sentence: str) -> None:
    folder = Path("/news/press")
    page.show_offer(FolderFiles(folder, tuple((folder / name, "pdf") for name in names)))
    assert page.offer.accessibleName() == f"“press” has no articles yet. {sentence}"


def test_the_drawing_makes_room_in_a_low_window(page: StartPage) -> None:
    drawing = page.findChild(StartDrawing)
    assert drawing.isVisible()
    page.resize(900, 500)
    assert not drawing.isVisible()
    page.resize(900, 800)
    assert drawing.isVisible()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_it_is_drawn_in_every_theme(page: StartPage, look: Look, theme: str) -> None:
    look.set_choice(theme)
    assert page.grab().toImage().pixelColor(5, 5) == look.theme.base
    look.set_choice("light")


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Down, Qt.Key.Key_Space])
def test_the_command_field_opens_the_palette(look: Look, qtbot: QtBot, key: Qt.Key) -> None:
    field = CommandField(look, QKeySequence("Ctrl+K"))
    qtbot.addWidget(field)
    clicked = QSignalSpy(field.clicked)
    qtbot.mouseClick(field, Qt.MouseButton.LeftButton)
    qtbot.keyClick(field, key)
    assert clicked.count() == 2
    assert field.accessibleName() == "Run a command or go to, Ctrl+K"


def test_the_command_field_shows_another_key(look: Look, qtbot: QtBot) -> None:
    field = CommandField(look, QKeySequence("Ctrl+K"))
    qtbot.addWidget(field)
    before = field.grab().toImage()
    field.set_key(QKeySequence())
    assert field.accessibleName() == "Run a command or go to"
    assert field.grab().toImage() != before
