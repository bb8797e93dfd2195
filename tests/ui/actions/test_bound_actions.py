"""The actions by their keys, their conditions and their names."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from annotator.model import edits
from annotator.model.scheme import Label, Scheme
from annotator.model.span import Span
from annotator.ui.actions.label_rows import label_rows
from annotator.ui.actions.row import GROUPS, MENUS
from annotator.ui.actions.table import ACTIONS

if TYPE_CHECKING:
    from tests.ui.conftest import SmallWindow

TEXT = "Thousands of people left the town on Thursday."
MARKS = (("source", "people"),)
NO, CTRL, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


@pytest.mark.parametrize(
    ("key", "modifiers", "id"),
    [
        (Qt.Key.Key_O, CTRL, "open_folder"),
        (Qt.Key.Key_Comma, CTRL, "settings"),
        (Qt.Key.Key_F, CTRL, "find"),
        (Qt.Key.Key_F3, SHIFT, "find_previous"),
        (Qt.Key.Key_Period, NO, "grow"),
        (Qt.Key.Key_Comma, NO, "shrink"),
        (Qt.Key.Key_BracketLeft, NO, "hold_start"),
        (Qt.Key.Key_Return, NO, "details"),
        (Qt.Key.Key_Enter, NO, "details"),
        (Qt.Key.Key_N, NO, "note"),
        (Qt.Key.Key_Delete, NO, "remove"),
        (Qt.Key.Key_Backspace, NO, "remove"),
        (Qt.Key.Key_Escape, NO, "escape"),
        (Qt.Key.Key_Tab, NO, "next_annotation"),
        (Qt.Key.Key_Backtab, SHIFT, "previous_annotation"),
        (Qt.Key.Key_Down, ALT, "next_article"),
        (Qt.Key.Key_Down, ALT | SHIFT, "next_new"),
        (Qt.Key.Key_Return, CTRL, "done_next"),
        (Qt.Key.Key_K, CTRL, "palette"),
        (Qt.Key.Key_Plus, CTRL, "zoom_in"),
        (Qt.Key.Key_F1, NO, "keys"),
        (Qt.Key.Key_C, NO, "tag claim"),
        (Qt.Key.Key_3, NO, "tag figure"),
    ],
)
def test_key_runs_action(
    small_window: SmallWindow, qtbot: QtBot, key: Qt.Key, modifiers: Qt.KeyboardModifier, id: str
) -> None:
    small_window.open(TEXT, MARKS)
    small_window.session.select("a00000")
    qtbot.keyClick(small_window.article, key, modifiers)
    assert small_window.done == [id]


def test_single_keys_act_only_in_the_article(small_window: SmallWindow, qtbot: QtBot) -> None:
    small_window.open(TEXT, MARKS)
    small_window.session.select("a00000")
    small_window.other.setFocus()
    qtbot.waitUntil(small_window.other.hasFocus)
    qtbot.keyClicks(small_window.other, "can.1")
    qtbot.keyClick(small_window.other, Qt.Key.Key_Delete)
    assert (small_window.done, small_window.other.text()) == ([], "can.1")


def test_single_keys_do_nothing_on_buttons(small_window: SmallWindow, qtbot: QtBot) -> None:
    small_window.open(TEXT, MARKS)
    small_window.session.select("a00000")
    button = QPushButton("Look", small_window.window)
    button.show()
    button.setFocus()
    qtbot.waitUntil(button.hasFocus)
    for key in (Qt.Key.Key_C, Qt.Key.Key_1, Qt.Key.Key_Period, Qt.Key.Key_Delete, Qt.Key.Key_Escape):
        qtbot.keyClick(button, key)
    assert small_window.done == []


def test_window_keys_act_everywhere(small_window: SmallWindow, qtbot: QtBot) -> None:
    small_window.other.setFocus()
    qtbot.waitUntil(small_window.other.hasFocus)
    qtbot.keyClick(small_window.other, Qt.Key.Key_K, CTRL)
    assert small_window.done == ["palette"]


def test_ran_tells_which(small_window: SmallWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(small_window.actions.ran) as ran:
        small_window.actions.trigger("settings")
    assert ran.args == ["settings"]


def test_keys_do_not_count_as_asked_for_by_name(small_window: SmallWindow, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(small_window.actions.ran):
        qtbot.keyClick(small_window.article, Qt.Key.Key_K, CTRL)
        small_window.actions.trigger("find")
    assert small_window.done == ["palette"]


def test_reasons_without_an_article(small_window: SmallWindow) -> None:
    assert small_window.actions.reason("find") == "No article is open"
    assert not small_window.actions.action("find").isEnabled()
    assert small_window.actions.action("open_folder").isEnabled()


def test_reasons_follow_the_session(small_window: SmallWindow) -> None:
    small_window.open(TEXT, MARKS)
    assert small_window.actions.reason("note") == "No annotation is selected"
    small_window.session.select("a00000")
    assert small_window.actions.reason("note") == ""
    small_window.open(TEXT, MARKS, read_only="The folder is read-only")
    assert small_window.actions.reason("tag:claim") == "The folder is read-only"
    assert small_window.actions.reason("next_annotation") == ""
    small_window.session.select("a00000")
    assert small_window.actions.reason("note") == "The folder is read-only"


def test_closed_action_says_why_and_opens_again(small_window: SmallWindow) -> None:
    small_window.actions.close("next_article", "No folder is open")
    assert small_window.actions.reason("next_article") == "No folder is open"
    small_window.actions.trigger("next_article")
    small_window.actions.close("next_article", "")
    assert small_window.done == []
    assert small_window.actions.action("next_article").isEnabled()


def test_undo_and_redo_are_named(small_window: SmallWindow) -> None:
    small_window.open(TEXT)
    assert small_window.actions.reason("undo") == "There is nothing to undo"
    change = edits.annotate(small_window.session.document, Span(0, 9), "claim", id="b00000", now="")
    small_window.session.do(change, "Tag “R&D” as claim")
    assert small_window.actions.action("undo").text() == "&Undo: Tag “R&&D” as claim"
    small_window.session.history.undo()
    assert small_window.actions.action("undo").text() == "&Undo"
    assert small_window.actions.action("redo").text() == "&Redo: Tag “R&&D” as claim"
    assert small_window.actions.action("redo").isEnabled()


def test_long_step_is_cut(small_window: SmallWindow) -> None:
    small_window.open(TEXT)
    change = edits.annotate(small_window.session.document, Span(0, 9), "claim", id="b00000", now="")
    small_window.session.do(change, "x" * 500)
    assert len(small_window.actions.action("undo").text()) < 80


def test_another_scheme_brings_other_labels(small_window: SmallWindow, qtbot: QtBot) -> None:
    small_window.open(TEXT)
    scheme = Scheme(
        "other", "Other", (Label("claim", "k", "#56B4E9", "fill"), Label("fee & fare", "", "#999999", "line"))
    )
    small_window.open(TEXT, scheme=scheme)
    for key in (Qt.Key.Key_C, Qt.Key.Key_K, Qt.Key.Key_2, Qt.Key.Key_3):
        qtbot.keyClick(small_window.article, key)
    assert small_window.done == ["tag claim", "tag fee & fare"]
    assert small_window.actions.action("tag:fee & fare").text() == "Tag as &fee && fare"


def test_chosen_keys_take_over(small_window: SmallWindow, qtbot: QtBot) -> None:
    small_window.open(TEXT)
    with qtbot.waitSignal(small_window.actions.relisted):
        small_window.actions.set_keys({"grow": ("G",)})
    qtbot.keyClick(small_window.article, Qt.Key.Key_Period)
    qtbot.keyClick(small_window.article, Qt.Key.Key_G)
    assert small_window.done == ["grow"]


def test_table_is_in_order(small_window: SmallWindow) -> None:
    rows = [*ACTIONS, *label_rows(small_window.scheme)]
    keys = [key for row in rows for key in row.keys]
    assert len({row.id for row in rows}) == len(rows)
    assert len(set(keys)) == len(keys)
    assert all(row.menu.split("/")[0] in MENUS for row in rows)
    assert all(row.group in GROUPS and row.words for row in rows if row.keys)
    assert small_window.actions.keys.problems == ()
