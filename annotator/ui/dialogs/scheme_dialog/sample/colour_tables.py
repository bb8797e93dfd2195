"""Painted tables of contrasts, and of distances to the colours of other labels."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from annotator.language.label_names import shown_name
from annotator.translation.messages import _, listed
from annotator.ui.dialogs.scheme_dialog.sample.colour_facts import (
    LEAST_DISTANCE,
    SIGHTS,
    ContrastRow,
    DistanceRow,
    one_decimal,
)
from annotator.ui.theme.fonts import STRONG, chrome_font, small_font
from annotator.ui.theme.icons import paint_icon
from annotator.ui.theme.look import Look
from annotator.ui.theme.mirroring import TRAILING, painter_on, placed
from annotator.ui.theme.paint import BADGE, paint_badge
from annotator.ui.theme.sharp import paint_outline
from annotator.ui.theme.themed import Themed
from annotator.ui.widgets.words.line_of_text import paint_line

CONTRAST_ROW, DISTANCE_ROW, SWATCH, GLYPH, GAP, NUMBER = 26, 29, 12, 14, 10, 56
LEAST_NAME, COLUMNS = 60, len(SIGHTS)


class ContrastTable(QLabel):
    """Rows of contrasts, each with a check or an exclamation mark."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._rows: list[ContrastRow] = []
        self.setObjectName("contrastTable")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.update)

    def show_rows(self, rows: list[ContrastRow]) -> None:
        """Show these contrasts."""
        self._rows = rows
        little = _("too little")
        words = [f"{row.words} {one_decimal(row.ratio)}" + ("" if row.is_enough else f" ({little})") for row in rows]
        self.setAccessibleName(_("Contrast: {rows}").format(rows=listed(words)))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, CONTRAST_ROW * len(self._rows))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painter_on(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number, row in enumerate(self._rows):
            self._paint_row(painter, QRectF(0, number * CONTRAST_ROW, self.width(), CONTRAST_ROW), row)

    def _paint_row(self, painter: QPainter, rect: QRectF, row: ContrastRow) -> None:
        theme, metrics = self._look.theme, QFontMetricsF(chrome_font())
        swatch = placed(painter, QRectF(0, rect.center().y() - SWATCH / 2, SWATCH, SWATCH), rect)
        _paint_swatch(painter, swatch, row, theme.control)
        colour = theme.text if row.is_enough else theme.warning
        painter.setPen(colour)
        painter.setFont(chrome_font() if row.is_enough else chrome_font(0, STRONG))
        end = rect.width() - GLYPH - GAP
        ratio = placed(painter, QRectF(end - NUMBER, rect.top(), NUMBER, rect.height()), rect)
        painter.drawText(ratio, TRAILING, one_decimal(row.ratio))
        name = QRectF(SWATCH + GAP, rect.top(), end - NUMBER - SWATCH - GAP, rect.height())
        paint_line(painter, placed(painter, name, rect), row.words, metrics, leading=True)
        glyph = placed(painter, QRectF(rect.width() - GLYPH, rect.top(), GLYPH, rect.height()), rect)
        icon, stroke = ("check", theme.success) if row.is_enough else ("warning", colour)
        paint_icon(painter, glyph, icon, stroke, GLYPH)


class DistanceTable(QLabel):
    """Rows of distances to the other labels, under the names of the kinds of sight."""

    def __init__(self, look: Look, themed: Themed, parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self._themed = look, themed
        self._rows: list[DistanceRow] = []
        self.setObjectName("distanceTable")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.update)

    def show_rows(self, rows: list[DistanceRow]) -> None:
        """Show these distances."""
        self._rows = rows
        words = [f"{shown_name(row.other)} {_distances_said(row)}" for row in rows]
        self.setAccessibleName(_("Distance to the other labels: {rows}").format(rows=listed(words)))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, DISTANCE_ROW * (len(self._rows) + 1) if self._rows else 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._rows:
            return
        painter, whole = painter_on(self), QRectF(self.rect())
        width = min(NUMBER, (whole.width() - LEAST_NAME) / COLUMNS)
        self._paint_heads(painter, whole, width)
        for number, row in enumerate(self._rows, 1):
            rect = QRectF(0, number * DISTANCE_ROW, whole.width(), DISTANCE_ROW)
            painter.fillRect(QRectF(0, rect.top(), rect.width(), 1), self._look.theme.border)
            self._paint_name(painter, rect, row, rect.width() - COLUMNS * width)
            self._paint_distances(painter, rect, row, width)

    def _paint_heads(self, painter: QPainter, whole: QRectF, width: float) -> None:
        painter.setFont(small_font())
        painter.setPen(self._look.theme.muted)
        metrics = QFontMetricsF(small_font())
        for column, words in enumerate(SIGHTS.values()):
            at = QRectF(whole.width() - (COLUMNS - column) * width, 0, width, DISTANCE_ROW)
            shown = metrics.elidedText(_(words), Qt.TextElideMode.ElideRight, width - 2)
            painter.drawText(placed(painter, at, whole), TRAILING, shown)

    def _paint_name(self, painter: QPainter, rect: QRectF, row: DistanceRow, room: float) -> None:
        colours = self._themed.theme.label(row.other, row.other.id)
        badge = QRectF(0, rect.center().y() - BADGE / 2, BADGE, BADGE)
        paint_badge(painter, placed(painter, badge, rect), colours, colours.sign)
        painter.setFont(chrome_font())
        painter.setPen(self._look.theme.text)
        name = QRectF(BADGE + GAP, rect.top(), room - BADGE - GAP, rect.height())
        paint_line(
            painter, placed(painter, name, rect), shown_name(row.other), QFontMetricsF(chrome_font()), leading=True
        )

    def _paint_distances(self, painter: QPainter, rect: QRectF, row: DistanceRow, width: float) -> None:
        theme = self._look.theme
        for column, sight in enumerate(SIGHTS):
            value = row.distances[sight]
            near = row.same_mark and value < LEAST_DISTANCE
            painter.setFont(_distance_font(near))
            painter.setPen(theme.warning if near else theme.text)
            at = QRectF(rect.width() - (COLUMNS - column) * width, rect.top(), width, rect.height())
            painter.drawText(
                placed(painter, at, rect), TRAILING, f"{one_decimal(value)} !" if near else one_decimal(value)
            )


def _distances_said(row: DistanceRow) -> str:
    return listed(f"{_(SIGHTS[sight])} {one_decimal(value)}" for sight, value in row.distances.items())


def _distance_font(near: bool) -> QFont:
    return chrome_font(0, STRONG) if near else chrome_font()


def _paint_swatch(painter: QPainter, rect: QRectF, row: ContrastRow, outline: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(row.colour)
    painter.drawRoundedRect(rect, 3, 3)
    paint_outline(painter, rect, outline, 3)
