"""Room on a screen for a window with its frame."""

from __future__ import annotations

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QWidget

USUAL_FRAME = QMargins(8, 40, 8, 8)
"""Frame that is reckoned with at least: the system tells the true one only after the window was shown."""


def room_for(widget: QWidget) -> QRect:
    """Return the available part of the widget's screen, less the frame of its window."""
    return widget.screen().availableGeometry().marginsRemoved(_frame(widget.window()))


def resize_into_room(window: QWidget, size: QSize) -> None:
    """Resize the window to ``size``, or to what there is room for."""
    window.resize(size.boundedTo(room_for(window).size()))


def move_into_room(window: QWidget) -> None:
    """Shrink and move the window so that it and its frame lie on its screen; leave one alone that fills the screen."""
    if window.isMaximized() or window.isFullScreen():
        return
    room, now = room_for(window), window.geometry()
    if not room.contains(now):
        resize_into_room(window, now.size())
        way = _way_into(room, QRect(now.topLeft(), window.size()))
        window.move(window.pos() + way - _unknown_corner(window))


def _way_into(room: QRect, rect: QRect) -> QPoint:
    x = max(room.left(), min(rect.left(), room.right() + 1 - rect.width()))
    y = max(room.top(), min(rect.top(), room.bottom() + 1 - rect.height()))
    return QPoint(x, y) - rect.topLeft()


def _unknown_corner(window: QWidget) -> QPoint:
    """Return how far the frame is reckoned to reach beyond the known one at the upper left.

    The system takes the place of a window for that of its frame, which it puts around the window only then; but the
    place of one that it knows already for that of what is within the frame, even before it has put one around it.
    """
    if window.testAttribute(Qt.WidgetAttribute.WA_WState_Created):
        return QPoint()
    frame, known = _frame(window), _known_frame(window)
    return QPoint(frame.left() - known.left(), frame.top() - known.top())


def _frame(window: QWidget) -> QMargins:
    return _known_frame(window) | USUAL_FRAME


def _known_frame(window: QWidget) -> QMargins:
    handle = window.windowHandle()
    return handle.frameMargins() if handle else QMargins()
