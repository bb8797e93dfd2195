"""The actions by their keys, their conditions and their names."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from annotator.model import edits
from annotator.model.scheme import Label, Scheme
from annotator.model.span import Span
from annotator.session.session import Session
from annotator.ui.actions.bound_actions import Actions, Handlers
from annotator.ui.actions.table import ACTIONS, GROUPS, MENUS, label_rows

if TYPE_CHECKING:
    from tests.ui.conftest import Desk

Noting = Callable[[list[str]], Handlers]
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
def test_key_runs_action(desk: Desk, qtbot: QtBot, key: Qt.Key, modifiers: Qt.KeyboardModifier, id: str) -> None:
    desk.open(TEXT, MARKS)
    desk.session.select("a00000")
    qtbot.keyClick(desk.article, key, modifiers)
    assert desk.done == [id]


def test_single_keys_act_only_in_the_article(desk: Desk, qtbot: QtBot) -> None:
    desk.open(TEXT, MARKS)
    desk.session.select("a00000")
    desk.other.setFocus()
    qtbot.waitUntil(desk.other.hasFocus)
    qtbot.keyClicks(desk.other, "can.1")
    qtbot.keyClick(desk.other, Qt.Key.Key_Delete)
    assert (desk.done, desk.other.text()) == ([], "can.1")


def test_single_keys_do_nothing_on_buttons(desk: Desk, qtbot: QtBot) -> None:
    desk.open(TEXT, MARKS)
    desk.session.select("a00000")
    button = QPushButton("Look", desk.window)
    button.show()
    button.setFocus()
    qtbot.waitUntil(button.hasFocus)
    for key in (Qt.Key.Key_C, Qt.Key.Key_1, Qt.Key.Key_Period, Qt.Key.Key_Delete, Qt.Key.Key_Escape):
        qtbot.keyClick(button, key)
    assert desk.done == []


def test_window_keys_act_everywhere(desk: Desk, qtbot: QtBot) -> None:
    desk.other.setFocus()
    qtbot.waitUntil(desk.other.hasFocus)
    qtbot.keyClick(desk.other, Qt.Key.Key_K, CTRL)
    assert desk.done == ["palette"]


def test_ran_tells_which(desk: Desk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.actions.ran) as ran:
        desk.actions.trigger("settings")
    assert ran.args == ["settings"]


def test_keys_do_not_count_as_asked_for_by_name(desk: Desk, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(desk.actions.ran):
        qtbot.keyClick(desk.article, Qt.Key.Key_K, CTRL)
        desk.actions.trigger("find")
    assert desk.done == ["palette"]


def test_reasons_without_an_article(desk: Desk) -> None:
    assert desk.actions.reason("find") == "No article is open"
    assert not desk.actions.action("find").isEnabled()
    assert desk.actions.action("open_folder").isEnabled()


def test_reasons_follow_the_session(desk: Desk) -> None:
    desk.open(TEXT, MARKS)
    assert desk.actions.reason("note") == "No annotation is selected"
    desk.session.select("a00000")
    assert desk.actions.reason("note") == ""
    desk.open(TEXT, MARKS, read_only="The folder is read-only")
    assert desk.actions.reason("tag:claim") == "The folder is read-only"
    assert desk.actions.reason("next_annotation") == ""
    desk.session.select("a00000")
    assert desk.actions.reason("note") == "The folder is read-only"


def test_closed_action_says_why_and_opens_again(desk: Desk) -> None:
    desk.actions.close("next_article", "No folder is open")
    assert desk.actions.reason("next_article") == "No folder is open"
    desk.actions.trigger("next_article")
    desk.actions.close("next_article", "")
    assert desk.done == []
    assert desk.actions.action("next_article").isEnabled()


def test_undo_and_redo_are_named(desk: Desk) -> None:
    desk.open(TEXT)
    assert desk.actions.reason("undo") == "There is nothing to undo"
    change = edits.annotate(desk.session.document, Span(0, 9), "claim", id="b00000", now="")
    desk.session.do(change, "Tag “R&D” as claim")
    assert desk.actions.action("undo").text() == "Undo: Tag “R&&D” as claim"
    desk.session.history.undo()
    assert desk.actions.action("undo").text() == "Undo"
    assert desk.actions.action("redo").text() == "Redo: Tag “R&&D” as claim"
    assert desk.actions.action("redo").isEnabled()


def test_long_step_is_cut(desk: Desk) -> None:
    desk.open(TEXT)
    change = edits.annotate(desk.session.document, Span(0, 9), "claim", id="b00000", now="")
    desk.session.do(change, "x" * 500)
    assert len(desk.actions.action("undo").text()) < 80


def test_another_scheme_brings_other_labels(desk: Desk, qtbot: QtBot) -> None:
    desk.open(TEXT)
    scheme = Scheme(
        "other", "Other", (Label("claim", "k", "#56B4E9", "fill"), Label("fee & fare", "", "#999999", "line"))
    )
    desk.open(TEXT, scheme=scheme)
    for key in (Qt.Key.Key_C, Qt.Key.Key_K, Qt.Key.Key_2, Qt.Key.Key_3):
        qtbot.keyClick(desk.article, key)
    assert desk.done == ["tag claim", "tag fee & fare"]
    assert desk.actions.action("tag:fee & fare").text() == "Tag as fee && fare"


def test_locked_label_is_checked(desk: Desk) -> None:
    desk.open(TEXT)
    desk.session.lock("source")
    assert desk.actions.action("lock:source").isChecked()
    desk.session.lock("")
    assert not desk.actions.action("lock:source").isChecked()


def test_status_is_checked(desk: Desk) -> None:
    desk.open(TEXT)
    assert desk.actions.action("status_new").isChecked()
    desk.session.do(edits.set_status(desk.session.document, "nothing-found"), "Done, nothing found")
    assert desk.actions.action("status_nothing_found").isChecked()
    desk.session.do(edits.set_status(desk.session.document, "reviewed"), "Reviewed")
    assert not any(desk.actions.action(row.id).isChecked() for row in ACTIONS if row.choice == "status")


def test_chosen_keys_take_over(desk: Desk, qtbot: QtBot) -> None:
    desk.open(TEXT)
    with qtbot.waitSignal(desk.actions.relisted):
        desk.actions.set_keys({"grow": ("G",)})
    qtbot.keyClick(desk.article, Qt.Key.Key_Period)
    qtbot.keyClick(desk.article, Qt.Key.Key_G)
    assert desk.done == ["grow"]


@pytest.mark.parametrize("wrong", ["missing", "superfluous"])
def test_actions_and_handlers_must_agree(desk: Desk, noting: Noting, session_of: Session, wrong: str) -> None:
    handlers = noting([])
    run = dict(handlers.run)
    if wrong == "missing":
        del run["grow"]
    else:
        run["fly"] = run["grow"]
    with pytest.raises(ValueError, match="grow" if wrong == "missing" else "fly"):
        Actions(QWidget(), QPlainTextEdit(), session_of, replace(handlers, run=run), {})


@pytest.fixture
def session_of(desk: Desk) -> Session:
    return desk.session


def test_table_is_in_order(desk: Desk) -> None:
    rows = [*ACTIONS, *label_rows(desk.scheme)]
    keys = [key for row in rows for key in row.keys]
    assert len({row.id for row in rows}) == len(rows)
    assert len(set(keys)) == len(keys)
    assert all(row.menu.split("/")[0] in MENUS for row in rows)
    assert all(row.group in GROUPS and row.words for row in rows if row.keys)
    assert desk.actions.keys.problems == ()
