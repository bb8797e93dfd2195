"""Ground and type of the headers above articles."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QWidget

from annotator.ui.theme.fonts import header_font
from annotator.ui.theme.look import Look
from annotator.ui.theme.mirroring import margins
from annotator.ui.theme.sharp import ratio_of, snapped_rect
from annotator.ui.widgets.words.elided_label import ElidedLabel

HEIGHT, MARGIN, SPACING = 38, 15, 10


class PageHeader(QWidget):
    """Header with an article's name and, in a muted colour, a few words ``about`` it, above a line."""

    def __init__(self, look: Look, about: ElidedLabel, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._look, self.about = look, about
        self.setFixedHeight(HEIGHT)
        self.name = ElidedLabel(parent=self, mode=Qt.TextElideMode.ElideMiddle)
        self.name.setFont(header_font())
        about.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        look.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.theme.base)
        line = QRectF(0, self.height() - 1, self.width(), 1)
        painter.fillRect(snapped_rect(line, ratio_of(painter)), self._look.theme.border)

    def lay_out(
        self,
        before: tuple[QWidget, ...] = (),
        after: tuple[QWidget, ...] = (),
        *,
        beside: tuple[QWidget, ...] = (),
        end: int = MARGIN,
    ) -> None:
        """Put name and words in a row between these parts, those ``beside`` next to them.

        ``end`` is the margin after the last one, in pixels.
        """
        row = QHBoxLayout(self)
        row.setContentsMargins(margins(MARGIN, 0, end, 1))
        row.setSpacing(SPACING)
        for part in (*before, self.name, self.about, *beside):
            row.addWidget(part)
        row.addStretch(1)
        for part in after:
            row.addWidget(part)
