"""Remark below a value, with the glyph of a warning or an error."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QWidget

from annotator.ui.theme.fonts import small_font
from annotator.ui.theme.icons import paint_icon
from annotator.ui.theme.look import Look
from annotator.ui.theme.mirroring import margins, painter_on, placed
from annotator.ui.theme.tokens import Theme
from annotator.ui.widgets.words.wrapping_label import WrappingLabel

GLYPH, GAP = 14, 6


class Remark(QWidget):
    """Line of small words in the colour of a warning or an error; hidden while there is none."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self._error = look, False
        self._label = WrappingLabel(self)
        self._label.setFont(small_font())
        row = QHBoxLayout(self)
        row.setContentsMargins(margins(GLYPH + GAP, 0, 0, 0))
        row.addWidget(self._label)
        self.hide()
        look.changed.connect(self._colour)

    def text(self) -> str:
        """Return the words, empty while there are none."""
        return self._label.text()

    def show_text(self, text: str, *, error: bool = False) -> None:
        """Show the words; an empty text hides the line."""
        if (text, error) != (self.text(), self._error) or self.isHidden() == bool(text):
            self._error = error
            self._label.setText(text)
            self._colour()
            self.setVisible(bool(text))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painter_on(self)
        glyph = placed(painter, QRectF(0, 1, GLYPH, GLYPH), QRectF(self.rect()))
        paint_glyph(painter, glyph, self._look.theme, error=self._error)

    def _colour(self) -> None:
        if self.text():
            palette = self._label.palette()
            colour = self._look.theme.error if self._error else self._look.theme.warning
            palette.setColor(QPalette.ColorRole.WindowText, colour)
            self._label.setPalette(palette)
            self.update()


def paint_glyph(painter: QPainter, rect: QRectF, theme: Theme, *, error: bool) -> None:
    """Draw the glyph of an error or of a warning."""
    name, colour = ("error", theme.error) if error else ("warning", theme.warning)
    paint_icon(painter, rect, name, colour, GLYPH)
