"""Question for the name under which a review is saved."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from annotator.translation.messages import _
from annotator.ui.theme.mirroring import beginning
from annotator.ui.widgets.words.wrapping_label import SmallPrint, WrappingLabel

WIDTH = 420


class NamePane(QWidget):
    """Pane with a field. ``take`` is called with the name; its sentence says why that cannot be. ``left``: Escape."""

    left = Signal()

    def __init__(self, take: Callable[[str], str], parent: QWidget) -> None:
        super().__init__(parent)
        self._take_name = take
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        question, about, self._problem = WrappingLabel(self), SmallPrint(self), WrappingLabel(self)
        question.setText(_("Under which name do you review?"))
        about.setText(_("The review is saved in a file of that name beside the article; nobody else's file changes."))
        self.field = QLineEdit(self)
        self.field.setObjectName("reviewerName")
        self.field.setAccessibleName(_("Name of the reviewer"))
        begin = QPushButton(_("Begin the review"), self)
        begin.setObjectName("beginReview")
        self._problem.setObjectName("reviewerProblem")
        column = QVBoxLayout(self)
        column.setAlignment(Qt.AlignmentFlag.AlignCenter)
        for part in (question, self.field, about, self._problem):
            part.setFixedWidth(WIDTH)
            column.addWidget(part)
        column.addWidget(begin, alignment=beginning(self))
        self._problem.hide()
        self.setFocusProxy(self.field)
        self.field.returnPressed.connect(self._take)
        begin.clicked.connect(self._take)

    def propose(self, name: str) -> None:
        """Propose a name."""
        self._tell("")
        self.field.setText(name)
        self.field.selectAll()

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
