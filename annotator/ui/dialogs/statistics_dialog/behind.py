"""List of the annotations behind a mark, from which one goes to their places."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from annotator.corpus.charts.chart import Mark
from annotator.model.scheme import Scheme
from annotator.translation.messages import _
from annotator.ui.theme.look import Look
from annotator.ui.theme.mirroring import margins
from annotator.ui.widgets.fitting_dialog import FittingDialog
from annotator.ui.widgets.lists.item_rows import ItemRow, ItemRows
from annotator.ui.widgets.words.elided_label import ElidedLabel

SIZE, PADDING, GAP = QSize(720, 460), 16, 10


class BehindDialog(FittingDialog):
    """List. ``went``: the Marked whose place is to be shown."""

    went = Signal(object)

    def __init__(self, mark: Mark, scheme: Scheme, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._behind = mark.behind
        self.setObjectName("behindDialog")
        self.setWindowTitle(_("Behind the number"))
        self.setAccessibleName(mark.words)
        title = ElidedLabel(mark.words, self)
        title.setObjectName("behindWords")
        self._rows = ItemRows(scheme, look, self)
        self._rows.setObjectName("behindRows")
        self._rows.setAccessibleName(mark.words)
        self._rows.show_rows([ItemRow(one.words, one.label, one.article) for one in mark.behind])
        self._rows.entered.connect(self._go)
        self._rows.doubleClicked.connect(lambda index: self._go(index.row()))
        self._rows.left.connect(self.reject)
        self._lay_out(title)
        self._rows.go_to(0)
        self._rows.setFocus()
        self.fit(SIZE)

    def _lay_out(self, title: QWidget) -> None:
        go, close = QPushButton(_("Go there"), self), QPushButton(_("Close"), self)
        go.setObjectName("goBehind")
        close.setObjectName("closeBehind")
        go.clicked.connect(lambda: self._go(self._rows.current_row()))
        close.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addStretch(1)
        for button in (go, close):
            button.setAutoDefault(False)
            foot.addWidget(button)
        foot.setContentsMargins(margins(PADDING, GAP, PADDING, GAP))
        head = QHBoxLayout()
        head.setContentsMargins(margins(PADDING, GAP, PADDING, GAP))
        head.addWidget(title)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._rows, 1)
        column.addLayout(foot)

    def _go(self, row: int) -> None:
        if 0 <= row < len(self._behind):
            self.went.emit(self._behind[row])
            self.accept()
