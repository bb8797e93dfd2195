"""Window of one's corrections: a list by kind, and below it what was changed with the guideline of the label."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from annotator.model.scheme import Scheme
from annotator.review.corrections import KINDS
from annotator.session.review.folder_corrections import CorrectedPlace, FolderCorrections
from annotator.translation.messages import _
from annotator.ui.dialogs.corrections_dialog.wording import about, kind_words, summary, why_empty
from annotator.ui.theme.look import Look
from annotator.ui.theme.mirroring import margins
from annotator.ui.widgets.fitting_dialog import FittingDialog, ScrolledContent
from annotator.ui.widgets.lists.item_rows import ItemRow, ItemRows
from annotator.ui.widgets.words.elided_label import ElidedLabel
from annotator.ui.widgets.words.wrapping_label import WrappingLabel

SIZE, SMALLEST, PADDING, GAP, ABOUT = QSize(760, 560), QSize(320, 340), 16, 10, 150


class CorrectionsDialog(FittingDialog):
    """List. ``went``: the CorrectedPlace that is to be shown."""

    went = Signal(object)

    def __init__(self, scheme: Scheme, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._scheme = scheme
        self._places: list[CorrectedPlace] = []
        self.setObjectName("correctionsDialog")
        self.setWindowTitle(_("My corrections"))
        self._title = ElidedLabel(_("Reading the folder"), self)
        self._title.setObjectName("correctionsCount")
        self._about = WrappingLabel(self)
        self._about.setObjectName("correctionAbout")
        self._rows = ItemRows(scheme, look, self)
        self._rows.setObjectName("correctionRows")
        self._rows.setAccessibleName(_("My corrections"))
        self._rows.entered.connect(self._go)
        self._rows.doubleClicked.connect(lambda index: self._go(index.row()))
        self._rows.left.connect(self.reject)
        self._rows.selectionModel().currentChanged.connect(lambda now, _before: self._tell(now.row()))
        self._go_there, self._close = QPushButton(_("Go there"), self), QPushButton(_("Close"), self)
        self._go_there.setEnabled(False)
        self._lay_out()
        self.setMinimumSize(SMALLEST)
        self.fit(SIZE)

    def show_found(self, found: FolderCorrections) -> None:
        """Show the corrections, by kind and in the order of the folder."""
        self._places = sorted(found.places, key=lambda place: KINDS.index(place.correction.kind))
        self._title.setText(summary(found))
        rows = [
            ItemRow(one.correction.had or one.correction.got, one.correction.ruled, _beside(one))
            for one in self._places
        ]
        self._rows.show_rows(rows)
        self._go_there.setEnabled(bool(rows))
        self._below.setVisible(bool(rows))
        if rows:
            self._rows.go_to(0)
            self._tell(0)
            self._rows.setFocus()
        else:
            self._rows.say_when_empty(why_empty(found))
            self._close.setFocus()

    def tell(self, sentence: str) -> None:
        """Say why there is no list."""
        self._title.setText(sentence)

    def _tell(self, row: int) -> None:
        if 0 <= row < len(self._places):
            self._about.setText(about(self._places[row], self._scheme))

    def _go(self, row: int) -> None:
        if 0 <= row < len(self._places):
            self.went.emit(self._places[row])
            self.accept()

    def _lay_out(self) -> None:
        self._go_there.clicked.connect(lambda: self._go(self._rows.current_row()))
        self._close.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.setSpacing(GAP)
        foot.addStretch(1)
        for button in (self._go_there, self._close):
            button.setAutoDefault(False)
            foot.addWidget(button)
        foot.setContentsMargins(margins(PADDING, GAP, PADDING, GAP))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.setContentsMargins(margins(PADDING, GAP, PADDING, GAP))
        content = QWidget(self)
        within = QVBoxLayout(content)
        within.setContentsMargins(margins(PADDING, GAP, PADDING, GAP))
        within.addWidget(self._about)
        within.addStretch(1)
        self._below = ScrolledContent(content, self)
        self._below.setFixedHeight(ABOUT)
        column.addLayout(head)
        column.addWidget(self._rows, 1)
        column.addWidget(self._below)
        column.addLayout(foot)


def _beside(place: CorrectedPlace) -> str:
    # Translators: kind of a correction, and the article in which it is
    return _("{kind} · {article}").format(kind=kind_words(place.correction), article=place.article)
