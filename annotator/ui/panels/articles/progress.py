"""Progress of the folder: finished articles and annotations."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QWidget

from annotator.session.opening.folder import Folder
from annotator.session.opening.folder_plan import FolderPlan
from annotator.ui.theme.fonts import small_font
from annotator.ui.theme.look import Look
from annotator.ui.theme.mirroring import LEADING, TRAILING, painter_on
from annotator.ui.theme.paint import SHARE_BAR, paint_share
from annotator.ui.widgets.words.counted import counted_annotations, done_of

HEIGHT, PADDING = 52, 14


class Progress(QProgressBar):
    """Progress bar below a line with “3 of 14 done” and the number of annotations, of one's own where planned."""

    def __init__(self, folder: Folder, plan: FolderPlan, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder, self._plan = folder, plan
        self._look = look
        self.setObjectName("articlesProgress")
        self.setFont(small_font())
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.refresh()

    def sizeHint(self) -> QSize:
        return QSize(200, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, HEIGHT)

    def refresh(self) -> None:
        """Show the folder's present totals."""
        self.setUpdatesEnabled(False)  # Qt would paint whatever is due in the window before it sets the value
        self.setRange(0, max(self._articles, 1))
        self.setValue(self._finished)
        self.setAccessibleName(f"{self._done()}, {self._annotations()}")
        self.setUpdatesEnabled(True)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = painter_on(self), self._look.theme
        painter.fillRect(0, 0, self.width(), 1, theme.border)
        line = QRectF(PADDING, 9, self.width() - 2 * PADDING, 18)
        painter.setPen(theme.text)
        painter.drawText(line, LEADING, self._done())
        room = line.width() - self.fontMetrics().horizontalAdvance(self._done() + "  ")
        if self.fontMetrics().horizontalAdvance(self._annotations()) <= room:
            painter.setPen(theme.muted)
            painter.drawText(line, TRAILING, self._annotations())
        bar = QRectF(PADDING, HEIGHT - 17, line.width(), SHARE_BAR)
        paint_share(painter, bar, self._finished / max(self._articles, 1), theme)

    def _done(self) -> str:
        return done_of(self._finished, self._articles)

    def _annotations(self) -> str:
        rows, entries = self._plan.rows, self._folder.entries
        own = entries.annotations if rows is None else sum(entries.read[row].annotations for row in rows)
        return counted_annotations(own)

    @property
    def _articles(self) -> int:
        return len(self._folder.entries) if self._plan.rows is None else len(self._plan.rows)

    @property
    def _finished(self) -> int:
        rows, entries = self._plan.rows, self._folder.entries
        return entries.finished if rows is None else entries.finished_in(rows)
