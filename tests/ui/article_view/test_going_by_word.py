"""Keys and double clicks that go by word: the words are those of the statistics, not Qt's."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.language.words import words
from annotator.ui.article_view.second_view import SecondView
from annotator.ui.theme.fonts import article_font
from tests.support.reading import Reader

Key = Qt.Key
LEFT, CTRL = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier
SELECT = CTRL | Qt.KeyboardModifier.ShiftModifier
TEXT = "AT&T’s al-Assad paid 1\u00a0204 people, −5 °C cold.\n👩‍👩‍👧 See example.org/a_b.\n\nEnd"
STOPS = ["AT&T’s ", "al-Assad ", "paid ", "1\u00a0204 ", "people", ", ", "−5 °C ", "cold", ".", "\n", "👩‍👩‍👧 "]


def passed(reader: Reader, qtbot: QtBot, key: Key, times: int) -> list[str]:
    """Return what the caret passes with each press of the key and Ctrl."""
    seen = [reader.session.caret.position]
    for _ in range(times):
        qtbot.keyClick(reader.view, key, CTRL)
        seen.append(reader.session.caret.position)
    text = reader.session.document.article.text
    return [text[min(two) : max(two)] for two in pairwise(seen)]


def test_ctrl_and_arrows_go_by_word(reader: Reader, qtbot: QtBot) -> None:
    reader.open(TEXT)
    assert passed(reader, qtbot, Key.Key_Right, len(STOPS)) == STOPS
    assert passed(reader, qtbot, Key.Key_Left, len(STOPS)) == STOPS[::-1]


def test_they_go_to_the_ends_of_the_text_and_no_further(reader: Reader, qtbot: QtBot) -> None:
    reader.open(TEXT)
    assert "".join(passed(reader, qtbot, Key.Key_Right, 40)) == TEXT
    assert "".join(passed(reader, qtbot, Key.Key_Left, 40)[::-1]) == TEXT


def test_a_word_is_selected_without_the_mark_behind_it(reader: Reader, qtbot: QtBot) -> None:
    reader.open("It is cold. So", ())
    reader.session.move_caret(6)
    qtbot.keyClick(reader.view, Key.Key_Right, SELECT)
    assert (reader.session.caret.start, reader.session.caret.end) == (6, 10)
    qtbot.keyClick(reader.view, Key.Key_Right, SELECT)
    qtbot.keyClick(reader.view, Key.Key_Left, SELECT)
    assert (reader.session.caret.start, reader.session.caret.end) == (6, 10)


def test_in_a_paragraph_from_right_to_left_they_go_as_seen(reader: Reader, qtbot: QtBot) -> None:
    text = "غادر آلاف المدينة"
    reader.open(text)
    assert passed(reader, qtbot, Key.Key_Left, 3) == ["غادر ", "آلاف ", "المدينة"]


@pytest.mark.parametrize("word", [word.of(TEXT) for word in words(TEXT)])
def test_a_double_click_selects_the_word(reader: Reader, qtbot: QtBot, word: str) -> None:
    reader.open(TEXT)
    qtbot.mouseDClick(reader.view.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, reader.place(word))
    caret = reader.session.caret
    assert TEXT[caret.start : caret.end] == word


def test_the_second_article_goes_by_the_same_words(reader: Reader, qtbot: QtBot) -> None:
    view = SecondView(reader.look, article_font("serif", 16), 70)
    qtbot.addWidget(view)
    view.resize(900, 400)
    view.show()
    qtbot.waitExposed(view)
    reader.open(TEXT)
    assert reader.session.current is not None
    view.show_article(reader.session.current)
    QApplication.processEvents()
    cursor = QTextCursor(view.document())
    cursor.setPosition(view.offsets.to_utf16(TEXT.index("204")))
    qtbot.mouseDClick(view.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, view.cursorRect(cursor).center())
    assert view.textCursor().selectedText() == "1\u00a0204"
    qtbot.keyClick(view, Key.Key_Right, CTRL)
    assert view.offsets.to_code_points(view.textCursor().position()) == TEXT.index("people")
