"""Finding in the article, by keys and mouse."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QToolButton
from pytestqt.qtbot import QtBot

from annotator.model.span import Span
from annotator.session.background.jobs import Jobs
from annotator.session.preferences.settings_store import SettingsStore
from annotator.ui.article_page.find_bar import FindBar
from annotator.ui.theme.look import Look

if TYPE_CHECKING:
    from tests.ui.conftest import SmallWindow

TEXT = "The town of Aleppo. The evacuation of the town; the TOWN was empty."
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def bar(small_window: SmallWindow, light_look: Look, qtbot: QtBot) -> FindBar:
    small_window.open(TEXT)
    bar = FindBar(small_window.session, light_look, small_window.window.centralWidget())
    bar.resize(600, bar.height())
    bar.text_requested.connect(small_window.article.setFocus)
    return bar


def field(bar: FindBar) -> QLineEdit:
    return bar.findChild(QLineEdit, "findField")


def count(bar: FindBar) -> str:
    return bar.findChild(QLabel, "findCount").text()


def press(bar: FindBar, name: str, qtbot: QtBot) -> None:
    qtbot.mouseClick(bar.findChild(QToolButton, name), Qt.MouseButton.LeftButton)


def selected(small_window: SmallWindow) -> tuple[int, str]:
    caret = small_window.session.caret
    return caret.start, TEXT[caret.start : caret.end]


def test_typing_selects_the_first_match_from_the_caret_on(
    small_window: SmallWindow, bar: FindBar, qtbot: QtBot
) -> None:
    small_window.session.move_caret(10)
    bar.open()
    with qtbot.waitSignal(small_window.session.shown):
        qtbot.keyClicks(field(bar), "town")
    assert selected(small_window) == (TEXT.index("town;"), "town")
    assert count(bar) == "2 of 3"


def test_more_letters_do_not_wander_off(small_window: SmallWindow, bar: FindBar, qtbot: QtBot) -> None:
    bar.open()
    qtbot.keyClicks(field(bar), "the e")
    assert selected(small_window) == (TEXT.index("The e"), "The e")
    qtbot.keyClick(field(bar), Qt.Key.Key_Backspace)
    qtbot.keyClick(field(bar), Qt.Key.Key_Backspace)
    assert selected(small_window) == (0, "The")


def test_enter_takes_the_match_and_goes_to_the_text(small_window: SmallWindow, bar: FindBar, qtbot: QtBot) -> None:
    bar.open()
    qtbot.keyClicks(field(bar), "aleppo")
    qtbot.keyClick(field(bar), Qt.Key.Key_Return)
    assert selected(small_window) == (12, "Aleppo")
    assert bar.isVisible()
    qtbot.waitUntil(small_window.article.hasFocus)
    qtbot.keyClick(small_window.article, Qt.Key.Key_C)
    assert small_window.done == ["tag claim"]


def test_next_and_previous_go_round(small_window: SmallWindow, bar: FindBar, qtbot: QtBot) -> None:
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


def test_buttons(small_window: SmallWindow, bar: FindBar, qtbot: QtBot) -> None:
    bar.open()
    qtbot.keyClicks(field(bar), "the")
    press(bar, "findNext", qtbot)
    assert count(bar) == "2 of 4"
    press(bar, "findPrevious", qtbot)
    press(bar, "findCase", qtbot)
    assert count(bar) == "1 of 2"
    press(bar, "findClose", qtbot)
    assert not bar.isVisible()


def test_capitals_and_whole_words(small_window: SmallWindow, bar: FindBar, qtbot: QtBot) -> None:
    bar.open()
    qtbot.keyClicks(field(bar), "to")
    assert count(bar) == "1 of 3"
    press(bar, "findWholeWords", qtbot)
    assert count(bar) == "No match"
    press(bar, "findWholeWords", qtbot)
    field(bar).selectAll()
    qtbot.keyClicks(field(bar), "TOWN")
    press(bar, "findCase", qtbot)
    assert (count(bar), selected(small_window)) == ("1 of 1", (TEXT.index("TOWN"), "TOWN"))


def test_escape_closes_and_keeps_the_match(small_window: SmallWindow, bar: FindBar, qtbot: QtBot) -> None:
    bar.open()
    qtbot.keyClicks(field(bar), "aleppo")
    qtbot.keyClick(field(bar), Qt.Key.Key_Escape)
    assert not bar.isVisible()
    assert selected(small_window) == (12, "Aleppo")
    qtbot.waitUntil(small_window.article.hasFocus)


def test_selected_words_are_looked_for(small_window: SmallWindow, bar: FindBar) -> None:
    small_window.session.move_caret(18, 12)
    bar.open()
    assert (field(bar).text(), count(bar)) == ("Aleppo", "1 of 1")


def test_next_without_words_opens_the_bar(bar: FindBar, qtbot: QtBot) -> None:
    bar.next()
    assert bar.isVisible()


def test_next_goes_on_after_the_bar_was_closed(small_window: SmallWindow, bar: FindBar, qtbot: QtBot) -> None:
    bar.open()
    qtbot.keyClicks(field(bar), "town")
    bar.close_bar()
    small_window.session.move_caret(20)
    bar.next()
    assert selected(small_window) == (TEXT.index("town;"), "town")


def test_locked_label_does_not_tag_what_is_typed(small_window: SmallWindow, bar: FindBar, qtbot: QtBot) -> None:
    small_window.session.lock("claim")
    bar.open()
    qtbot.keyClicks(field(bar), "town")
    assert small_window.session.selection is None
    qtbot.keyClick(field(bar), Qt.Key.Key_Return)
    assert small_window.session.selection == Span(4, 8)


def test_no_match_says_so(small_window: SmallWindow, bar: FindBar, qtbot: QtBot) -> None:
    bar.open()
    qtbot.keyClicks(field(bar), "xyz")
    qtbot.keyClick(field(bar), Qt.Key.Key_Return)
    assert count(bar) == "No match"
    assert field(bar).hasFocus()


def test_another_article_is_searched_anew(small_window: SmallWindow, bar: FindBar, qtbot: QtBot) -> None:
    bar.open()
    qtbot.keyClicks(field(bar), "town")
    small_window.open("A town.")
    assert count(bar) == "1"
    bar.next()
    assert small_window.session.selection == Span(2, 6)


def test_closes_with_the_article(small_window: SmallWindow, bar: FindBar, qtbot: QtBot) -> None:
    bar.open()
    qtbot.keyClicks(field(bar), "town")
    small_window.session.show(None)
    bar.next()
    bar.open()
    assert not bar.isVisible()


def test_offsets_are_code_points(small_window: SmallWindow, bar: FindBar, qtbot: QtBot) -> None:
    small_window.open("😀😀 İİ Straße town")
    bar.open()
    qtbot.keyClicks(field(bar), "TOWN")
    assert small_window.session.selection == Span(13, 17)


ALT = Qt.KeyboardModifier.AltModifier


def test_keys_of_the_choices(bar: FindBar, qtbot: QtBot) -> None:
    bar.open()
    qtbot.keyClicks(field(bar), "TOWN")
    assert count(bar) == "1 of 3"
    qtbot.keyClick(field(bar), Qt.Key.Key_C, ALT)
    assert count(bar) == "1 of 1"
    qtbot.keyClick(field(bar), Qt.Key.Key_C, ALT)
    qtbot.keyClick(field(bar), Qt.Key.Key_Backspace)
    assert count(bar) == "1 of 3"
    qtbot.keyClick(field(bar), Qt.Key.Key_W, ALT)
    assert count(bar) == "No match"
    tips = [bar.findChild(QToolButton, name).toolTip() for name in ("findCase", "findWholeWords")]
    assert ["Match case (Alt+C)" in tips[0], "Whole words only (Alt+W)" in tips[1]] == [True, True]


def test_choices_are_remembered(small_window: SmallWindow, light_look: Look, qtbot: QtBot, tmp_path: Path) -> None:
    store = SettingsStore(tmp_path / "settings.json", Jobs(ThreadPoolExecutor(1)))
    for _time in range(2):
        small_window.open(TEXT)
        bar = FindBar(small_window.session, light_look, small_window.window.centralWidget(), store=store)
        bar.open()
        field(bar).clear()
        if not store.settings.find_match_case:
            qtbot.keyClick(field(bar), Qt.Key.Key_C, ALT)
        qtbot.keyClicks(field(bar), "THE TOWN")
        assert count(bar) == "No match"
    assert store.settings.find_match_case
    assert not store.settings.find_whole_words


def test_what_looks_alike_is_found(small_window: SmallWindow, bar: FindBar, qtbot: QtBot) -> None:
    text = "😀 the ﬁnance\u00a0office of l’Est said:\n\n“no” to 2019–20"
    small_window.open(text)
    bar.open()
    qtbot.keyClicks(field(bar), 'finance office of l\'est said: "no" to 2019-20')
    assert count(bar) == "1 of 1"
    assert small_window.session.selection == Span(text.index("ﬁ"), len(text))


def test_keys_do_not_wait_for_the_search_in_a_very_long_article(
    small_window: SmallWindow, bar: FindBar, qtbot: QtBot
) -> None:
    text = "“So”, he said of the town.\n" * 20_000
    small_window.open(text)
    bar.open()
    qtbot.keyClicks(field(bar), "he")
    assert count(bar) == "…"
    qtbot.keyClicks(field(bar), ' said of the town. "so')
    qtbot.waitUntil(lambda: count(bar) == "1 of 19,999")
    assert small_window.session.selection == Span(text.index("he"), text.index("he") + 24)


def test_a_step_waits_for_the_search(small_window: SmallWindow, bar: FindBar, qtbot: QtBot) -> None:
    small_window.open("“So”, he said of the town.\n" * 15_000)
    bar.open()
    qtbot.keyClicks(field(bar), "said")
    assert count(bar) == "…"
    bar.previous()
    assert count(bar) == "15,000 of 15,000"


def test_every_part_has_a_name(bar: FindBar) -> None:
    parts = [bar, field(bar), *bar.findChildren(QToolButton)]
    assert all(part.accessibleName() and part.objectName() for part in parts)
