"""Wheel and fingers over the text: Ctrl with the wheel and two fingers zoom, a touch pad scrolls as far as it says."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QInputDevice, QNativeGestureEvent, QPointingDevice, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.support.program import CTRL, NONE, Program

Start = Callable[..., Program]
Phase = Qt.ScrollPhase


@pytest.fixture
def long(start_again: Start, tmp_path: Path) -> Program:
    (tmp_path / "long.txt").write_text("\n".join(f"Line {number} of many." for number in range(200)), "utf-8")
    return start_again(tmp_path / "long.txt")


def turn(
    widget: QWidget,
    angle: int,
    modifiers: Qt.KeyboardModifier = NONE,
    pixels: int = 0,
    phase: Qt.ScrollPhase = Phase.NoScrollPhase,
) -> None:
    at = QPointF(widget.rect().center())
    there = QPointF(widget.mapToGlobal(at))
    buttons = Qt.MouseButton.NoButton
    event = QWheelEvent(at, there, QPoint(0, pixels), QPoint(0, angle), buttons, modifiers, phase, False)
    QApplication.sendEvent(widget, event)


def zoom(program: Program) -> int:
    """Size of the article's letters in per cent of that at first."""
    return round(program.view.font().pixelSize() / 17 * 10) * 10


def top(program: Program) -> int:
    return program.view.verticalScrollBar().value()


def test_a_notch_with_ctrl_is_one_step(long: Program) -> None:
    turn(long.view.viewport(), 120, CTRL)
    assert zoom(long) == 110
    turn(long.view.viewport(), -240, CTRL)
    assert zoom(long) == 90
    assert top(long) == 0


def test_small_turns_of_a_touch_pad_make_a_step_together(long: Program) -> None:
    for _ in range(7):
        turn(long.view.viewport(), 15, CTRL)
    assert zoom(long) == 100
    turn(long.view.viewport(), 15, CTRL)
    assert zoom(long) == 110


def test_a_turn_sideways_with_ctrl_does_nothing(long: Program) -> None:
    turn(long.view.viewport(), 0, CTRL)
    assert zoom(long) == 100


@pytest.mark.parametrize("name", ["statementMargin", "structureMargin"])
def test_the_margins_zoom_and_scroll_too(long: Program, name: str) -> None:
    margin = long.part(QWidget, name)
    turn(margin, 120, CTRL)
    assert zoom(long) == 110
    turn(margin, -120)
    assert top(long) > 0


def test_a_touch_pad_scrolls_as_many_lines_as_the_fingers_pass(long: Program) -> None:
    pitch = long.view.measure.pitch
    for _ in range(30):
        turn(long.view.viewport(), -8, pixels=-int(pitch / 2), phase=Phase.ScrollUpdate)
    assert 13 <= top(long) <= 15
    for _ in range(10):
        turn(long.view.viewport(), 8, pixels=int(pitch / 2), phase=Phase.ScrollUpdate)
    assert 8 <= top(long) <= 11


def test_pixels_of_a_wheel_are_not_trusted(long: Program) -> None:
    turn(long.view.viewport(), -120, pixels=-15)
    assert top(long) == QApplication.wheelScrollLines()


def test_two_fingers_on_a_touch_pad_zoom(long: Program) -> None:
    for _ in range(5):
        spread(long.view.viewport(), 0.04)
    assert zoom(long) == 120
    for _ in range(5):
        spread(long.view.viewport(), -0.08)
    assert zoom(long) == 80


def spread(widget: QWidget, by: float) -> None:
    at = QPointF(widget.rect().center())
    device, kind = QPointingDevice.primaryPointingDevice(), Qt.NativeGestureType.ZoomNativeGesture
    event = QNativeGestureEvent(kind, device, 2, at, at, QPointF(widget.mapToGlobal(at)), by, QPointF())
    QApplication.sendEvent(widget, event)
    assert event.type() == QEvent.Type.NativeGesture


def test_two_fingers_on_a_touch_screen_zoom(long: Program) -> None:
    screen = QTest.createTouchDevice(QInputDevice.DeviceType.TouchScreen)
    port, middle = long.view.viewport(), long.view.viewport().rect().center()
    QTest.touchEvent(port, screen).press(0, middle - QPoint(50, 0), port).press(
        1, middle + QPoint(50, 0), port
    ).commit()
    for far in (60, 70, 80, 90, 100):
        fingers = QTest.touchEvent(port, screen)
        fingers.move(0, middle - QPoint(far, 0), port).move(1, middle + QPoint(far, 0), port).commit()
    fingers = QTest.touchEvent(port, screen)
    fingers.release(0, middle - QPoint(100, 0), port).release(1, middle + QPoint(100, 0), port).commit()
    assert 150 <= zoom(long) <= 200


def test_one_finger_still_puts_the_caret(long: Program) -> None:
    screen = QTest.createTouchDevice(QInputDevice.DeviceType.TouchScreen)
    port, at = long.view.viewport(), long.point_at(5)
    QTest.touchEvent(port, screen).press(0, at, port).commit()
    QTest.touchEvent(port, screen).release(0, at, port).commit()
    assert long.session.caret.position in (5, 6)
    assert zoom(long) == 100
