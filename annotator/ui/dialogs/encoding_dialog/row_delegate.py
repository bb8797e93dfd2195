"""Painting of an encoding's row: name and remark."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QWidget

from annotator.storage.articles.encodings import name_of
from annotator.translation.messages import _
from annotator.ui.dialogs.encoding_dialog.rows import MISFIT, EncodingRows
from annotator.ui.theme.fonts import chrome_font, small_font
from annotator.ui.theme.look import Look
from annotator.ui.theme.mirroring import TRAILING, placed
from annotator.ui.widgets.lists.rows_view import RowDelegate
from annotator.ui.widgets.words.line_of_text import paint_line

ROW_HEIGHT, INSET, GAP = 29, 18, 10


class EncodingRowDelegate(RowDelegate):
    """Delegate that draws encodings that do not fit in a muted colour."""

    def __init__(self, rows: EncodingRows, look: Look, parent: QWidget) -> None:
        super().__init__(look, parent)
        self._rows = rows
        self._name, self._small = chrome_font(), small_font()

    def paint_row(self, painter: QPainter, rect: QRectF, row: int, *, selected: bool) -> None:  # noqa: ARG002  # the background shows it
        theme, misfit = self._look.theme, self._rows.remark(row) == MISFIT
        remark = _(self._rows.remark(row))
        room = rect.adjusted(INSET, 0, -INSET, 0)
        painter.setFont(self._small)
        painter.setPen(theme.muted)
        painter.drawText(room, TRAILING, remark)
        if remark:
            room.adjust(0, 0, -QFontMetricsF(self._small).horizontalAdvance(remark) - GAP, 0)
        painter.setFont(self._name)
        painter.setPen(theme.muted if misfit else theme.text)
        name = name_of(self._rows.code(row))
        paint_line(painter, placed(painter, room, rect), name, QFontMetricsF(self._name), leading=True)
