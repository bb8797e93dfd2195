"""The sheet of keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QScrollArea
from pytestqt.qtbot import QtBot

from annotator.model.scheme import Label, Scheme
from annotator.ui.actions.fixed_keys import FIXED_KEYS
from annotator.ui.actions.table import ACTIONS
from annotator.ui.dialogs.key_sheet import KeyLine, KeySheet, Line, sheet
from annotator.ui.theme.look import Look

if TYPE_CHECKING:
    from tests.ui.conftest import SmallWindow


@pytest.fixture
def keys(small_window: SmallWindow, light_look: Look, qtbot: QtBot) -> KeySheet:
    small_window.open("A town.")
    keys = KeySheet(small_window.actions, light_look, small_window.window)
    qtbot.addWidget(keys)
    keys.open_sheet()
    qtbot.waitExposed(keys)
    return keys


def lines(keys: KeySheet) -> list[str]:
    body = keys.findChild(QScrollArea).widget()
    return [line.accessibleName() for line in body.findChildren(KeyLine)]


def filter_field(keys: KeySheet) -> QLineEdit:
    return keys.findChild(QLineEdit)


def test_labels_come_first_then_how_to_lock(keys: KeySheet) -> None:
    assert lines(keys)[:4] == ["claim: C, 1", "source: S, 2", "figure: F, 3", "twice: lock the label: C, C"]


def test_alike_actions_share_a_line(small_window: SmallWindow) -> None:
    groups = sheet(small_window.actions.rows, small_window.actions.keys, FIXED_KEYS)
    assert Line((".", ","), "grow, shrink the selection") in groups["Mark"]


def test_every_key_is_there(small_window: SmallWindow, keys: KeySheet) -> None:
    small_window.open("A town.")
    groups = sheet(small_window.actions.rows, small_window.actions.keys, FIXED_KEYS)
    words = {line.words for some in groups.values() for line in some}
    assert {row.words for row in ACTIONS if row.keys} <= words


def test_rebound_and_taken_keys(small_window: SmallWindow, keys: KeySheet) -> None:
    small_window.actions.set_keys({"note": ("M",), "find": ()})
    assert "note: M" in lines(keys)
    assert not any(line.startswith("find in the article") for line in lines(keys))


def test_another_scheme(small_window: SmallWindow, keys: KeySheet) -> None:
    small_window.open("A town.", scheme=Scheme("o", "O", (Label("fee", "e", "#999999", "line"),)))
    assert lines(keys)[:2] == ["fee: E, 1", "twice: lock the label: E, E"]


@pytest.mark.parametrize(
    ("query", "left"),
    [
        ("NOTE", ["note: N"]),
        ("ctrl+k", ["commands: Ctrl+K"]),
        ("labels", ["claim: C, 1", "source: S, 2", "figure: F, 3", "twice: lock the label: C, C"]),
        ("<b>", []),
    ],
)
def test_filter(keys: KeySheet, qtbot: QtBot, query: str, left: list[str]) -> None:
    qtbot.keyClicks(filter_field(keys), query)
    assert lines(keys) == left


def test_keys_scroll_while_typing(keys: KeySheet, qtbot: QtBot) -> None:
    bar = keys.findChild(QScrollArea).verticalScrollBar()
    qtbot.keyClick(filter_field(keys), Qt.Key.Key_PageDown)
    assert bar.value() > 0
    qtbot.keyClick(filter_field(keys), Qt.Key.Key_PageUp)
    assert bar.value() == 0


def test_escape_empties_the_filter_then_closes(keys: KeySheet, qtbot: QtBot) -> None:
    qtbot.keyClicks(filter_field(keys), "note")
    qtbot.keyClick(filter_field(keys), Qt.Key.Key_Escape)
    assert keys.isVisible()
    qtbot.keyClick(filter_field(keys), Qt.Key.Key_Escape)
    assert not keys.isVisible()


def test_names(keys: KeySheet) -> None:
    assert keys.objectName() == "keySheet"
    assert keys.accessibleName()
    assert filter_field(keys).accessibleName() == "Filter keys"
