"""The hover card appears where the pointer rests on annotations, and only when it is wanted."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from annotator.ui.article_view.hover_card import HoverCard
from tests.support.marked_articles import Marks
from tests.support.program import Program, send_mouse
from tests.support.stories import KEYS, MARKS, TOWN

Start = Callable[..., Program]
MOVE, AT_REST, LEFT = QEvent.Type.MouseMove, Qt.MouseButton.NoButton, Qt.MouseButton.LeftButton


@pytest.fixture
def program(start_again: Start, tmp_path: Path) -> Program:
    """Annotations of all labels, the last of which can be undone."""
    path = Marks(TOWN).mark_each(*MARKS[:-1]).write(tmp_path / "town.txt")
    program = start_again(path)
    label, words = MARKS[-1]
    program.drag_over(words)
    program.type(KEYS[label])
    program.session.select(None)
    program.session.move_caret(0)
    return program


def turn_wheel(program: Program, place: QPoint) -> None:
    at, none = QPointF(place), QPoint()
    no_buttons, phase = Qt.MouseButton.NoButton, Qt.ScrollPhase.NoScrollPhase
    keys = Qt.KeyboardModifier.NoModifier
    event = QWheelEvent(at, at, none, QPoint(0, -120), no_buttons, keys, phase, False)
    QApplication.sendEvent(program.view.viewport(), event)


def rest_at(program: Program, place: QPoint) -> None:
    send_mouse(program.view.viewport(), MOVE, place, AT_REST, AT_REST)


def test_it_appears_and_goes(program: Program) -> None:
    card = program.part(HoverCard)
    rest_at(program, program.point_at(TOWN.index("not wait")))
    assert not card.isVisible()
    program.wait_for(card.isVisible)
    two = card.sizeHint().height()
    rest_at(program, program.point_at(TOWN.index("prices")))
    assert not card.isVisible()
    rest_at(program, program.point_at(TOWN.index("mayor")))
    program.wait_for(card.isVisible)
    assert card.sizeHint().height() < two


def test_it_is_below_the_pointer_and_on_the_screen(program: Program) -> None:
    card, place = program.part(HoverCard), program.point_at(TOWN.index("not wait"))
    rest_at(program, place)
    program.wait_for(card.isVisible)
    below = program.view.viewport().mapToGlobal(place).y()
    assert card.geometry().top() > below
    assert program.window.screen().geometry().contains(card.geometry())


def test_it_keeps_away_while_words_are_selected(program: Program, qtbot: QtBot) -> None:
    card = program.part(HoverCard)
    pause = card.findChild(QTimer)
    assert isinstance(pause, QTimer)
    program.drag_over("prices")
    rest_at(program, program.point_at(TOWN.index("not wait")))
    assert pause.isActive()
    program.wait_for(lambda: not pause.isActive())
    assert not card.isVisible()


def test_it_appears_beside_a_badge_too(program: Program, qtbot: QtBot) -> None:
    card, beside = program.part(HoverCard), program.part(QWidget, "statementMargin")
    height = program.point_at(TOWN.index("Red Cross")).y()
    for x in range(0, beside.width(), 4):
        send_mouse(beside, MOVE, QPoint(x, height), AT_REST, AT_REST)
        if beside.cursor().shape() == Qt.CursorShape.PointingHandCursor:
            break
    program.wait_for(card.isVisible)


@pytest.mark.parametrize("end", ["key", "press", "wheel", "change", "deactivation"])
def test_it_leaves_and_does_not_come_before_the_pointer_moves(program: Program, end: str) -> None:
    card, place = program.part(HoverCard), program.point_at(TOWN.index("not wait"))
    pause = card.findChild(QTimer)
    assert isinstance(pause, QTimer)
    rest_at(program, place)
    assert pause.isActive()
    finish(program, end, place)
    assert not pause.isActive()
    assert not card.isVisible()


def test_it_leaves_when_it_is_shown_and_comes_again(program: Program) -> None:
    card, place = program.part(HoverCard), program.point_at(TOWN.index("not wait"))
    for end in ("key", "wheel"):
        rest_at(program, place)
        program.wait_for(card.isVisible)
        finish(program, end, place)
        assert not card.isVisible()


def finish(program: Program, end: str, place: QPoint) -> None:
    match end:
        case "key":
            program.press(Qt.Key.Key_Shift)
        case "press":
            send_mouse(program.view.viewport(), QEvent.Type.MouseButtonPress, place, LEFT, LEFT)
        case "wheel":
            turn_wheel(program, place)
        case "change":
            program.session.undo()
        case _:
            QApplication.sendEvent(program.window, QEvent(QEvent.Type.WindowDeactivate))
