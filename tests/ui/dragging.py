"""Files dragged over the window and dropped there, as by another program."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget

COPY = Qt.DropAction.CopyAction
CORNER = QPoint(5, 5)
LEFT, NO_KEYS, SHIFT = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier


def carrying(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    data.setText("\n".join(map(str, paths)))
    return data


def keys(possible: Qt.DropAction) -> Qt.KeyboardModifier:
    """The keys held down: those that ask for a move where one is possible."""
    return SHIFT if possible & Qt.DropAction.MoveAction else NO_KEYS


def drag_enters(
    widget: QWidget, data: QMimeData, possible: Qt.DropAction = COPY, at: QPoint = CORNER
) -> Qt.DropAction | None:
    """Drag over the widget; return what a drop would do, None where it is not taken."""
    event = QDragEnterEvent(at, possible, data, LEFT, keys(possible))
    event.ignore()  # as Qt sends it
    QApplication.sendEvent(widget, event)
    return event.dropAction() if event.isAccepted() else None


def drop_on(
    widget: QWidget, data: QMimeData, possible: Qt.DropAction = COPY, at: QPoint = CORNER
) -> Qt.DropAction | None:
    """Drag over the widget and drop there; return what was done, None where nothing was taken."""
    if drag_enters(widget, data, possible, at) is None:  # Qt gives the drop to the widget that took the drag
        return None
    event = QDropEvent(at.toPointF(), possible, data, LEFT, keys(possible), QEvent.Type.Drop)
    event.ignore()
    QApplication.sendEvent(widget, event)
    return event.dropAction() if event.isAccepted() else None
