"""Message for a key whose action can do nothing just now."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from annotator.session.session import Session
from annotator.ui.actions.bound_actions import REASON


class DisabledKeyFeedback(QObject):
    """Watch the keys of ``widget``: Qt ignores the keys of disabled actions without telling anybody."""

    def __init__(self, widget: QWidget, session: Session) -> None:
        super().__init__(widget)
        self._widget, self._session = widget, session
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            reason = self._reason(QKeySequence(event.keyCombination()))
            if reason:
                self._session.say(reason)
                return True
        return super().eventFilter(watched, event)

    def _reason(self, keys: QKeySequence) -> str:
        dim = (action for action in self._widget.actions() if not action.isEnabled())
        return next((action.property(REASON) or "" for action in dim if keys in action.shortcuts()), "")
