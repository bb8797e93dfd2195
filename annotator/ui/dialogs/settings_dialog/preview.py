"""Preview of the article's font and column width."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from annotator.translation.messages import N_, _
from annotator.ui.theme.look import Look
from annotator.ui.theme.sharp import paint_outline

# Translators: an example of a news article to show a font with, figures and quotation marks in it.
TEXT = N_(
    "About 1,200 people left the harbour district on Thursday, the mayor’s office said, after the wall gave way "
    "for the third time in ten years. Repairs will cost 3.2 million and take “at least until the spring”, "
    "according to an engineer who has read the report."
)
LINE_HEIGHT, PADDING, RADIUS = 29 / 17, 16, 6
SIZE = QSize(520, 190)


class Preview(QWidget):
    """Sample text wrapped at the column's width, or at the preview's where that is narrower."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._font = QFont(self.font())
        self._characters = 74
        self.setObjectName("textPreview")
        self.setAccessibleName(_("Preview of the text"))
        self.setMinimumSize(SIZE)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_text(self, font: QFont, characters: int) -> None:
        """Show the text in ``font``, in a column ``characters`` average characters wide."""
        self._font, self._characters = font, characters
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._look.theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.base)
        painter.drawRoundedRect(QRectF(self.rect()), RADIUS, RADIUS)
        paint_outline(painter, QRectF(self.rect()), theme.border, RADIUS)
        painter.setClipRect(self.rect().adjusted(1, 1, -1, -1))
        painter.setPen(theme.text)
        layout = self._laid_out()
        left = (self.width() - layout.maximumWidth()) / 2 if layout.lineCount() else PADDING
        layout.draw(painter, QPointF(max(left, PADDING), PADDING))

    def _laid_out(self) -> QTextLayout:
        layout = QTextLayout(_(TEXT), self._font, self)
        layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft))
        width = min(QFontMetricsF(self._font).averageCharWidth() * self._characters, self.width() - 2 * PADDING)
        layout.beginLayout()
        line, y = layout.createLine(), 0.0
        while line.isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, y))
            y += self._font.pixelSize() * LINE_HEIGHT
            line = layout.createLine()
        layout.endLayout()
        return layout
