"""Esc that no part of the window has used: it leads back to the text."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget


class EscapeToText(QObject):
    """Event filter of the window, and of docks, which may float as windows: keys come there that nothing has used."""

    def __init__(self, window: QWidget, docks: Iterable[QWidget], to_text: Callable[[], None]) -> None:
        super().__init__(window)
        self._to_text = to_text
        for part in (window, *docks):
            part.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        escape = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if escape and event.type() == QEvent.Type.KeyPress:
            self._to_text()
            return True
        return super().eventFilter(watched, event)
