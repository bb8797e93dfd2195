"""The panel of places where keys ask for what is not there, and where it is narrow."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu

from annotator.model import edits
from annotator.model.span import Span
from annotator.session.open_article import OpenArticle
from annotator.ui.panels.places.columns import columns

if TYPE_CHECKING:
    from tests.ui.panels.places.conftest import Shown

Key = Qt.Key


def button(shown: Shown, name: str) -> QAbstractButton:
    found = shown.panel.findChild(QAbstractButton, f"places_{name}")
    assert isinstance(found, QAbstractButton)
    return found


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Delete, Key.Key_R, Key.Key_Right])
def test_without_a_current_row_no_key_does_anything(shown: Shown, key: Qt.Key) -> None:
    shown.session.select(None)
    before = shown.session.document
    with shown.qtbot.assertNotEmitted(shown.panel.reselect_requested):
        shown.press(key)
    assert shown.session.document is before
    shown.list.customContextMenuRequested.emit(QPoint(5, 5))
    assert shown.panel.findChild(QMenu, "placeMenu") is None


def test_the_only_candidate_stays_and_other_letters_ask_for_nothing(shown: Shown) -> None:
    before = shown.rows
    with shown.qtbot.assertNotEmitted(shown.panel.reselect_requested):
        shown.press(Key.Key_Right)
        shown.press(Key.Key_X)
    assert (shown.rows, shown.chosen) == (before, "the mayor")


def test_r_once_more_leaves_it(shown: Shown) -> None:
    shown.panel.show_reselecting(True)
    assert [button(shown, name).text() for name in ("accept", "reselect")] == ["Take the selection", "Leave it"]
    with shown.qtbot.waitSignal(shown.panel.left_alone), shown.qtbot.assertNotEmitted(shown.panel.reselect_requested):
        shown.qtbot.keyClicks(shown.list, "r")


def test_where_only_one_is_alike_there_is_no_accept_all(shown: Shown) -> None:
    shown.press(Key.Key_Down)  # the only one whose words have changed
    assert not button(shown, "all").isVisible()
    shown.list.customContextMenuRequested.emit(QPoint(5, 5))
    menu = shown.panel.findChild(QMenu, "placeMenu")
    assert isinstance(menu, QMenu)
    names = [action.text().replace("&", "") for action in menu.actions()]
    menu.close()
    assert names == ["Accept", "Select again", "Drop"]


def test_the_first_row_is_shown_where_there_is_one(shown: Shown, changed_article: OpenArticle) -> None:
    shown.session.show(None)
    shown.panel.show_first()
    assert (shown.rows, shown.list.current_row()) == ([], -1)
    shown.session.show(changed_article)
    shown.panel.show_first()
    assert (shown.list.current_row(), shown.chosen) == (0, "the mayor")


def test_a_narrow_panel_has_buttons_without_their_keys(shown: Shown) -> None:
    wide = button(shown, "accept").sizeHint().width()
    shown.window.setMinimumSize(0, 0)
    shown.panel.setFixedWidth(430)
    narrow = button(shown, "accept").sizeHint().width()
    assert narrow < wide
    assert not shown.panel.grab().isNull()
    shown.panel.setFixedWidth(900)
    assert button(shown, "accept").sizeHint().width() == wide


def test_the_pointer_tells_both_passages_whole(shown: Shown) -> None:
    index, role = shown.list.model().index, Qt.ItemDataRole.ToolTipRole
    assert str(index(1, 0).data(role)).count("boats sank") == 2
    assert "Not found in the article" in str(index(3, 0).data(role))


def test_an_annotation_that_has_its_place_changes_no_row(shown: Shown) -> None:
    shown.press(Key.Key_Down)
    before = shown.rows
    change = edits.annotate(shown.session.document, Span(0, 4), "claim", id="new", now="2026-11-22T06:21:20Z")
    shown.session.do(change, "Tag")
    assert (shown.rows, shown.list.current_row()) == (before, 1)


def test_from_right_to_left_the_verdict_stands_at_the_right(qapp: QApplication) -> None:
    row = QRectF(0, 0, 900, 60)
    there, here = columns(row, Qt.LayoutDirection.LeftToRight), columns(row, Qt.LayoutDirection.RightToLeft)
    assert there.verdict.right() < there.badge.left() < there.was.left() < there.arrow.left() < there.now.left()
    assert here.verdict.left() > here.badge.right() > here.was.right() > here.arrow.right() > here.now.right()
    assert here.verdict.width() == there.verdict.width()
    assert row.right() - here.verdict.right() == pytest.approx(there.verdict.left())


def test_a_row_that_is_not_there_and_what_is_not_drawn_say_nothing(shown: Shown) -> None:
    model = shown.list.model()
    assert model.data(model.index(-1, 0)) is None
    assert model.data(model.index(0, 0), Qt.ItemDataRole.DecorationRole) is None
