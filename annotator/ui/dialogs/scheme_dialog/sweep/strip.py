"""Strip below the form: what a change would do to saved files, then its progress."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent, QPalette
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from annotator.model.scheme_changes.changes import SchemeChange
from annotator.session.background.long_work import Stage
from annotator.session.scheme_changes.scheme_runs import Preview
from annotator.translation.messages import _
from annotator.ui.dialogs.scheme_dialog.form.remark_line import RemarkLine
from annotator.ui.dialogs.scheme_dialog.sweep.preview_words import (
    button_words,
    example_words,
    promise_words,
    remarks_of,
    rows_of,
    title_words,
)
from annotator.ui.long_work.work_row import WorkRow
from annotator.ui.theme.fonts import header_font
from annotator.ui.theme.look import Look
from annotator.ui.theme.mirroring import margins, painter_on
from annotator.ui.widgets.buttons.decision_buttons import decision_buttons
from annotator.ui.widgets.panel_header import muted_label
from annotator.ui.widgets.words.elided_label import ElidedLabel

SIDE, MOST_ROWS, MOST_EXAMPLES = 24, 6, 3


class SweepStrip(QWidget):
    """Strip for one change. ``agreed``: make the change. ``cancelled``: do not, or stop making it."""

    agreed = Signal()
    cancelled = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.setObjectName("sweepStrip")
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.AlternateBase)
        self._title = ElidedLabel(parent=self)
        self._title.setObjectName("sweepTitle")
        self._title.setFont(header_font())
        self._beside = muted_label(self)
        self._table = QWidget(self)
        self._grid = QGridLayout(self._table)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(3, 1)
        self._remarks = RemarkLine(look, "sweepRemarks", self)
        self._promise = RemarkLine(look, "sweepPromise", self)
        self._work = WorkRow(self)
        self._do, self._cancel = QPushButton(self), QPushButton(_("Cancel"), self)
        self._choices: QWidget | None = None
        self._lay_out()
        self._do.clicked.connect(self.agreed)
        self._cancel.clicked.connect(self.cancelled)
        self._work.cancelled.connect(self.cancelled)
        self.hide()

    def ask(self, change: SchemeChange, choices: QWidget | None) -> None:
        """Show a change and the choices that it has; the preview follows."""
        if self._choices is not None and self._choices is not choices:
            self._column.removeWidget(self._choices)
            self._choices.hide()
            self._choices.deleteLater()
        if choices is not None and choices is not self._choices:
            self._column.insertWidget(1, choices)
            choices.show()
        self._choices = choices
        self._title.show_line(title_words(change))
        self._beside.show_line(_("preview: nothing is written yet"))
        self._do.setEnabled(False)
        self._do.setText(button_words(change, 0))
        self._show_buttons(working=False)
        self.show()

    def show_preview(self, preview: Preview, others: str) -> None:
        """Show the effect that the change would have; ``others`` says which other changes are saved with it."""
        self._clear()
        tally = preview.tally
        if tally.annotators:
            self._show_table(preview)
        remarks = [*remarks_of(preview), *([others] if others else [])]
        self._remarks.say("\n".join(remarks), warning=True)
        self._promise.say(promise_words(preview.plan.change, tally))
        self._do.setText(button_words(preview.plan.change, tally.uses))
        self._do.setEnabled(True)
        self._do.setFocus(Qt.FocusReason.TabFocusReason)

    def refuse(self, sentence: str) -> None:
        """Say why the change cannot be made."""
        self._clear()
        self._show_buttons(working=False)
        self._do.setEnabled(False)
        self._promise.say(sentence, wrong=True)
        if self._choices is None:
            self._cancel.setFocus(Qt.FocusReason.TabFocusReason)

    def begin(self, doing: str, *, can_cancel: bool = True) -> None:
        """Show that the change is being made."""
        self._show_buttons(working=True)
        self._work.begin(doing, can_cancel=can_cancel)

    def show_stage(self, stage: Stage) -> None:
        """Show how far it is."""
        if not self._work.isHidden():
            self._work.show_stage(stage)

    def end(self) -> None:
        """Hide the strip."""
        self._clear()
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter_on(self).fillRect(QRectF(0, 0, self.width(), 1), self._look.theme.border)

    def _lay_out(self) -> None:
        for name, button in (("doSweep", self._do), ("cancelSweep", self._cancel)):
            button.setObjectName(name)
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self._title)
        head.addWidget(self._beside, 1)
        foot.setSpacing(12)
        foot.addWidget(self._promise, 1, Qt.AlignmentFlag.AlignVCenter)
        foot.addWidget(self._work, 1)
        self._buttons = decision_buttons(self._do, self._cancel, self)
        foot.addWidget(self._buttons)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(margins(SIDE, 14, SIDE, 12))
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self._table)
        column.addWidget(self._remarks)
        column.addLayout(foot)

    def _show_table(self, preview: Preview) -> None:
        for column, words in enumerate((_("Whose files"), _("Annotations"), _("Relations"), _("For example"))):
            self._put(0, column, words, muted=True)
        rows = rows_of(preview.tally)
        for number, row in enumerate(rows[:MOST_ROWS], 1):
            for column, words in enumerate((row.where, row.annotations, row.relations)):
                self._put(number, column, words)
        for number, example in enumerate(preview.tally.examples[:MOST_EXAMPLES], 1):
            self._put(number, 3, example_words(example))
        self._table.show()

    def _put(self, row: int, column: int, words: str, *, muted: bool = False) -> None:
        label: QLabel = muted_label(self._table) if muted else ElidedLabel(parent=self._table)
        if isinstance(label, ElidedLabel):
            label.show_line(words)
        side = Qt.AlignmentFlag.AlignTrailing if column in (1, 2) else Qt.AlignmentFlag.AlignLeading
        label.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)
        self._grid.addWidget(label, row, column)

    def _clear(self) -> None:
        while item := self._grid.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self._table.hide()
        self._remarks.say("")
        self._promise.say("")

    def _show_buttons(self, *, working: bool) -> None:
        self._work.setVisible(working)
        self._promise.setVisible(not working)
        self._buttons.setVisible(not working)
