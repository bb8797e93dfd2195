"""Keys in the text while words are selected for a slot of the card."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from annotator.session.editing.card.card_mode import CardMode

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FillingKeys(QObject):
    """Event filter of the text: Enter fills the slot with the selection, Escape goes back to the card."""

    def __init__(self, mode: CardMode, text: QWidget) -> None:
        super().__init__(text)
        self._mode = mode
        text.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        keys = (*ENTER, Qt.Key.Key_Escape)
        if not self._mode.is_filling or not isinstance(event, QKeyEvent) or event.key() not in keys:
            return super().eventFilter(watched, event)
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if event.type() == QEvent.Type.KeyPress:
            self._mode.fill() if event.key() in ENTER else self._mode.back()
            return True
        return super().eventFilter(watched, event)
