"""Card in focus mode: what keys do, 10 pixels above the lower edge, as long as one is awaited."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

from annotator.ui.article_view.hold_hint import HoldHint
from tests.support.program import CTRL, LEFT, NONE, SHIFT, Key, Program, send_mouse
from tests.support.stories import TOWN, write_folder

Start = Callable[..., Program]
LABELS = "C claim, S source, F figure, U cue, Q quote, Z part"


@pytest.fixture
def focused(start_again: Start, tmp_path: Path) -> Program:
    return in_focus_mode(start_again, tmp_path)


def in_focus_mode(start: Start, folder: Path) -> Program:
    program = start(write_folder(folder))
    program.press(Key.Key_F11, SHIFT)
    return program


def card(program: Program) -> str:
    """What the card says; empty where there is none."""
    found = program.window.findChild(QWidget, "focusCard")
    return found.accessibleName() if isinstance(found, QWidget) and found.isVisible() else ""


def turn_wheel(program: Program) -> None:
    at, nothing, phase = QPointF(50, 50), QPoint(), Qt.ScrollPhase.NoScrollPhase
    event = QWheelEvent(at, at, nothing, QPoint(0, -120), Qt.MouseButton.NoButton, NONE, phase, False)
    QApplication.sendEvent(program.view.viewport(), event)


def place(program: Program) -> QRect:
    return program.part(QWidget, "focusCard").geometry()


def test_it_says_at_first_how_the_mode_is_left(focused: Program) -> None:
    assert card(focused) == "Focus mode: F1 all keys, Ctrl+K commands, Esc leave"
    assert place(focused).bottom() + 1 == focused.view.height() - 10
    focused.press(Key.Key_Right)
    assert card(focused) == ""


def test_it_shows_the_labels_of_a_selection(focused: Program) -> None:
    focused.select("Thousands")
    focused.press(Key.Key_Escape)
    focused.press(Key.Key_Home, CTRL)
    focused.select_on(7)
    assert card(focused) == f"Tag the selection: {LABELS}, Esc let go"
    assert place(focused).bottom() + 1 == focused.view.height() - 10
    focused.type("c")
    assert focused.marks == [("claim", "Harbour")]
    assert card(focused) == ""


def test_it_waits_for_the_end_of_a_drag(focused: Program) -> None:
    port = focused.view.viewport()
    start, end = focused.edge_at(TOWN.index("people")), focused.edge_at(TOWN.index(" left the"))
    send_mouse(port, QEvent.Type.MouseButtonPress, start, LEFT, LEFT)
    send_mouse(port, QEvent.Type.MouseMove, end, Qt.MouseButton.NoButton, LEFT)
    assert card(focused) == ""
    send_mouse(port, QEvent.Type.MouseButtonRelease, end, LEFT, Qt.MouseButton.NoButton)
    assert LABELS in card(focused)


def test_it_does_not_cover_what_is_selected(start_again: Start, tmp_path: Path) -> None:
    (tmp_path / "long.txt").write_text(
        "\n".join(f"Line {number} of many, which are long enough to reach the card." for number in range(90)), "utf-8"
    )
    program = start_again(tmp_path / "long.txt")
    program.press(Key.Key_F11, SHIFT)
    program.press(Key.Key_End, CTRL)
    program.press(Key.Key_Left, CTRL | SHIFT, times=3)
    assert LABELS in card(program)
    assert place(program).top() == 10
    caret = program.view.cursorRect().translated(program.view.viewport().pos())
    assert not place(program).intersects(caret)
    program.press(Key.Key_Home, CTRL)
    program.press(Key.Key_End, CTRL | SHIFT)
    assert place(program).top() == 10
    bar = program.view.verticalScrollBar()
    bar.setValue(bar.value() - 30)
    assert place(program).bottom() + 1 == program.view.height() - 10


def test_it_says_which_label_is_locked(focused: Program) -> None:
    focused.press(Key.Key_Home, CTRL)
    focused.type("ff")
    assert card(focused) == "Locked: figure: Esc unlock"
    focused.press(Key.Key_Escape)
    assert card(focused) == "Unlocked"
    focused.press(Key.Key_Right)
    focused.session.lock("claim")
    assert card(focused) == "Locked: claim: Esc unlock"


def test_it_gives_way_to_the_keys_of_a_held_edge(focused: Program) -> None:
    focused.select("Thousands")
    focused.type("cc")
    assert card(focused) == "Locked: claim: Esc unlock"
    focused.type("]")
    hint = focused.part(HoldHint)
    assert hint.isVisible()
    assert hint.geometry().bottom() + 1 == focused.view.height() - 10
    assert card(focused) == ""


def test_it_tells_why_a_key_does_nothing(focused: Program) -> None:
    focused.press(Key.Key_Home, CTRL)
    focused.type("n")
    assert card(focused) == "No annotation is selected"
    focused.press(Key.Key_Right)
    assert card(focused) == ""


@pytest.mark.parametrize("use", ["key", "press", "wheel", "another window"])
@pytest.mark.parametrize("before", ["greeting", "sentence"])
def test_it_leaves_at_the_next_use_of_the_program(start: Start, tmp_path: Path, use: str, before: str) -> None:
    focused = in_focus_mode(start, tmp_path)
    if before == "sentence":
        focused.press(Key.Key_Home, CTRL)
        focused.type("n")
    assert card(focused)
    match use:
        case "key":
            focused.press(Key.Key_Shift)
        case "press":
            send_mouse(focused.view.viewport(), QEvent.Type.MouseButtonPress, QPoint(9, 9), LEFT, LEFT)
        case "wheel":
            turn_wheel(focused)
        case _:
            QApplication.sendEvent(focused.window, QEvent(QEvent.Type.WindowDeactivate))
    assert card(focused) == ""


def test_what_it_says_of_a_selection_stays_meanwhile(focused: Program) -> None:
    focused.press(Key.Key_Home, CTRL)
    focused.select_on(7)
    focused.press(Key.Key_Shift)
    assert LABELS in card(focused)


def test_there_is_none_outside_the_mode(focused: Program) -> None:
    focused.press(Key.Key_F11, SHIFT)
    focused.press(Key.Key_Home, CTRL)
    focused.select_on(7)
    assert card(focused) == ""
    focused.press(Key.Key_F11, SHIFT)
    assert card(focused) == "Focus mode: F1 all keys, Ctrl+K commands, Esc leave"


@pytest.mark.parametrize("width", [480, 1400])
def test_it_fits_into_the_window(start_again: Start, tmp_path: Path, width: int) -> None:
    program = start_again(write_folder(tmp_path))
    program.press(Key.Key_F11, SHIFT)
    program.window.resize(width, 600)
    program.press(Key.Key_Home, CTRL)
    program.select_on(7)
    inside = program.view.rect().adjusted(10, 10, -10, -10)
    assert inside.contains(place(program))
    assert abs(place(program).center().x() - program.view.rect().center().x()) <= 1
