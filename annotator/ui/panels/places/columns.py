"""Geometry of a row's columns, and the column headings."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPaintEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from annotator.session.editing.places.place_proposals import WORDS
from annotator.translation.messages import N_, _
from annotator.ui.theme.fonts import chrome_font, small_font
from annotator.ui.theme.look import Look
from annotator.ui.theme.mirroring import LEADING, LEFTWARDS, mirrored, painter_on

LEFT, RIGHT, BADGE, GAP, ARROW = 16, 16, 18, 12, 14
HEIGHT = 20
WAS, NOW = N_("As it was marked"), N_("In the article now")


@dataclass(frozen=True, slots=True)
class Columns:
    """Rectangles of a row's parts, in the order in which it is read."""

    verdict: QRectF
    badge: QRectF
    was: QRectF
    arrow: QRectF
    now: QRectF


def columns(row: QRectF, direction: Qt.LayoutDirection) -> Columns:
    """Divide a row; the two passages share the width that verdict and badge leave."""
    parts = _from_left_to_right(row)
    if direction != LEFTWARDS:
        return parts
    return Columns(*(mirrored(part, row) for part in (parts.verdict, parts.badge, parts.was, parts.arrow, parts.now)))


def _from_left_to_right(row: QRectF) -> Columns:
    top, height = row.top(), row.height()
    verdict = QRectF(row.left() + LEFT, top, _verdict_width(), height)
    badge = QRectF(verdict.right() + GAP, top, BADGE, height)
    left = badge.right() + GAP
    width = max((row.right() - RIGHT - left - ARROW - 2 * GAP) / 2, 1)
    was = QRectF(left, top, width, height)
    arrow = QRectF(was.right() + GAP, top, ARROW, height)
    return Columns(verdict, badge, was, arrow, QRectF(arrow.right() + GAP, top, width, height))


def _verdict_width() -> float:
    return max(map(QFontMetricsF(chrome_font()).horizontalAdvance, map(_, WORDS.values()))) + 16 + 6 + 1


class ColumnNames(QWidget):
    """Headings above the two passages of ``rows``."""

    def __init__(self, look: Look, rows: QAbstractScrollArea, parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self._rows = look, rows
        self.setFixedHeight(HEIGHT)
        look.changed.connect(self.update)
        rows.verticalScrollBar().rangeChanged.connect(lambda _least, _most: self.update())

    def minimumSizeHint(self) -> QSize:
        return QSize(0, HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painter_on(self)
        painter.setFont(small_font())
        painter.setPen(self._look.theme.muted)
        parts = columns(QRectF(0, 0, self._rows.viewport().width(), self.height()), self.layoutDirection())
        metrics = QFontMetricsF(small_font())
        for room, name in ((parts.was, WAS), (parts.now, NOW)):
            shown = metrics.elidedText(_(name), Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, LEADING, shown)
