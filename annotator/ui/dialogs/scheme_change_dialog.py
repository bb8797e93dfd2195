"""Progress of a change of the scheme that was interrupted, while it goes on or is taken back."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from annotator.model.scheme_changes.changes import title_of
from annotator.session.scheme_changes.scheme_runs import SchemeRuns, Swept
from annotator.storage.files.file_error import shown
from annotator.storage.saving.scheme_journal import Journal
from annotator.translation.messages import _
from annotator.ui.long_work.work_row import WorkRow
from annotator.ui.widgets.fitting_dialog import FittingDialog
from annotator.ui.widgets.panel_header import name_label
from annotator.ui.widgets.words.wrapping_label import WrappingLabel

SIZE, PADDING = QSize(560, 150), 20


class SchemeChangeDialog(FittingDialog):
    """Dialog. ``settled``: a Swept that says what was done, or None after a cancel, by which the change was taken back.

    After a failure the dialog says why and stays. Taking back cannot be cancelled.
    """

    settled = Signal(object)

    def __init__(self, runs: SchemeRuns, journal: Journal, parent: QWidget, *, back: bool) -> None:
        super().__init__(parent)
        self._runs, self._journal, self._back = runs, journal, back
        self.setObjectName("schemeChangeDialog")
        self.setWindowTitle(_("Take back a change of the scheme") if back else _("Go on with a change of the scheme"))
        self.setAccessibleName(self.windowTitle())
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._words = WrappingLabel(self)
        self._words.setObjectName("schemeChangeWords")
        self._work = WorkRow(self)
        self._close = QPushButton(_("Close"), self)
        self._close.setObjectName("closeSchemeChange")
        self._lay_out()
        runs.progressed.connect(self._work.show_stage)
        runs.ended.connect(self._end)
        self._work.cancelled.connect(runs.cancel)
        self._close.clicked.connect(self.reject)
        self.finished.connect(self.deleteLater)

    def begin(self) -> None:
        """Show the dialog and begin."""
        self.open()
        if self._back:
            self._work.begin(_("Taking back"), can_cancel=False)
            self._runs.take_back(self._journal)
        else:
            self._work.begin(_("Changing"))
            self._runs.go_on(self._journal)

    def reject(self) -> None:
        """Close the dialog; while work is going on, cancel that instead."""
        if not self._runs.running:
            super().reject()
        elif not self._back:
            self._runs.cancel()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(PADDING, PADDING, PADDING, PADDING)
        column.setSpacing(12)
        column.addWidget(name_label(shown(title_of(self._journal.change)), self))
        column.addWidget(self._words)
        column.addWidget(self._work)
        column.addStretch(1)
        column.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTrailing)
        self._words.hide()
        self._close.hide()
        self.fit(SIZE)

    def _end(self, result: object) -> None:
        if isinstance(result, str):
            self._work.hide()
            self._words.setText(result)
            self._words.setAccessibleName(result)
            self._words.show()
            self._close.show()
            self._close.setFocus()
            return
        self.settled.emit(result if isinstance(result, Swept) else None)
        self.accept()
