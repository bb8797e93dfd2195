"""Progress of long work in a dialog, with a button that cancels it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QSizePolicy, QWidget

from annotator.session.background.long_work import Stage
from annotator.translation.messages import _, number
from annotator.ui.theme.mirroring import margins
from annotator.ui.widgets.panel_header import muted_label

NARROWEST, HEIGHT, RING = 80, 8, 4


class WorkRow(QWidget):
    """Progress bar, words and a cancel button. ``cancelled``: the user has cancelled the work."""

    cancelled = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = muted_label(self)
        self._words.setObjectName("workWords")
        self._bar = QProgressBar(self)
        self._bar.setObjectName("workBar")
        self._bar.setTextVisible(False)
        self._bar.setMinimumWidth(NARROWEST)
        self._bar.setFixedHeight(HEIGHT)
        self._bar.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._cancel = QPushButton(_("Cancel"), self)
        self._cancel.setObjectName("cancelWork")
        self._cancel.setAutoDefault(False)
        self._cancel.clicked.connect(self._stop)
        row = QHBoxLayout(self)
        row.setContentsMargins(margins(0, RING, RING, RING))
        row.setSpacing(12)
        row.addWidget(self._bar, 2)
        row.addWidget(self._words, 3)
        row.addWidget(self._cancel)
        self.hide()

    def begin(self, doing: str, *, can_cancel: bool = True) -> None:
        """Show the row for work that has begun; ``doing`` names it, as in “Exporting”."""
        self._cancel.setEnabled(can_cancel)
        self._cancel.setVisible(can_cancel)
        self.show_stage(Stage(doing))
        self.show()
        if can_cancel:
            self._cancel.setFocus()

    def show_stage(self, stage: Stage) -> None:
        """Show how far the work has got."""
        words = _words(stage)
        self._bar.setRange(0, stage.total)
        self._bar.setValue(min(stage.done, stage.total))
        self._bar.setAccessibleName(words)
        self._words.show_line(f"{words} · {stage.name}" if stage.name else words)

    def _stop(self) -> None:
        self._cancel.setEnabled(False)
        self._words.show_line(_("Cancelling…"))
        self.cancelled.emit()


def _words(stage: Stage) -> str:
    """Return “Exporting 12 of 30”, without the numbers that are not known."""
    if stage.total:
        # Translators: “doing” is the work in progress, as in “Exporting 12 of 30”.
        words = _("{doing} {count} of {total}")
        return words.format(doing=stage.doing, count=number(stage.done), total=number(stage.total))
    # Translators: “doing” is the work in progress, as in “Exporting 12”.
    return _("{doing} {count}").format(doing=stage.doing, count=number(stage.done)) if stage.done else stage.doing
