"""Wrapped text with highlighted runs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from annotator.model.visible import visible
from annotator.ui.theme.label_colours import LabelColours
from annotator.ui.theme.look import Look
from annotator.ui.widgets.words.laid_runs import NARROWEST, LaidRuns, Run

UNDERLINE = 2


class RunsText(QLabel):
    """Widget that shows runs as one wrapped text; marked runs are drawn in a label's colours."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._runs: Sequence[Run] = ()
        self._colours: LabelColours | None = None
        self.setTextFormat(Qt.TextFormat.PlainText)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look.changed.connect(self.update)

    @property
    def runs(self) -> Sequence[Run]:
        """Runs shown, with invisible characters escaped."""
        return self._runs

    def show_runs(self, runs: Sequence[Run], colours: LabelColours | None = None) -> None:
        """Show ``runs``; ``colours`` are those of the marked ones, the accent's where None."""
        self._runs = [replace(run, text=visible(run.text)) for run in runs if run.text]
        self._colours = colours
        self.setAccessibleName("".join(run.text for run in self._runs))
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._laid_out(width).height + UNDERLINE

    def sizeHint(self) -> QSize:
        return QSize(240, self.heightForWidth(max(self.width(), NARROWEST)))

    def minimumSizeHint(self) -> QSize:
        return QSize(NARROWEST, round(QFontMetricsF(self.font()).lineSpacing()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        self._laid_out(self.width()).paint(QPainter(self), QPointF(), self._colours)

    def _laid_out(self, width: int) -> LaidRuns:
        return LaidRuns(self._runs, self.font(), width, self._look.theme)
