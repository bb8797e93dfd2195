"""Finding in the article, by keys and mouse."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QToolButton
from pytestqt.qtbot import QtBot

from annotator.model.span import Span
from annotator.ui.article_page.find_bar import FindBar
from annotator.ui.theme.look import Look

if TYPE_CHECKING:
    from tests.ui.conftest import Desk

TEXT = "The town of Aleppo. The evacuation of the town; the TOWN was empty."
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def bar(desk: Desk, desk_look: Look, qtbot: QtBot) -> FindBar:
    desk.open(TEXT)
    bar = FindBar(desk.session, desk_look, desk.window.centralWidget())
    bar.resize(600, bar.height())
    bar.text_requested.connect(desk.article.setFocus)
    return bar


def field(bar: FindBar) -> QLineEdit:
    return bar.findChild(QLineEdit, "findField")


def count(bar: FindBar) -> str:
    return bar.findChild(QLabel, "findCount").text()


def press(bar: FindBar, name: str, qtbot: QtBot) -> None:
    qtbot.mouseClick(bar.findChild(QToolButton, name), Qt.MouseButton.LeftButton)


def selected(desk: Desk) -> tuple[int, str]:
    caret = desk.session.caret
    return caret.start, TEXT[caret.start : caret.end]


def test_typing_selects_the_first_match_from_the_caret_on(desk: Desk, bar: FindBar, qtbot: QtBot) -> None:
    desk.session.move_caret(10)
    bar.open()
    with qtbot.waitSignal(desk.session.shown):
        qtbot.keyClicks(field(bar), "town")
    assert selected(desk) == (TEXT.index("town;"), "town")
    assert count(bar) == "2 of 3"


def test_more_letters_do_not_wander_off(desk: Desk, bar: FindBar, qtbot: QtBot) -> None:
    bar.open()
    qtbot.keyClicks(field(bar), "the e")
    assert selected(desk) == (TEXT.index("The e"), "The e")
    qtbot.keyClick(field(bar), Qt.Key.Key_Backspace)
    qtbot.keyClick(field(bar), Qt.Key.Key_Backspace)
    assert selected(desk) == (0, "The")


def test_enter_takes_the_match_and_goes_to_the_text(desk: Desk, bar: FindBar, qtbot: QtBot) -> None:
    bar.open()
    qtbot.keyClicks(field(bar), "aleppo")
    qtbot.keyClick(field(bar), Qt.Key.Key_Return)
    assert selected(desk) == (12, "Aleppo")
    assert bar.isVisible()
    qtbot.waitUntil(desk.article.hasFocus)
    qtbot.keyClick(desk.article, Qt.Key.Key_C)
    assert desk.done == ["tag claim"]


def test_next_and_previous_go_round(desk: Desk, bar: FindBar, qtbot: QtBot) -> None:
    bar.open()
    qtbot.keyClicks(field(bar), "town")
    seen = [count(bar)]
    for step in (bar.next, bar.next, bar.next, bar.previous, bar.previous):
        step()
        seen.append(count(bar))
    assert seen == ["1 of 3", "2 of 3", "3 of 3", "1 of 3", "3 of 3", "2 of 3"]


@pytest.mark.parametrize(("key", "seen"), [(Qt.Key.Key_Down, "2 of 3"), (Qt.Key.Key_Up, "3 of 3")])
def test_arrows_in_the_field(bar: FindBar, qtbot: QtBot, key: Qt.Key, seen: str) -> None:
    bar.open()
    qtbot.keyClicks(field(bar), "town")
    qtbot.keyClick(field(bar), key)
    assert count(bar) == seen


def test_shift_enter_goes_back(bar: FindBar, qtbot: QtBot) -> None:
    bar.open()
    qtbot.keyClicks(field(bar), "town")
    qtbot.keyClick(field(bar), Qt.Key.Key_Return, SHIFT)
    assert count(bar) == "3 of 3"


def test_buttons(desk: Desk, bar: FindBar, qtbot: QtBot) -> None:
    bar.open()
    qtbot.keyClicks(field(bar), "the")
    press(bar, "findNext", qtbot)
    assert count(bar) == "2 of 4"
    press(bar, "findPrevious", qtbot)
    press(bar, "findCase", qtbot)
    assert count(bar) == "1 of 2"
    press(bar, "findClose", qtbot)
    assert not bar.isVisible()


def test_capitals_and_whole_words(desk: Desk, bar: FindBar, qtbot: QtBot) -> None:
    bar.open()
    qtbot.keyClicks(field(bar), "to")
    assert count(bar) == "1 of 3"
    press(bar, "findWholeWords", qtbot)
    assert count(bar) == "No match"
    press(bar, "findWholeWords", qtbot)
    field(bar).selectAll()
    qtbot.keyClicks(field(bar), "TOWN")
    press(bar, "findCase", qtbot)
    assert (count(bar), selected(desk)) == ("1 of 1", (TEXT.index("TOWN"), "TOWN"))


def test_escape_closes_and_keeps_the_match(desk: Desk, bar: FindBar, qtbot: QtBot) -> None:
    bar.open()
    qtbot.keyClicks(field(bar), "aleppo")
    qtbot.keyClick(field(bar), Qt.Key.Key_Escape)
    assert not bar.isVisible()
    assert selected(desk) == (12, "Aleppo")
    qtbot.waitUntil(desk.article.hasFocus)


def test_selected_words_are_looked_for(desk: Desk, bar: FindBar) -> None:
    desk.session.move_caret(18, 12)
    bar.open()
    assert (field(bar).text(), count(bar)) == ("Aleppo", "1 of 1")


def test_next_without_words_opens_the_bar(bar: FindBar, qtbot: QtBot) -> None:
    bar.next()
    assert bar.isVisible()


def test_next_goes_on_after_the_bar_was_closed(desk: Desk, bar: FindBar, qtbot: QtBot) -> None:
    bar.open()
    qtbot.keyClicks(field(bar), "town")
    bar.close_bar()
    desk.session.move_caret(20)
    bar.next()
    assert selected(desk) == (TEXT.index("town;"), "town")


def test_locked_label_does_not_tag_what_is_typed(desk: Desk, bar: FindBar, qtbot: QtBot) -> None:
    desk.session.lock("claim")
    bar.open()
    qtbot.keyClicks(field(bar), "town")
    assert desk.session.selection is None
    qtbot.keyClick(field(bar), Qt.Key.Key_Return)
    assert desk.session.selection == Span(4, 8)


def test_no_match_says_so(desk: Desk, bar: FindBar, qtbot: QtBot) -> None:
    bar.open()
    qtbot.keyClicks(field(bar), "xyz")
    qtbot.keyClick(field(bar), Qt.Key.Key_Return)
    assert count(bar) == "No match"
    assert field(bar).hasFocus()


def test_another_article_is_searched_anew(desk: Desk, bar: FindBar, qtbot: QtBot) -> None:
    bar.open()
    qtbot.keyClicks(field(bar), "town")
    desk.open("A town.")
    assert count(bar) == "1"
    bar.next()
    assert desk.session.selection == Span(2, 6)


def test_closes_with_the_article(desk: Desk, bar: FindBar, qtbot: QtBot) -> None:
    bar.open()
    qtbot.keyClicks(field(bar), "town")
    desk.session.show(None)
    bar.next()
    bar.open()
    assert not bar.isVisible()


def test_offsets_are_code_points(desk: Desk, bar: FindBar, qtbot: QtBot) -> None:
    desk.open("😀😀 İİ Straße town")
    bar.open()
    qtbot.keyClicks(field(bar), "TOWN")
    assert desk.session.selection == Span(13, 17)


def test_every_part_has_a_name(bar: FindBar) -> None:
    parts = [bar, field(bar), *bar.findChildren(QToolButton)]
    assert all(part.accessibleName() and part.objectName() for part in parts)
