"""Painting of a proposal's row: verdict, label badge, the words as marked and as proposed."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter
from PySide6.QtWidgets import QWidget

from annotator.anchoring.places import AMBIGUOUS, CHANGED, LOST, MOVED
from annotator.session.editing.places.place_proposals import DIFFERS, Proposal
from annotator.session.session import Session
from annotator.translation.messages import _
from annotator.ui.panels.places.columns import columns
from annotator.ui.panels.places.passage_painter import PassagePainter
from annotator.ui.panels.places.rows import NOT_FOUND, PlaceRows
from annotator.ui.theme.fonts import chrome_font, small_font
from annotator.ui.theme.icons import paint_icon
from annotator.ui.theme.look import Look
from annotator.ui.theme.mirroring import LEADING, onwards, placed
from annotator.ui.theme.paint import LIST_BADGE, paint_badge
from annotator.ui.widgets.lists.rows_view import RowDelegate

PADDING, GLYPH, ARROW = 8, 16, 14
GLYPHS: Mapping[str, str] = {
    MOVED: "place-moved",
    CHANGED: "place-changed",
    AMBIGUOUS: "place-ambiguous",
    LOST: "place-lost",
    DIFFERS: "place-changed",
}


class PlaceRowDelegate(RowDelegate):
    """Delegate for proposals; all rows have the same height, which depends on the font."""

    def __init__(self, rows: PlaceRows, session: Session, look: Look, parent: QWidget) -> None:
        super().__init__(look, parent)
        self._rows, self._session = rows, session
        self._passages = PassagePainter(look)
        self._words, self._small = chrome_font(), small_font()

    @property
    def row_height(self) -> int:
        """Height of every row in pixels."""
        return round(self._passages.height) + 2 * PADDING

    def paint_row(self, painter: QPainter, rect: QRectF, row: int, *, selected: bool) -> None:
        proposal = self._rows.proposal(row)
        if proposal is None:
            return
        parts = columns(rect.adjusted(0, PADDING, 0, -PADDING), painter.layoutDirection())
        self._paint_verdict(painter, parts.verdict, proposal)
        self._paint_badge(painter, parts.badge, proposal, selected=selected)
        was, now = self._rows.passages(row)
        self._passages.paint(painter, parts.was, was)
        paint_icon(painter, self._first_line(parts.arrow), onwards(painter), self._look.theme.muted, ARROW)
        if now:
            self._passages.paint(painter, parts.now, now)
        else:
            self._write(painter, self._first_line(parts.now), _(NOT_FOUND))

    def _paint_verdict(self, painter: QPainter, room: QRectF, proposal: Proposal) -> None:
        line, theme = self._first_line(room), self._look.theme
        colour = {MOVED: theme.muted, LOST: theme.error}.get(proposal.verdict, theme.warning)
        glyph = QRectF(line.left(), line.top(), GLYPH, line.height())
        paint_icon(painter, placed(painter, glyph, room), GLYPHS.get(proposal.verdict, GLYPHS[DIFFERS]), colour)
        words = placed(painter, line.adjusted(GLYPH + 6, 0, 0, 0), room)
        self._write(painter, words, proposal.word, theme.text)
        self._write(painter, words.translated(0, words.height()), proposal.count, small=True)

    def _paint_badge(self, painter: QPainter, room: QRectF, proposal: Proposal, *, selected: bool) -> None:
        label = self._session.scheme.label(proposal.annotation.label)
        colours = self._look.theme.label(label, proposal.annotation.label)
        box = QRectF(0, 0, LIST_BADGE, LIST_BADGE)
        box.moveCenter(self._first_line(room).center())
        paint_badge(painter, box, colours, colours.sign, selected=selected)

    def _write(
        self, painter: QPainter, rect: QRectF, text: str, colour: QColor | None = None, *, small: bool = False
    ) -> None:
        font = self._small if small else self._words
        painter.setFont(font)
        painter.setPen(colour or self._look.theme.muted)
        shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, LEADING, shown)

    def _first_line(self, room: QRectF) -> QRectF:
        return QRectF(room.left(), room.top(), room.width(), self._passages.line_height)
