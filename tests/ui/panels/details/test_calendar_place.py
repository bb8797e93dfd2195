"""Where the calendar of a date opens: beside its button, and on the screen wherever the window is."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from annotator.ui.editors.calendar_button import CalendarButton
from annotator.ui.theme.look import Look


def shift(qtbot: QtBot) -> QPoint:
    """How far from where it was moved to the platform shows a popup: without a display it takes it for framed."""
    popup = QWidget(None, Qt.WindowType.Popup)
    qtbot.addWidget(popup)
    popup.move(100, 100)
    popup.show()
    return popup.geometry().topLeft() - QPoint(100, 100)


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
@pytest.mark.parametrize(("across", "down"), [(0, 0), (0.5, 0.5), (1, 1), (0, 1), (1, 0)])
def test_the_calendar_is_on_the_screen(
    qtbot: QtBot, look: Look, across: float, down: float, direction: Qt.LayoutDirection
) -> None:
    window = QWidget()
    window.setLayoutDirection(direction)
    button = CalendarButton(look, window)
    qtbot.addWidget(window)
    window.resize(button.sizeHint())
    window.show()
    room = window.screen().availableGeometry()
    window.move(QPoint(int((room.width() - window.width()) * across), int((room.height() - window.height()) * down)))
    button.findChild(QAbstractButton, "calendarButton").click()
    popup = QApplication.activePopupWidget()
    assert popup is not None
    shown, beside = popup.geometry(), QRect(button.mapToGlobal(QPoint()), button.size())
    popup.close()
    shown.translate(-shift(qtbot))
    assert room.contains(shown)
    assert not shown.intersects(beside)
