"""Foot of the window: what was done, and how far the folder has been read."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from annotator.session.background.long_work import Stage
from annotator.translation.messages import _
from annotator.ui.long_work.work_row import WorkRow
from annotator.ui.system.announcing import announce
from annotator.ui.theme.fonts import MEDIUM, chrome_font
from annotator.ui.theme.look import Look
from annotator.ui.theme.mirroring import margins, painter_on
from annotator.ui.widgets.panel_header import muted_label
from annotator.ui.widgets.words.elided_label import ElidedLabel

HEIGHT, SIDE = 40, 14


class Foot(QWidget):
    """Row. ``cancelled``: reading is to stop. ``handed``: the differences are to be written, to hand them round."""

    cancelled = Signal()
    handed = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.setMinimumHeight(HEIGHT)
        self._words = ElidedLabel(parent=self)
        self._words.setFont(chrome_font(0, MEDIUM))
        self._words.setObjectName("agreementSaid")
        self._hint = muted_label(self)
        self._hint.show_line(_("Enter goes to the place, Alt+Down to the next"))
        hand = QPushButton(_("Hand round as HTML…"), self)
        hand.setObjectName("agreementHandRound")
        hand.setAutoDefault(False)
        hand.clicked.connect(self.handed)
        self._work = WorkRow(self)
        self._work.cancelled.connect(self.cancelled)
        row = QHBoxLayout(self)
        row.setContentsMargins(margins(SIDE, 0, SIDE, 0))
        row.setSpacing(12)
        row.addWidget(self._words, 2)
        row.addWidget(self._hint)
        row.addWidget(hand)
        row.addWidget(self._work, 2)

    def say(self, sentence: str) -> None:
        """Say what was done."""
        self._words.show_line(sentence)
        announce(self, sentence)

    def begin(self, doing: str) -> None:
        """Show the progress of reading from now on, with a button that stops it."""
        focused = self.window().focusWidget()
        self._work.begin(doing)
        if focused:
            focused.setFocus()

    def show_stage(self, stage: Stage) -> None:
        """Show how far reading has got."""
        self._work.show_stage(stage)

    def end(self) -> None:
        """Show no progress any more."""
        self._work.hide()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter_on(self).fillRect(QRectF(0, 0, self.width(), 1), self._look.theme.border)
