"""Painting of a group's heading: its name, how far it has come, and a bar."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from annotator.ui.panels.articles.shown_order import ArticleGroup
from annotator.ui.theme.fonts import header_font, small_font
from annotator.ui.theme.icons import paint_icon
from annotator.ui.theme.look import Look
from annotator.ui.theme.mirroring import TRAILING, onwards, placed
from annotator.ui.theme.sharp import paint_outline
from annotator.ui.widgets.words.counted import of_total
from annotator.ui.widgets.words.line_of_text import paint_line

HEADING_HEIGHT, CHEVRON, CHEVRON_LEFT, NAME_LEFT, RIGHT, GAP = 30, 14, 14, 32, 16, 8
BAR, BELOW = 3, 6


class GroupHeading:
    """Painter of headings in the colours of ``look``."""

    def __init__(self, look: Look) -> None:
        self._look = look
        self._name, self._small = header_font(), small_font()
        self._name_metrics, self._small_metrics = QFontMetricsF(self._name), QFontMetricsF(self._small)

    def paint(self, painter: QPainter, rect: QRectF, name: str, group: ArticleGroup) -> None:
        """Draw the heading of ``group`` within ``rect``; a long name is cut off in the middle."""
        theme, line = self._look.theme, rect.adjusted(0, 0, 0, -BELOW)
        chevron = QRectF(rect.left() + CHEVRON_LEFT, line.center().y() - CHEVRON / 2, CHEVRON, CHEVRON)
        picture = onwards(painter) if group.closed else "chevron-down"
        paint_icon(painter, placed(painter, chevron, rect), picture, theme.muted, CHEVRON)
        room = self._paint_count(painter, rect, line.adjusted(NAME_LEFT, 0, -RIGHT, 0), group)
        painter.setFont(self._name)
        painter.setPen(theme.text)
        cut = self._name_metrics.elidedText(name, Qt.TextElideMode.ElideMiddle, room.width())
        paint_line(painter, placed(painter, room, rect), cut, self._name_metrics, leading=True)
        bar = QRectF(rect.left() + NAME_LEFT, rect.bottom() - BELOW, rect.width() - NAME_LEFT - RIGHT, BAR)
        self._paint_bar(painter, rect, bar, group)

    def _paint_count(self, painter: QPainter, rect: QRectF, room: QRectF, group: ArticleGroup) -> QRectF:
        """Draw how many are finished at the end of ``room``; return what is left for the name."""
        words = of_total(group.finished, len(group.numbers))
        width = self._small_metrics.horizontalAdvance(words) + 1
        painter.setFont(self._small)
        painter.setPen(self._look.theme.muted)
        count = QRectF(room.right() - width, room.top(), width, room.height())
        painter.drawText(placed(painter, count, rect), TRAILING, words)
        return room.adjusted(0, 0, -width - GAP, 0)

    def _paint_bar(self, painter: QPainter, rect: QRectF, bar: QRectF, group: ArticleGroup) -> None:
        theme = self._look.theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.base if theme.high_contrast else theme.border)
        painter.drawRoundedRect(placed(painter, bar, rect), BAR / 2, BAR / 2)
        if theme.high_contrast:
            paint_outline(painter, placed(painter, bar, rect), theme.text, BAR / 2)
            painter.setPen(Qt.PenStyle.NoPen)
        if group.finished:
            done = QRectF(bar.left(), bar.top(), max(bar.width() * group.finished / len(group.numbers), BAR), BAR)
            painter.setBrush(theme.read)
            painter.drawRoundedRect(placed(painter, done, rect), BAR / 2, BAR / 2)
