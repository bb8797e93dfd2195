"""Question for the name under which a review is saved, or decisions on a final version."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import QDialogButtonBox, QLineEdit, QPushButton, QVBoxLayout, QWidget

from annotator.translation.messages import N_, _
from annotator.ui.widgets.words.wrapping_label import SmallPrint, WrappingLabel

WIDTH, MARGIN = 420, 16


class NameWords(NamedTuple):
    """Words of the question, not translated: the question, what becomes of the name, the field, and the button."""

    question: str
    about: str
    field: str
    begin: str


REVIEWER = NameWords(
    N_("Under which name do you review?"),
    N_("The review is saved in a file of that name beside the article; nobody else's file changes."),
    N_("Name of the reviewer"),
    N_("Begin the review"),
)
DECIDER = NameWords(
    N_("Under which name do you decide?"),
    N_("Each decision says who made it. The name holds until the program ends; one in the settings holds for good."),
    N_("Name of who decides"),
    N_("Begin to decide"),
)


class NamePane(QWidget):
    """Pane with a field. ``take`` is called with the name; its sentence says why that cannot be.

    ``left``: Escape, or Cancel.
    """

    left = Signal()

    def __init__(self, take: Callable[[str], str], words: NameWords, parent: QWidget) -> None:
        super().__init__(parent)
        self._take_name = take
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        question, about, self._problem = WrappingLabel(self), SmallPrint(self), WrappingLabel(self)
        question.setText(_(words.question))
        about.setText(_(words.about))
        self.field = QLineEdit(self)
        self.field.setObjectName("reviewerName")
        self.field.setAccessibleName(_(words.field))
        self._problem.setObjectName("nameProblem")
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setAlignment(Qt.AlignmentFlag.AlignCenter)
        for part in (question, self.field, about, self._problem, self._buttons(_(words.begin))):
            part.setFixedWidth(WIDTH)
            column.addWidget(part)
        self._problem.hide()
        self.setFocusProxy(self.field)
        self.field.returnPressed.connect(self._take)

    def propose(self, name: str) -> None:
        """Propose a name."""
        self._tell("")
        self.field.setText(name)
        self.field.selectAll()

    def _buttons(self, words: str) -> QDialogButtonBox:
        """Return the button with these words, which takes the name, and Cancel, in the order of the system."""
        begin, cancel = QPushButton(words, self), QPushButton(_("Cancel"), self)
        begin.setObjectName("beginReview")
        begin.clicked.connect(self._take)
        cancel.setObjectName("cancelName")
        cancel.clicked.connect(self.left)
        buttons = QDialogButtonBox(self)
        buttons.addButton(begin, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(cancel, QDialogButtonBox.ButtonRole.RejectRole)
        for button in (begin, cancel):
            button.setAutoDefault(False)  # in a dialog Enter in the field would take the name twice
        return buttons

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _take(self) -> None:
        self._tell(self._take_name(self.field.text()))

    def _tell(self, problem: str) -> None:
        """Say why the name cannot be taken; empty where it can."""
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))
