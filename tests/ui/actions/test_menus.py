"""The menu bar."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QHelpEvent
from PySide6.QtWidgets import QApplication, QMenu, QMenuBar, QStyleOptionMenuItem, QToolTip
from pytestqt.qtbot import QtBot

from annotator.model.scheme import Label, Scheme
from annotator.ui.actions.menus import Menus
from tests.support.dialogs import opened_menus

if TYPE_CHECKING:
    from tests.ui.conftest import SmallWindow

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def opened() -> list[str]:
    return []


@pytest.fixture
def recent() -> dict[str, str]:
    return {}


@pytest.fixture
def menus(small_window: SmallWindow, recent: dict[str, str], opened: list[str]) -> Menus:
    return Menus(small_window.window.menuBar(), small_window.actions, lambda: recent, opened.append)


def entries(menu: QMenu) -> list[str]:
    return ["-" if action.isSeparator() else re.sub("&(?!&|$)(?<!&&)", "", action.text()) for action in menu.actions()]


def menu(small_window: SmallWindow, name: str) -> QMenu:
    return next(one for one in opened_menus(small_window.window.menuBar()) if one.objectName() == f"menu{name}")


class SystemBar(QMenuBar):
    """A menu bar as the system shows it."""

    def isNativeMenuBar(self) -> bool:
        return True


def test_every_action_stands_in_one_menu(small_window: SmallWindow, menus: Menus) -> None:
    small_window.open("A town.")
    bar = small_window.window.menuBar()
    opened_menus(bar)
    assert [action.text() for action in bar.actions()] == [
        "&File",
        "&Edit",
        "&Annotate",
        "&Go",
        "&Review",
        "&View",
        "&Help",
    ]
    assert sorted(listed(bar.actions())) == sorted(row.id for row in small_window.actions.rows)


def listed(actions: list[QAction]) -> list[str]:
    """The ids of all actions in the menus, however deep."""
    ids = []
    for action in actions:
        below = action.menu()
        if isinstance(below, QMenu):
            ids += listed(below.actions())
        elif action.objectName():
            ids.append(action.objectName())
    return ids


def test_labels_come_first(small_window: SmallWindow, menus: Menus) -> None:
    small_window.open("A town.")
    assert entries(menu(small_window, "Annotate"))[:6] == [
        "Tag as claim",
        "Tag as source",
        "Tag as figure",
        "Lock a label",
        "-",
        "Selection and edges",
    ]


def test_labels_follow_the_scheme(small_window: SmallWindow, menus: Menus) -> None:
    small_window.open("A town.")
    small_window.open("A town.", scheme=Scheme("o", "O", (Label("fee", "e", "#999999", "line"),)))
    assert entries(menu(small_window, "Annotate"))[:2] == ["Tag as fee", "Lock a label"]
    assert entries(menu(small_window, "Lockalabel")) == ["Lock fee"]


def test_a_menu_takes_its_actions_when_it_is_opened(small_window: SmallWindow, menus: Menus) -> None:
    file = small_window.window.findChild(QMenu, "menuFile")
    assert file.isEmpty()
    file.popup(QPoint(0, 0))
    assert "Quit" in entries(file)
    file.close()


def test_the_system_is_given_full_menus(small_window: SmallWindow) -> None:
    bar = SystemBar(small_window.window)
    Menus(bar, small_window.actions, dict, print)
    assert "settings" in listed(bar.actions())
    small_window.open("A town.")
    assert "tag:claim" in listed(bar.actions())


def test_separators_never_begin_a_menu(small_window: SmallWindow, menus: Menus) -> None:
    menus_now = opened_menus(small_window.window.menuBar())
    assert menus_now
    assert all(entries(found)[:1] != ["-"] for found in menus_now)


def test_choosing_runs(small_window: SmallWindow, menus: Menus) -> None:
    next(action for action in menu(small_window, "File").actions() if action.objectName() == "settings").trigger()
    assert small_window.done == ["settings"]


def test_recent_folders(small_window: SmallWindow, menus: Menus, recent: dict[str, str], opened: list[str]) -> None:
    menu(small_window, "Openrecent").aboutToShow.emit()
    assert entries(menu(small_window, "Openrecent")) == ["No folder was opened yet"]
    recent |= {"/news/<b>R&D</b>": "3 of 14 done", "/news/odd\nname": ""}
    menu(small_window, "Openrecent").aboutToShow.emit()
    assert entries(menu(small_window, "Openrecent")) == ["b> – /news/<b>R&&D< · 3 of 14 done", "odd name – /news"]
    menu(small_window, "Openrecent").actions()[1].trigger()
    assert opened == ["/news/odd\nname"]


def test_dim_action_says_why(small_window: SmallWindow, menus: Menus, qtbot: QtBot) -> None:
    small_window.open("A town.", read_only="<i>The folder</i> is read-only")
    edit = menu(small_window, "Annotate")
    edit.popup(QPoint(0, 0))
    hover(edit, small_window.actions.action("tag:claim"))
    assert "&lt;i&gt;The folder&lt;/i&gt; is read-only" in QToolTip.text()
    edit.close()
    QToolTip.hideText()


def test_ready_action_says_nothing(small_window: SmallWindow, menus: Menus, qtbot: QtBot) -> None:
    small_window.open("A town.")
    edit = menu(small_window, "Annotate")
    edit.popup(QPoint(0, 0))
    hover(edit, small_window.actions.action("tag:claim"))
    assert QToolTip.text() == ""
    edit.close()


def hover(menu: QMenu, action: QAction) -> None:
    place = menu.actionGeometry(action).center()
    QApplication.sendEvent(menu, QHelpEvent(QHelpEvent.Type.ToolTip, place, menu.mapToGlobal(place)))


def test_mnemonics_are_unique_in_every_menu(small_window: SmallWindow, menus: Menus) -> None:
    small_window.open("A town.")
    for one in opened_menus(small_window.window.menuBar()):
        letters = [letter(action) for action in one.actions() if not action.isSeparator()]
        assert all(letters), one.title()
        assert len(set(letters)) == len(letters), one.title()


def letter(action: QAction) -> str:
    """The letter after a single “&”."""
    text = action.text().replace("&&", "")
    return text.partition("&")[2][:1].casefold()


def test_a_letter_chooses_in_an_open_menu(qtbot: QtBot, small_window: SmallWindow, menus: Menus) -> None:
    small_window.open("A town.")
    file = menu(small_window, "File")
    file.popup(QPoint(0, 0))
    qtbot.keyClick(file, Qt.Key.Key_Q)
    assert small_window.done == ["quit"]


def test_a_scheme_changes_no_letter_of_the_program(small_window: SmallWindow, menus: Menus) -> None:
    small_window.open("A town.")
    before = menu(small_window, "Annotate").actions()[-1].text()
    small_window.open("A town.", scheme=Scheme("o", "O", tuple(Label(n, "", "#999999", "line") for n in "urtknel")))
    assert menu(small_window, "Annotate").actions()[-1].text() == before


@pytest.mark.parametrize(("name", "id", "shown"), [("Go", "done_next", "Ctrl+Enter"), ("Go", "next_article", "Alt+↓")])
def test_keys_have_their_captions(small_window: SmallWindow, menus: Menus, name: str, id: str, shown: str) -> None:
    option, there = QStyleOptionMenuItem(), menu(small_window, name)
    there.initStyleOption(option, small_window.actions.action(id))
    assert option.text.partition("\t")[2] == shown
