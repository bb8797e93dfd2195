"""Reasons of a decision: chips with a digit each, and a field for any other."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from annotator.model.kinds.decisions import REASONS
from annotator.translation.messages import _
from annotator.ui.review.outcomes import reason_words
from annotator.ui.theme.look import Look
from annotator.ui.widgets.buttons.pill import Pill
from annotator.ui.widgets.layouts.flow_layout import FlowLayout
from annotator.ui.widgets.words.wrapping_label import SmallPrint

KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape)


class Reasons(QWidget):
    """Chips and field, shown while a reason is asked for. ``chosen``: a word of REASONS or any text. ``left``: done."""

    chosen = Signal(str)
    left = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._about, self._field = SmallPrint(self), QLineEdit(self)
        self._about.setObjectName("reasonAbout")
        self._field.setObjectName("reasonField")
        self._field.setPlaceholderText(_("1 to 8, or other words and Enter"))
        self._field.setAccessibleName(_("Reason of the decision"))
        self._field.installEventFilter(self)
        chips = QWidget(self)
        flow = FlowLayout(chips, 6, 6)
        for number, why in enumerate(REASONS, start=1):
            chip = Pill(look, chips)
            chip.setCheckable(False)
            chip.show_words(f"{number} {reason_words(why)}")
            chip.setObjectName(f"reason-{why}")
            chip.clicked.connect(partial(self._choose, why))
            flow.addWidget(chip)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._about)
        column.addWidget(chips)
        column.addWidget(self._field)
        self.hide()

    def ask(self, about: str) -> None:
        """Ask for the reason of a decision, of which ``about`` tells; the field takes the keyboard."""
        self._about.setText(about)
        self.show()
        self._field.clear()
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Choose at a digit, or at Enter with what was typed; Escape asks no longer."""
        if isinstance(event, QKeyEvent) and self._acts(event):
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self._take(event)
                return True
        return super().eventFilter(watched, event)

    def _acts(self, event: QKeyEvent) -> bool:
        digit = event.text().isascii() and event.text().isdecimal() and 0 < int(event.text()) <= len(REASONS)
        return event.key() in KEYS or (digit and not self._field.text())

    def _take(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        elif event.key() in KEYS:
            self._choose(self._field.text().strip())
        else:
            self._choose(REASONS[int(event.text()) - 1])

    def _choose(self, why: str) -> None:
        self._leave()
        self.chosen.emit(why)

    def _leave(self) -> None:
        self.hide()
        self.left.emit()
