"""Heads of the columns of the table."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPaintEvent
from PySide6.QtWidgets import QWidget

from annotator.language.annotator_names import annotator_name
from annotator.review.agreement.wording import HEADS
from annotator.translation.messages import _
from annotator.ui.dialogs.agreement_dialog.columns import HEIGHT, columns_in
from annotator.ui.dialogs.agreement_dialog.end_words import paint_number
from annotator.ui.theme.fonts import small_font
from annotator.ui.theme.look import Look
from annotator.ui.theme.mirroring import painter_on, placed
from annotator.ui.widgets.words.line_of_text import paint_line


class Heads(QWidget):
    """Names of the columns."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._names: tuple[str, ...] = ()
        self._width = 0
        self.setFixedHeight(HEIGHT)

    def show_names(self, names: tuple[str, ...], width: int) -> None:
        """Show the annotators over their columns; ``width`` is that of the rows, without a scroll bar."""
        self._names, self._width = names, width
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, rect, theme = painter_on(self), QRectF(self.rect()), self._look.theme
        columns = columns_in(QRectF(0, 0, self._width or rect.width(), rect.height()))
        painter.fillRect(rect, theme.panel)
        painter.fillRect(QRectF(0, rect.bottom() - 1, rect.width(), 1), theme.border)
        painter.setFont(small_font())
        painter.setPen(theme.muted)
        metrics = QFontMetricsF(small_font())
        paint_line(painter, placed(painter, columns.name, rect), _("Label"), metrics, leading=True)
        for at, name in zip(columns.used, self._names, strict=False):
            shown = metrics.elidedText(annotator_name(name), Qt.TextElideMode.ElideRight, at.width())
            paint_number(painter, placed(painter, at, rect), shown)
        words = _("Same span, F1 with 95 % interval; dashed line at 0.8")
        paint_line(painter, placed(painter, columns.headed, rect), words, metrics, leading=True)
        for name, at in columns.others.items():
            paint_number(painter, placed(painter, at, rect), _(HEADS[name]))
