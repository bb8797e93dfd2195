"""Chip of a term in a filter field."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPaintEvent
from PySide6.QtWidgets import QWidget

from annotator.language.plain_line import plain_line
from annotator.translation.messages import _
from annotator.ui.theme.fonts import small_font
from annotator.ui.theme.icons import paint_icon
from annotator.ui.theme.look import Look
from annotator.ui.theme.mirroring import placed
from annotator.ui.widgets.buttons.painted_button import PaintedButton
from annotator.ui.widgets.words.line_of_text import paint_line, show_tip

HEIGHT, SIDE, ICON, GAP = 20, 8, 12, 4


class TermChip(PaintedButton):
    """Chip “label claim ×”; a click on it takes the term away. The keyboard stays in the field around it."""

    def __init__(self, look: Look, term: str, parent: QWidget) -> None:
        super().__init__(look, parent)
        self.term = term
        self.setObjectName("termChip")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.setFont(small_font())
        self.setText(term_words(term))
        remove = _("Remove the term {term}").format(term=plain_line(term))
        self.setAccessibleName(remove)
        show_tip(self, remove)

    def sizeHint(self) -> QSize:
        words = QFontMetricsF(self.font()).horizontalAdvance(self.text())
        return QSize(round(SIDE + words + GAP + ICON + SIDE / 2 + 2), HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, whole, theme = self.painter(), QRectF(self.rect()), self._look.theme
        painter.setPen(theme.accent if theme.high_contrast else Qt.PenStyle.NoPen)
        painter.setBrush(theme.accent_soft)
        painter.drawRoundedRect(whole.adjusted(0.5, 0.5, -0.5, -0.5), HEIGHT / 2, HEIGHT / 2)
        self.paint_ground(painter, whole, HEIGHT / 2)
        painter.setPen(theme.text)
        room = whole.adjusted(SIDE, 0, -GAP - ICON - SIDE / 2, 0)
        metrics = QFontMetricsF(self.font())
        paint_line(painter, placed(painter, room.adjusted(0, 0, 1, 0), whole), self.text(), metrics, leading=True)
        cross = QRectF(whole.right() - SIDE / 2 - ICON, (HEIGHT - ICON) / 2, ICON, ICON)
        paint_icon(painter, placed(painter, cross, whole), "close", theme.muted, ICON)


def term_words(term: str) -> str:
    """Return the term as a chip shows it: ``-label:"key figure"`` is “not label key figure”."""
    name, _colon, value = term.removeprefix("-").partition(":")
    words = plain_line(f"{name} {value.strip(chr(34))}")
    return _("not {term}").format(term=words) if term.startswith("-") else words
