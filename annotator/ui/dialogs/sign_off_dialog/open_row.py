"""Row of something that stands in the way of a sign-off: its words, why, and the reason for which it may stay open."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from annotator.language.plain_line import shortened
from annotator.language.quoted_words import without_marks
from annotator.translation.messages import _
from annotator.ui.theme.fonts import small_font
from annotator.ui.theme.mirroring import margins
from annotator.ui.widgets.words.elided_label import ElidedLabel

LONGEST, GAP, PADDING = 200, 8, 16
AGAIN = "again"
"""Reason of what was only to be checked again."""


@dataclass(frozen=True, slots=True)
class OpenItem:
    """A fact or a query with its ``words`` and ``why`` it is in the way; ``again``: it only has to be checked again.

    ``place`` is False for a query about the article, which has no place in the text.
    """

    id: str
    words: str
    why: str
    again: bool = False
    place: bool = True


class OpenRow(QWidget):
    """Row of ``item``. ``edited``: the reason or the tick has changed. ``went``: its fact is to be gone to."""

    edited = Signal()
    went = Signal(str)

    def __init__(self, item: OpenItem, reason: str, *, writable: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self.item = item
        self._words, self._why = ElidedLabel(parent=self), ElidedLabel(parent=self)
        self._reason, self._again = QLineEdit(reason, self), QCheckBox(_("Checked again"), self)
        self._go = QPushButton(_("Go there"), self)
        self._name_parts()
        self._lay_out()
        self._reason.setEnabled(writable)
        self._again.setEnabled(writable)
        self._again.setChecked(item.again and reason == AGAIN)
        self._reason.textChanged.connect(self.edited)
        self._reason.returnPressed.connect(lambda: self.went.emit(item.id) if item.place else None)
        self._again.toggled.connect(self.edited)
        self._go.clicked.connect(lambda: self.went.emit(item.id))

    @property
    def reason(self) -> str:
        """The reason that is given, AGAIN where the fact was checked again; empty without one."""
        if self.item.again:
            return AGAIN if self._again.isChecked() else ""
        return self._reason.text().strip()

    def take_keyboard(self) -> None:
        """Put the keyboard where the reason is given."""
        field = self._again if self.item.again else self._reason
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _name_parts(self) -> None:
        item, words = self.item, shortened(without_marks(self.item.words), LONGEST)
        self._words.show_line(shortened(item.words, LONGEST))
        self._why.show_line(item.why)
        self._why.setFont(small_font())
        self._why.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._reason.setPlaceholderText(_("Reason why it may stay open"))
        self._reason.setAccessibleName(_("Reason why “{words}” may stay open").format(words=words))
        self._again.setAccessibleName(_("“{words}” was checked again").format(words=words))
        self._go.setAccessibleName(_("Go to “{words}”").format(words=words))
        self._go.setAutoDefault(False)
        for part, name in ((self._reason, "reason"), (self._again, "again"), (self._go, "goTo")):
            part.setObjectName(f"{name}-{item.id}")

    def _lay_out(self) -> None:
        above = QHBoxLayout()
        above.setSpacing(GAP)
        above.addWidget(self._words, 1)
        above.addWidget(self._why)
        below = QHBoxLayout()
        below.setSpacing(GAP)
        below.addWidget(self._again if self.item.again else self._reason, 1)
        below.addWidget(self._go)
        (self._reason if self.item.again else self._again).hide()
        self._go.setVisible(self.item.place)
        column = QVBoxLayout(self)
        column.setContentsMargins(margins(PADDING, 8, PADDING, 8))
        column.setSpacing(4)
        column.addLayout(above)
        column.addLayout(below)
