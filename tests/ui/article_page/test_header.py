"""The header: which article, how far, how much is marked; and the status's menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from annotator.model import edits
from annotator.model.document import STATUSES
from annotator.model.span import Span
from annotator.session.editing.sign_offs.signing import Signing
from annotator.ui.article_page.header import Header, counted
from annotator.ui.article_page.status_button import StatusButton
from annotator.ui.theme.look import Look
from annotator.ui.widgets.words.elided_label import ElidedLabel

if TYPE_CHECKING:
    from tests.ui.conftest import SmallWindow

OFFSCREEN = pytest.mark.qt_log_ignore("This plugin does not support")  # offscreen says so of every menu


@pytest.fixture
def header(small_window: SmallWindow, light_look: Look) -> Header:
    header = Header(small_window.session, Signing(small_window.session), light_look, small_window.window)
    header.resize(800, 38)
    small_window.open("Two words", [("claim", "Two")])
    header.show()
    return header


def texts(header: Header) -> list[str]:
    return [label.text() for label in header.findChildren(ElidedLabel) if label.isVisible()]


def status(header: Header) -> StatusButton:
    button = header.findChild(StatusButton)
    assert isinstance(button, StatusButton)
    return button


def test_it_names_the_article_and_counts_what_is_marked(header: Header) -> None:
    assert texts(header) == ["town.txt", "1 annotation"]
    assert header.accessibleName() == "town.txt, 1 annotation"
    assert header.height() == 38


def test_it_follows_every_change(header: Header, small_window: SmallWindow) -> None:
    session = small_window.session
    change = edits.annotate(session.document, Span(4, 9), "source", id="b00001", now=session.now())
    session.do(change, "Tag as source")
    assert texts(header)[1] == "2 annotations"
    assert status(header).accessibleName() == "Status: In work"
    small_window.session.history.undo()
    assert texts(header)[1] == "1 annotation"
    assert status(header).accessibleName() == "Status: Not started"


def test_without_an_article_it_is_empty(header: Header, small_window: SmallWindow) -> None:
    small_window.session.show(None)
    assert texts(header) == []
    assert not status(header).isVisible()
    assert header.accessibleName() == "No article open"


@OFFSCREEN
@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Down])
def test_the_keyboard_opens_the_menu_of_statuses(header: Header, qtbot: QtBot, key: Qt.Key) -> None:
    button = status(header)
    button.setFocus()  # as for who pressed Tab: in the article the blank is a key of its own
    qtbot.keyClick(button, key)
    qtbot.waitUntil(button.menu.isVisible)
    assert [action.data() for action in button.menu.actions()] == list(STATUSES)
    assert [action.data() for action in button.menu.actions() if action.isChecked()] == ["new"]
    button.menu.close()


@OFFSCREEN
def test_a_status_is_chosen_from_the_menu(header: Header, qtbot: QtBot) -> None:
    button = status(header)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    done = next(action for action in button.menu.actions() if action.data() == "done")
    with qtbot.waitSignal(header.status_chosen) as chosen:
        qtbot.mouseClick(button.menu, Qt.MouseButton.LeftButton, pos=button.menu.actionGeometry(done).center())
    assert chosen.args == ["done"]


def test_the_status_of_an_article_that_cannot_be_changed_is_fixed(header: Header, small_window: SmallWindow) -> None:
    small_window.open("Two words", read_only="The sidecar cannot be read.")
    assert not status(header).isEnabled()


def test_a_name_is_cut_off_where_there_is_no_room(header: Header, small_window: SmallWindow) -> None:
    name = next(label for label in header.findChildren(ElidedLabel) if label.objectName() == "articleName")
    name.show_line("a-very-long-name-" * 20 + "\nend.txt")
    for width in (20, 120, 800, 300):
        header.resize(width, 38)
        assert not header.grab().isNull()
    assert "…" in name.shown_text
    assert "\n" not in name.text()


def test_a_shy_label_says_nothing_rather_than_a_scrap(small_window: SmallWindow) -> None:
    label = ElidedLabel("89 annotations", small_window.window, shy=True)
    label.resize(label.sizeHint())
    assert label.shown_text == "89 annotations"
    label.resize(20, 20)
    assert label.shown_text == ""
    assert label.rect().topLeft() == QPoint(0, 0)


def test_counts_are_written_for_people() -> None:
    assert [counted(number) for number in (0, 1, 89, 1204)] == [
        "No annotations",
        "1 annotation",
        "89 annotations",
        "1,204 annotations",
    ]
