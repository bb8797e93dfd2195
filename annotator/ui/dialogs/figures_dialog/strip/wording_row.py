"""Row in which a wording is proposed in place of one that the article has."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget

from annotator.language.plain_line import plain_line
from annotator.translation.messages import _


class WordingRow(QWidget):
    """Field and button. ``proposed``: this wording. ``left``: Escape, or an empty proposal that was so before."""

    proposed = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._field, self._button = QLineEdit(self), QPushButton(_("Propose"), self)
        self._field.setObjectName("wordingField")
        self._field.setPlaceholderText(_("Proposed wording"))
        self._field.setAccessibleName(_("Proposed wording"))
        self._field.installEventFilter(self)
        self._button.setObjectName("proposeWording")
        self._button.setAutoDefault(False)
        self._button.clicked.connect(self._propose)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._field, 1)
        row.addWidget(self._button)

    def begin(self, words: str) -> None:
        """Offer the words to be changed, and take the keyboard."""
        self._field.setText(plain_line(words))
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Take Enter and Escape from the field, and from the window around it."""
        if watched is self._field and isinstance(event, QKeyEvent):
            key = event.key()
            if event.type() == QEvent.Type.ShortcutOverride and key == Qt.Key.Key_Escape:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress and key == Qt.Key.Key_Escape:
                self.left.emit()
                return True
            if event.type() == QEvent.Type.KeyPress and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._propose()
                return True
        return False

    def _propose(self) -> None:
        self.proposed.emit(self._field.text().strip())
