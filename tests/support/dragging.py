"""Files dragged over the window and dropped there, as by another program."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget

COPY = Qt.DropAction.CopyAction
LEFT, NO_KEYS = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def carrying(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def drag_enters(widget: QWidget, data: QMimeData, possible: Qt.DropAction = COPY) -> Qt.DropAction | None:
    """Drag over the widget; return what a drop would do, None where it is not taken."""
    event = QDragEnterEvent(QPoint(5, 5), possible, data, LEFT, NO_KEYS)
    event.ignore()  # as Qt sends it
    QApplication.sendEvent(widget, event)
    return event.dropAction() if event.isAccepted() else None


def drop_on(widget: QWidget, data: QMimeData, possible: Qt.DropAction = COPY) -> Qt.DropAction | None:
    """Drag over the widget and drop there; return what was done, None where nothing was taken."""
    if drag_enters(widget, data, possible) is None:  # Qt gives the drop to the widget that took the drag
        return None
    event = QDropEvent(QPointF(5, 5), possible, data, LEFT, NO_KEYS, QEvent.Type.Drop)
    event.ignore()
    QApplication.sendEvent(widget, event)
    return event.dropAction() if event.isAccepted() else None
