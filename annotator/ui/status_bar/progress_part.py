"""Progress of long work, in the status bar."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QToolButton, QWidget

from annotator.translation.messages import _
from annotator.ui.widgets.words.elided_label import ElidedLabel

BAR_WIDTH, BAR_HEIGHT, BUTTON_HEIGHT = 120, 8, 20


class ProgressPart(QWidget):
    """Text, progress bar and, where the work can be cancelled, a button."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cancel: Callable[[], object] | None = None
        self._words = ElidedLabel(parent=self)
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setFixedSize(BAR_WIDTH, BAR_HEIGHT)
        self._button = QToolButton(self)
        self._button.setText(_("Cancel"))
        self._button.setAutoRaise(True)
        self._button.setFixedHeight(BUTTON_HEIGHT)
        self._button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._button.clicked.connect(self._stop)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for part in (self._words, self._bar, self._button):
            row.addWidget(part)
        self.setObjectName("progress")
        self.hide()

    def show_progress(self, text: str, done: int, total: int, cancel: Callable[[], object] | None) -> None:
        self._cancel = cancel
        self._words.show_line(text)
        self._words.updateGeometry()
        self._bar.setAccessibleName(text)
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self._button.setAccessibleName(_("Cancel: {work}").format(work=text))
        self._button.setVisible(cancel is not None)
        self.show()

    def _stop(self) -> None:
        if self._cancel is not None:
            self._cancel()
