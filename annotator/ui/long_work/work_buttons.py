"""The lowest row of a dialog that does long work: begin, see it go on, cancel, then the report's buttons."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from annotator.session.background.long_work import Stage
from annotator.ui.long_work.work_row import WorkRow
from annotator.ui.theme.look import Look
from annotator.ui.theme.sharp import ratio_of, snapped_rect
from annotator.ui.widgets.words.line_of_text import literal
from annotator.ui.widgets.words.wrapping_label import WrappingLabel

PADDING, COPIED = 20, "Copied"


class WorkButtons(QWidget):
    """``begun``, ``cancelled``, ``closed``, ``again``, ``copied``, ``folder_asked``: what the user wants."""

    begun = Signal()
    cancelled = Signal()
    closed = Signal()
    again = Signal()
    copied = Signal()
    folder_asked = Signal()

    def __init__(self, deed: str, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self._calm = look, True
        self._sentence = WrappingLabel(self)
        self._sentence.setObjectName("workSentence")
        self._work = WorkRow(self)
        self._copy = self._button("Copy report", "copyReport", self._tell_copied)
        self._folder = self._button("Show in folder", "showInFolder", self.folder_asked.emit)
        self._again = self._button(f"{deed} again…", "again", self.again.emit)
        self._close = self._button("Close", "closeWork", self.closed.emit)
        self._deed = self._button(deed, "begin", self.begun.emit)
        self._deed.setDefault(True)
        self._lay_out()
        self._work.cancelled.connect(self.cancelled)
        look.changed.connect(self._colour)
        self._show(choosing=True)

    def allow(self, refusal: str) -> None:
        """Whether it can be begun; otherwise the button's tooltip says why not."""
        self._deed.setEnabled(not refusal)
        self._deed.setToolTip(literal(refusal))
        self._deed.setAccessibleDescription(refusal)
        self.say(refusal, calm=True)

    def say(self, sentence: str, *, calm: bool = False) -> None:
        """Say it at the left: what is wrong, or calmly what is to be known."""
        self._calm = calm
        self._sentence.setText(sentence)
        self._sentence.setAccessibleName(sentence)
        self._sentence.setToolTip(literal(sentence))
        self._colour()

    def begin(self, doing: str) -> None:
        """It has begun."""
        self._show(working=True)
        self._work.begin(doing)

    def show_stage(self, stage: Stage) -> None:
        self._work.show_stage(stage)

    def back(self, sentence: str, *, calm: bool = False) -> None:
        """It has come to nothing, for that reason, and can be begun again."""
        self._show(choosing=True)
        self.say(sentence, calm=calm)
        self._deed.setFocus()

    def end(self, hint: str = "") -> None:
        """It is done, and its report is shown."""
        self._show(done=True)
        self.say(hint, calm=True)
        self._copy.setText("Copy report")

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
        row.addWidget(self._folder)
        row.addWidget(self._sentence, 1, Qt.AlignmentFlag.AlignVCenter)
        for button in (self._again, self._close, self._deed):
            row.addWidget(button)

    def _show(self, *, choosing: bool = False, working: bool = False, done: bool = False) -> None:
        self._work.setVisible(working)
        self._sentence.setVisible(not working)
        self._sentence.setText("")
        for button in (self._copy, self._folder, self._again):
            button.setVisible(done)
        self._close.setVisible(not working)
        self._close.setText("Close" if done else "Cancel")
        self._deed.setVisible(choosing)
        (self._close if done else self._deed).setDefault(True)

    def _button(self, text: str, name: str, does: object) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(name)
        button.setAutoDefault(False)
        button.clicked.connect(does)
        return button

    def _tell_copied(self) -> None:
        self.copied.emit()
        self._copy.setText(COPIED)

    def _colour(self) -> None:
        palette, theme = QPalette(self._sentence.palette()), self._look.theme
        palette.setColor(QPalette.ColorRole.WindowText, theme.muted if self._calm else theme.error)
        self._sentence.setPalette(palette)
