"""Progress of long work, in the status bar."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from annotator.ui.widgets.words.elided_label import ElidedLabel

BAR_WIDTH, BAR_HEIGHT = 120, 8


class ProgressPart(QWidget):
    """Text and progress bar."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = ElidedLabel(parent=self)
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setFixedSize(BAR_WIDTH, BAR_HEIGHT)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._words)
        row.addWidget(self._bar)
        self.setObjectName("progress")
        self.hide()

    def show_progress(self, text: str, done: int, total: int) -> None:
        self._words.show_line(text)
        self._words.updateGeometry()
        self._bar.setAccessibleName(text)
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self.show()
