"""Progress of a file that is being kept, with a button that cancels it."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QWidget

from annotator.session.background.long_work import Stage
from annotator.session.editing.evidence.file_keeping import FileKeeping
from annotator.translation.messages import _
from annotator.ui.widgets.panel_header import muted_label

HEIGHT = 8


class KeepingRow(QWidget):
    """Row that is there while a file is kept."""

    def __init__(self, keeping: FileKeeping, parent: QWidget) -> None:
        super().__init__(parent)
        self._words, self._bar = muted_label(self), QProgressBar(self)
        self._bar.setObjectName("keepingBar")
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(HEIGHT)
        cancel = QPushButton(_("Cancel"), self)
        cancel.setObjectName("cancelKeeping")
        cancel.setAutoDefault(False)
        cancel.clicked.connect(keeping.cancel)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for part, stretch in ((self._bar, 2), (self._words, 3), (cancel, 0)):
            row.addWidget(part, stretch)
        keeping.busy.connect(self.setVisible)
        keeping.progressed.connect(self._show)
        self.hide()

    def _show(self, stage: Stage) -> None:
        self._bar.setRange(0, stage.total)
        self._bar.setValue(min(stage.done, stage.total))
        words = _("{doing}: {name}").format(doing=stage.doing, name=stage.name) if stage.name else stage.doing
        self._bar.setAccessibleName(words)
        self._words.show_line(words)
