"""Choice of a scheme to start from: a ready one, or one made from a file of another program."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from annotator.language.plain_line import plain_line
from annotator.session.scheme_editing.starts import Start
from annotator.translation.messages import N_, _, ngettext, number
from annotator.ui.theme.look import Look
from annotator.ui.widgets.buttons.decision_buttons import decision_buttons
from annotator.ui.widgets.fitting_dialog import FittingDialog
from annotator.ui.widgets.lists.two_line_rows import TwoLineRows, TwoLines
from annotator.ui.widgets.words.wrapping_label import WrappingLabel

SIZE, PADDING = QSize(560, 480), 20
HINT = N_(
    "The scheme takes the place of the one that is edited, and nothing is written before it is saved. "
    "Annotations whose label it lacks are kept."
)


class StartDialog(FittingDialog):
    """List of schemes. ``chosen``: the name of a ready scheme. ``file_asked``: choose a file."""

    chosen = Signal(str)
    file_asked = Signal()

    def __init__(self, starts: Sequence[Start], look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._starts = list(starts)
        self.setObjectName("startDialog")
        self.setWindowTitle(_("Start from"))
        self.setAccessibleName(_("Start from"))
        self._list = TwoLineRows(look, self)
        self._list.setObjectName("readySchemes")
        self._list.setAccessibleName(_("Ready schemes"))
        self._list.show_rows([TwoLines(plain_line(it.title), plain_line(it.purpose), _labels(it)) for it in starts])
        self._take, self._cancel = QPushButton(_("Start"), self), QPushButton(_("Cancel"), self)
        self._file = QPushButton(_("From a file…"), self)
        self._lay_out()
        self._list.entered.connect(self._choose)
        self._list.doubleClicked.connect(lambda index: self._choose(index.row()))
        self._list.left.connect(self.reject)
        self._take.clicked.connect(lambda: self._choose(self._list.current_row()))
        self._cancel.clicked.connect(self.reject)
        self._file.clicked.connect(self._ask_file)
        self.finished.connect(self.deleteLater)
        self.fit(SIZE)
        self._list.selectRow(0)
        self._list.setFocus()

    def _lay_out(self) -> None:
        hint = WrappingLabel(self)
        hint.setText(_(HINT))
        hint.setContentsMargins(0, 0, 0, 0)
        above, below = QHBoxLayout(), QHBoxLayout()
        above.setContentsMargins(PADDING, 16, PADDING, 12)
        above.addWidget(hint)
        below.setContentsMargins(PADDING, 12, PADDING, 16)
        for name, button in (("startFromFile", self._file), ("takeScheme", self._take), ("cancelStart", self._cancel)):
            button.setObjectName(name)
            button.setAutoDefault(False)
        self._take.setDefault(True)
        below.addWidget(self._file)
        below.addStretch(1)
        below.addWidget(decision_buttons(self._take, self._cancel, self))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(above)
        column.addWidget(self._list, 1)
        column.addLayout(below)

    def _choose(self, row: int) -> None:
        if 0 <= row < len(self._starts):
            self.accept()
            self.chosen.emit(self._starts[row].name)

    def _ask_file(self) -> None:
        self.accept()
        self.file_asked.emit()


def _labels(start: Start) -> str:
    return ngettext("{count} label", "{count} labels", start.labels).format(count=number(start.labels))
