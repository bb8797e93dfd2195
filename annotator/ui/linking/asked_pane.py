"""Foot of the list of candidates: the types of relation that fit, where the user chooses among several."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from annotator.language.plain_line import plain_line
from annotator.session.editing.relations.link_candidates import Candidate, LinkOption
from annotator.session.editing.relations.link_mode import LinkMode
from annotator.session.editing.relations.relation_words import direction_words
from annotator.translation.messages import _
from annotator.ui.linking.relation_line import directed, paint_relation_line
from annotator.ui.theme.fonts import chrome_font, header_font, small_font
from annotator.ui.theme.look import Look
from annotator.ui.theme.mirroring import LEADING, TRAILING, painter_on, placed
from annotator.ui.theme.paint import paint_key_cap, row_ground
from annotator.ui.widgets.words.line_of_text import paint_line

HEAD, ROW, PADDING, LINE_LEFT, LINE, GAP = 36, 28, 14, 44, 50, 12


class AskedPane(QWidget):
    """Types for the current candidate, or for the one whose type is asked. ``chosen``: number of one, from 1."""

    chosen = Signal(int)

    def __init__(self, mode: LinkMode, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._mode, self._look = mode, look
        self.setObjectName("askedTypes")
        look.changed.connect(self.update)

    def refresh(self) -> None:
        """Show the types that fit; nothing where there is no choice."""
        candidate = self._candidate
        self.setVisible(candidate is not None)
        if candidate:
            types = ", ".join(f"{place} {_words(option)}" for place, option in enumerate(candidate.free, 1))
            self.setAccessibleName(f"{self._title}: {types}")
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        candidate = self._candidate
        return QSize(200, HEAD + ROW * len(candidate.free) + 8 if candidate else 0)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        row = int((event.position().y() - HEAD) // ROW)
        if event.button() == Qt.MouseButton.LeftButton and row >= 0:
            self.chosen.emit(row + 1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        candidate = self._candidate
        if candidate is None:
            return
        painter = painter_on(self)
        painter.fillRect(QRectF(0, 0, self.width(), 1), self._look.theme.border)
        self._paint_head(painter)
        metrics = QFontMetricsF(chrome_font())
        names = max(metrics.horizontalAdvance(_words(option)) for option in candidate.free) + GAP
        for place, option in enumerate(candidate.free):
            self._paint_type(painter, place, option, names)

    def _paint_head(self, painter: QPainter) -> None:
        theme, whole = self._look.theme, QRectF(self.rect())
        head = QRectF(PADDING, 4, self.width() - 2 * PADDING, HEAD - 4)
        painter.setFont(header_font())
        painter.setPen(theme.accent if self._mode.asking else theme.text)
        painter.drawText(placed(painter, head, whole), LEADING, self._title)
        title = QFontMetricsF(header_font()).horizontalAdvance(self._title)
        painter.setFont(small_font())
        painter.setPen(theme.muted)
        room = head.adjusted(title + GAP, 0, 0, 0)
        more = QFontMetricsF(small_font()).elidedText(self._more, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(placed(painter, room, whole), TRAILING, more)

    def _paint_type(self, painter: QPainter, place: int, option: LinkOption, names: float) -> None:
        """Draw the row of one type: its number, its line, its words and, as far as there is room, its meaning."""
        theme, whole = self._look.theme, QRectF(self.rect())
        row = QRectF(0, HEAD + place * ROW, self.width(), ROW)
        current = self._mode.asking is not None and place == self._mode.option
        row_ground(painter, row, theme, selected=current, hovered=False)
        cap = QRectF(PADDING, row.top(), 18, ROW)
        paint_key_cap(painter, QPointF(placed(painter, cap, whole).left(), row.center().y()), str(place + 1), theme)
        line = QRectF(LINE_LEFT, row.top(), LINE, ROW)
        paint_relation_line(painter, placed(painter, line, whole), option.rule, theme, inwards=option.inwards)
        words = row.adjusted(LINE_LEFT + LINE + GAP, 0, -PADDING, 0)
        for column, font, colour, text in (
            (words, chrome_font(), theme.text, _words(option)),
            (words.adjusted(names, 0, 0, 0), small_font(), theme.muted, plain_line(option.rule.guideline.definition)),
        ):
            painter.setFont(font)
            painter.setPen(colour)
            paint_line(painter, placed(painter, column, whole), text, QFontMetricsF(font), leading=True)

    @property
    def _candidate(self) -> Candidate | None:
        candidate = self._mode.asking or self._mode.chosen
        return candidate if candidate and len(candidate.free) > 1 else None

    @property
    def _title(self) -> str:
        return _("Which relation?") if self._mode.asking else _("Asked next")

    @property
    def _more(self) -> str:
        return _("more than one relation fits")


def _words(option: LinkOption) -> str:
    return directed(direction_words(option.rule.id, inwards=option.inwards), inwards=option.inwards)
