"""Drags in the text: by characters or by whole words, from a word, a double or a third click, and other buttons."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QCursor, QKeyEvent
from PySide6.QtWidgets import QApplication, QCheckBox, QDialog, QDialogButtonBox, QMenuBar
from pytestqt.qtbot import QtBot

from tests.support.program import ALT, CTRL, LEFT, NONE, SHIFT, Key, Program, send_mouse
from tests.support.stories import TOWN, write_folder

Start = Callable[..., Program]
AT_REST, MIDDLE = Qt.MouseButton.NoButton, Qt.MouseButton.MiddleButton
PRESS, MOVE, RELEASE = QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.MouseButtonRelease
TWICE = QEvent.Type.MouseButtonDblClick
ARABIC = "غادر آلاف الأشخاص المدينة يوم الخميس، كما قال رئيس البلدية الذي بقي فيها."


@pytest.fixture
def town(start: Start, tmp_path: Path) -> Program:
    """Drags are exact there, as at first."""
    return start(write_folder(tmp_path))


@pytest.fixture
def by_words(town: Program, qtbot: QtBot) -> Program:
    """Drags select whole words, as chosen in the settings."""
    tick(town, qtbot)
    return town


def tick(program: Program, qtbot: QtBot) -> None:
    program.press(Key.Key_Comma, CTRL)
    dialog = program.part(QDialog, "settingsDialog")
    box = program.part(QCheckBox, "wholeWords")
    program.wait_for(dialog.isActiveWindow)  # before that the blank is a key of the text
    qtbot.keyClick(box, Key.Key_Space)
    qtbot.mouseClick(program.part(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Ok), LEFT)
    program.wait_for(lambda: not dialog.isVisible())
    program.window.activateWindow()
    program.wait_for(program.window.isActiveWindow)
    program.view.setFocus()


def inside(program: Program, words: str, letter: int = 1) -> QPoint:
    """The middle of a letter of the words."""
    return program.point_at(program.document.article.text.index(words) + letter)


def press(program: Program, at: QPoint, modifiers: Qt.KeyboardModifier = NONE) -> None:
    send_mouse(program.view.viewport(), PRESS, at, LEFT, LEFT, modifiers)


def move(program: Program, at: QPoint, modifiers: Qt.KeyboardModifier = NONE) -> str:
    """Move with the button held down; the words that are selected then."""
    send_mouse(program.view.viewport(), MOVE, at, AT_REST, LEFT, modifiers)
    return selected(program)


def let_go(program: Program, at: QPoint) -> str:
    send_mouse(program.view.viewport(), RELEASE, at, LEFT, AT_REST)
    return selected(program)


def selected(program: Program) -> str:
    caret = program.session.caret
    assert program.view.textCursor().position() == program.view.offsets.to_utf16(caret.position)
    assert program.view.textCursor().anchor() == program.view.offsets.to_utf16(caret.anchor)
    return program.document.article.text[caret.start : caret.end]


def selected_by(program: Program) -> str:
    """The words that are selected for everybody but the text."""
    caret = program.session.caret
    return program.document.article.text[caret.start : caret.end]


def test_a_drag_is_exact_at_first(town: Program) -> None:
    town.drag(town.edge_at(TOWN.index("ousands")), town.edge_at(TOWN.index("ople left")))
    assert selected(town) == "ousands of pe"


def test_a_drag_takes_whole_words_where_the_setting_says_so(by_words: Program) -> None:
    seen: list[str] = []
    by_words.session.caret_moved.connect(lambda: seen.append(selected_by(by_words)))
    by_words.drag(inside(by_words, "Thousands", 4), inside(by_words, "people", 2))
    assert selected(by_words) == "Thousands of people"
    assert set(seen) == {"", "Thousands", "Thousands of people"}
    by_words.type("c")
    assert by_words.marks == [("claim", "Thousands of people")]


def test_the_setting_is_kept(by_words: Program, start: Start, tmp_path: Path) -> None:
    by_words.close()
    again = start(tmp_path / "town.txt")
    again.drag(inside(again, "Thousands", 4), inside(again, "people", 2))
    assert selected(again) == "Thousands of people"


def test_the_first_word_stays_whole_both_ways(by_words: Program) -> None:
    press(by_words, inside(by_words, "left the", 2))
    assert move(by_words, inside(by_words, "town on", 2)) == "left the town"
    assert move(by_words, inside(by_words, "left the", 3)) == "left"
    assert move(by_words, inside(by_words, "people", 3)) == "people left"
    assert by_words.session.caret.position == TOWN.index("people left")
    assert move(by_words, inside(by_words, "the town", 1)) == "left the"
    assert by_words.session.caret.position == TOWN.index(" town on")
    assert let_go(by_words, inside(by_words, "the town", 1)) == "left the"


def test_a_comma_and_blanks_beside_the_words_stay_out(by_words: Program) -> None:
    text = by_words.point_at(TOWN.index(", said the"))
    by_words.drag(inside(by_words, "Thursday", 3), text)
    assert selected(by_words) == "Thursday"
    by_words.drag(by_words.point_at(TOWN.index(" left the")), inside(by_words, "left the", 1))
    assert selected(by_words) == "left"
    by_words.drag(by_words.edge_at(TOWN.index(" left the")) + QPoint(1, 0), inside(by_words, "left the", 1))
    assert selected(by_words) == "left"
    by_words.drag(by_words.edge_at(TOWN.index(" left the")) - QPoint(2, 0), inside(by_words, "left the", 1))
    assert selected(by_words) == "people left"
    by_words.drag(inside(by_words, "1,204"), inside(by_words, "1,204", 3))
    assert selected(by_words) == "1,204"


def test_a_drag_over_signs_alone_takes_them(by_words: Program) -> None:
    start = TOWN.index("”, she")
    by_words.drag(by_words.edge_at(start), by_words.edge_at(start + 2))
    assert selected(by_words) == "”,"


def test_a_drag_over_paragraphs(by_words: Program) -> None:
    by_words.drag(inside(by_words, "storm", 2), inside(by_words, "Thousands", 2))
    assert selected(by_words) == "storm\n\nThousands"
    by_words.session.move_caret(0)  # a press on what is selected would drag that
    by_words.drag(inside(by_words, "Thousands", 2), inside(by_words, "storm", 2))
    assert selected(by_words) == "storm\n\nThousands"


def test_a_click_that_moves_nowhere_selects_nothing(by_words: Program) -> None:
    at = inside(by_words, "people", 2)
    by_words.drag(at, at)
    assert selected(by_words) == ""


def test_alt_inverts_while_it_is_held_down(by_words: Program) -> None:
    press(by_words, by_words.edge_at(TOWN.index("ousands")))
    end = by_words.edge_at(TOWN.index("ople left"))
    assert move(by_words, end) == "Thousands of people"
    assert move(by_words, end, ALT) == "ousands of pe"
    assert move(by_words, end) == "Thousands of people"
    send_alt(by_words, QEvent.Type.KeyPress)
    assert selected(by_words) == "ousands of pe"
    send_alt(by_words, QEvent.Type.KeyRelease)
    assert let_go(by_words, end) == "Thousands of people"


def test_alt_makes_an_exact_drag_take_words(town: Program) -> None:
    press(town, inside(town, "Thousands", 3))
    assert move(town, inside(town, "people", 2), ALT) == "Thousands of people"
    let_go(town, inside(town, "people", 2))
    send_alt(town, QEvent.Type.KeyPress)
    assert selected(town) == "Thousands of people"


def send_alt(program: Program, kind: QEvent.Type) -> None:
    modifiers = ALT if kind == QEvent.Type.KeyPress else NONE
    QApplication.sendEvent(program.view, QKeyEvent(kind, Key.Key_Alt, modifiers))


def test_alt_in_a_drag_does_not_open_the_menu_bar(town: Program, qtbot: QtBot) -> None:
    press(town, inside(town, "Thousands", 3))
    move(town, inside(town, "people", 2))
    qtbot.keyPress(town.view, Key.Key_Alt, ALT)
    qtbot.keyRelease(town.view, Key.Key_Alt)
    assert town.part(QMenuBar).activeAction() is None
    assert town.view.hasFocus()
    let_go(town, inside(town, "people", 2))


def test_a_double_click_extends_by_words(town: Program) -> None:
    at = inside(town, "1,204", 1)
    press(town, at)
    let_go(town, at)
    send_mouse(town.view.viewport(), TWICE, at, LEFT, LEFT)
    assert selected(town) == "1,204"
    send_alt(town, QEvent.Type.KeyPress)
    assert selected(town) == "1,204"
    assert move(town, inside(town, "prices", 2)) == "1,204 buses; prices"
    assert move(town, inside(town, "Cross", 2)) == "Cross counted 1,204"
    assert let_go(town, inside(town, "Cross", 2)) == "Cross counted 1,204"


def test_a_third_click_selects_the_paragraph(town: Program) -> None:
    at = inside(town, "1,204", 1)
    press(town, at)
    let_go(town, at)
    send_mouse(town.view.viewport(), TWICE, at, LEFT, LEFT)
    let_go(town, at)
    press(town, at)
    assert let_go(town, at).strip() == TOWN.split("\n\n")[2]
    assert town.session.selection is not None
    assert len(town.session.selection) == len(TOWN.split("\n\n")[2])


def test_a_drag_after_the_third_click_goes_on_by_paragraphs(town: Program) -> None:
    at = inside(town, "1,204", 1)
    press(town, at)
    let_go(town, at)
    send_mouse(town.view.viewport(), TWICE, at, LEFT, LEFT)
    let_go(town, at)
    press(town, at)
    move(town, inside(town, "people", 2))
    assert let_go(town, inside(town, "people", 2)).strip() == "\n\n".join(TOWN.split("\n\n")[1:3])


def test_shift_and_a_click_extend_and_the_drag_goes_on_from_there(by_words: Program) -> None:
    by_words.session.move_caret(TOWN.index("people"))
    at = by_words.edge_at(TOWN.index("wn on"))
    press(by_words, at, SHIFT)
    assert selected(by_words) == "people left the to"
    assert move(by_words, inside(by_words, "Thursday", 2), SHIFT) == "people left the town on Thursday"
    assert move(by_words, inside(by_words, "of people", 1), SHIFT) == "of"


def test_the_middle_button_does_nothing(town: Program, qtbot: QtBot) -> None:
    town.drag_over("Thousands")
    before, document = town.session.caret, town.document
    qtbot.mouseClick(town.view.viewport(), MIDDLE, NONE, inside(town, "prices"))
    assert town.session.caret == before
    assert town.document == document


def test_the_middle_button_leaves_a_held_edge_held(town: Program, qtbot: QtBot) -> None:
    town.drag_over("Thousands")
    town.type("c]")
    assert town.view.edge.hold is not None
    qtbot.mouseClick(town.view.viewport(), MIDDLE, NONE, inside(town, "prices"))
    assert town.view.edge.hold is not None


def test_a_drag_beyond_the_lower_edge_scrolls(start: Start, tmp_path: Path) -> None:
    (tmp_path / "long.txt").write_text("\n".join(f"Line {number} of many." for number in range(200)), "utf-8")
    program = start(tmp_path / "long.txt")
    port, bar = program.view.viewport(), program.view.verticalScrollBar()
    press(program, program.point_at(0))
    below = QPoint(40, port.height() + 60)
    QCursor.setPos(port.mapToGlobal(below))
    move(program, below)
    program.wait_for(lambda: bar.value() > 2)
    let_go(program, below)
    assert len(selected(program)) > 100


def test_words_that_run_leftwards(start: Start, tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "arabic.txt").write_text(ARABIC, "utf-8")
    program = start(tmp_path / "arabic.txt")
    tick(program, qtbot)
    program.drag(inside(program, "الأشخاص", 3), inside(program, "الخميس", 2))
    assert selected(program) == "الأشخاص المدينة يوم الخميس"
    program.session.move_caret(0)
    program.drag(inside(program, "الخميس", 2), inside(program, "الأشخاص", 3))
    assert selected(program) == "الأشخاص المدينة يوم الخميس"
