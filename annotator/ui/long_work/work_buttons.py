"""Bottom row of a dialog for long work: first begin and cancel, then progress, then the buttons of the report."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from annotator.session.background.long_work import Stage
from annotator.translation.messages import N_, _
from annotator.ui.long_work.work_row import WorkRow
from annotator.ui.theme.look import Look
from annotator.ui.theme.sharp import ratio_of, snapped_rect
from annotator.ui.widgets.buttons.decision_buttons import decision_buttons
from annotator.ui.widgets.words.line_of_text import show_tip
from annotator.ui.widgets.words.wrapping_label import WrappingLabel

PADDING, COPY, COPIED = 20, N_("Copy report"), N_("Copied")


class WorkButtons(QWidget):
    """Row of buttons; ``deed`` is the work as an imperative, e.g. “Export”, and ``anew`` offers it again.

    ``begun``, ``cancelled``, ``closed``: the user wants to begin the work, to cancel it, to close the dialog.
    ``again``: to choose anew after a report. ``copied``: to copy the report. ``folder_asked``: to see the result in
    its folder. ``taken_back``: to undo what the work has done, where ``undo`` names that. ``result_asked``: to open the
    result, where ``opens`` names that.
    """

    begun = Signal()
    cancelled = Signal()
    closed = Signal()
    again = Signal()
    copied = Signal()
    folder_asked = Signal()
    taken_back = Signal()
    result_asked = Signal()

    def __init__(
        self, deed: str, look: Look, parent: QWidget, anew: str = "", undo: str = "", *, opens: str = ""
    ) -> None:
        super().__init__(parent)
        self._look, self._calm = look, True
        self._sentence = WrappingLabel(self)
        self._sentence.setObjectName("workSentence")
        self._work = WorkRow(self)
        self._copy = self._button(_(COPY), "copyReport", self._copy_report)
        self._folder = self._button(_("Show in folder"), "showInFolder", self.folder_asked.emit)
        self._open = self._button(opens, "openResult", self.result_asked.emit)
        self._again = self._button(anew, "again", self.again.emit)
        self._undo = self._button(undo, "takeBack", self.taken_back.emit)
        self._close = self._button(_("Close"), "closeWork", self.closed.emit)
        self._begin = self._button(deed, "begin", self.begun.emit)
        self._begin.setDefault(True)
        self._lay_out()
        self._work.cancelled.connect(self.cancelled)
        look.changed.connect(self._colour)
        self._show(choosing=True)

    def allow(self, refusal: str) -> None:
        """Enable the button that begins; a ``refusal``, unless empty, disables it and is shown as the reason."""
        self._begin.setEnabled(not refusal)
        show_tip(self._begin, refusal)
        self.say(refusal, calm=True)

    @property
    def allowed(self) -> bool:
        """True if the work may begin."""
        return self._begin.isEnabled()

    def say(self, sentence: str, *, calm: bool = False) -> None:
        """Show a sentence at the left: an error or, where ``calm``, a muted remark."""
        self._calm = calm
        self._sentence.setText(sentence)
        self._sentence.setAccessibleName(sentence)
        show_tip(self._sentence, sentence)
        self._colour()

    def begin(self, doing: str) -> None:
        """Show the progress of work that has begun; ``doing`` names it, as in “Exporting”."""
        self._show(working=True)
        self._work.begin(doing)

    def show_stage(self, stage: Stage) -> None:
        """Show how far the work has got."""
        self._work.show_stage(stage)

    def back(self, sentence: str, *, calm: bool = False) -> None:
        """Return to the choices after the work failed or was cancelled; ``sentence`` says why."""
        self._show(choosing=True)
        self.say(sentence, calm=calm)
        self._begin.setFocus()

    def end(self, hint: str = "", *, undoable: bool = False) -> None:
        """Show the buttons for a report, with ``hint`` at the left; Return closes it."""
        self._show(done=True)
        self._undo.setVisible(undoable)
        self._close.setFocus()
        self.say(hint, calm=True)
        self._copy.setText(_(COPY))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        line = snapped_rect(QRectF(0, 0, self.width(), 1), ratio_of(painter))
        painter.fillRect(line, self._look.theme.border)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(PADDING, 12, PADDING, 14)
        row.setSpacing(8)
        row.addWidget(self._work, 1)
        row.addWidget(self._copy)
        row.addWidget(self._open)
        row.addWidget(self._folder)
        row.addWidget(self._undo)
        row.addWidget(self._sentence, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(decision_buttons(self._begin, self._close, self, others=(self._again,)))

    def _show(self, *, choosing: bool = False, working: bool = False, done: bool = False) -> None:
        self._work.setVisible(working)
        self._sentence.setVisible(not working)
        self._sentence.setText("")
        for button in (self._copy, self._folder, self._again):
            button.setVisible(done)
        self._open.setVisible(done and bool(self._open.text()))
        self._undo.hide()
        self._close.setVisible(not working)
        self._close.setText(_("Close") if done else _("Cancel"))
        self._begin.setVisible(choosing)
        (self._close if done else self._begin).setDefault(True)

    def _button(self, text: str, name: str, does: object) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(name)
        button.setAutoDefault(False)
        button.clicked.connect(does)
        return button

    def _copy_report(self) -> None:
        self.copied.emit()
        self._copy.setText(_(COPIED))

    def _colour(self) -> None:
        palette, theme = QPalette(self._sentence.palette()), self._look.theme
        palette.setColor(QPalette.ColorRole.WindowText, theme.muted if self._calm else theme.error)
        self._sentence.setPalette(palette)
