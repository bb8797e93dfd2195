"""The text while annotations are linked: these in frames, the candidates with their numbers, all else pale."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPalette, QPen, QRegion, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from annotator.language.plain_line import shortened
from annotator.model.annotation import Annotation
from annotator.model.span import Span
from annotator.translation.messages import number
from annotator.ui.article_view.article_text import ArticleText
from annotator.ui.article_view.canvas import Canvas
from annotator.ui.article_view.frame import paint_frame
from annotator.ui.article_view.margins.margin import Margin
from annotator.ui.article_view.marks import outline
from annotator.ui.article_view.relations.edge_pill import edge_pill, paint_edge_pills
from annotator.ui.article_view.review.veil import paint_veil
from annotator.ui.article_view.unmarked.sight import Placement
from annotator.ui.theme.fonts import MEDIUM, chrome_font
from annotator.ui.theme.paint import CENTRE

DISC, ABOVE, OUT = 16, 3, 1.5
DASHES = [4 / 1.25, 3 / 1.25]


@dataclass(frozen=True, slots=True)
class DrawnCandidate:
    """An annotation that is drawn as a candidate, with the ``number`` that chooses it; 0 where no number does."""

    annotation: Annotation
    number: int
    current: bool


class LinkedText:
    """Layer of the text that shows the annotations that are linked and their candidates, while there are any."""

    def __init__(self, text: ArticleText) -> None:
        self._text = text
        self._sources: Sequence[Annotation] = ()
        self._linked: Sequence[DrawnCandidate] = ()
        self._words = ""

    def show(self, sources: Sequence[Annotation], linked: Sequence[DrawnCandidate], words: str) -> None:
        """Draw these and their candidates; ``words`` name the current candidate while that is out of sight."""
        first = not self._sources
        self._sources, self._linked, self._words = sources, linked, words
        if first:
            self._text.layers.append(self)
        self._mute()

    def clear(self) -> None:
        """Draw the text without them."""
        if self._sources:
            self._sources, self._linked = (), ()
            self._text.layers.remove(self)
            self._mute()

    def at(self, point: QPointF) -> str:
        """Return the id of the candidate whose number is at the point; empty where none is."""
        canvas = self._text.canvas
        placements = self._text.placements(self._text.viewport().rect()) if canvas else []
        for linked, disc in self._discs(canvas, placements) if canvas else ():
            if disc.adjusted(-2, -2, 2, 2).contains(point):
                return linked.annotation.id
        return ""

    def paint_under(self, painter: QPainter, canvas: Canvas, placements: list[Placement], _region: QRegion) -> None:
        """Make all other marks pale, frame the annotations that are linked, and outline the candidates."""
        meant = [*self._sources, *(linked.annotation for linked in self._linked)]
        paint_veil(painter, QRectF(self._text.viewport().rect()), canvas, placements, meant)
        unit, framed = canvas.measure.unit, self._text.framed()
        for source in (source for source in self._sources if framed is None or source.id != framed.id):
            for top, bands in canvas.bands(placements, source):
                paint_frame(painter, top, bands, canvas.theme, unit, chosen=True)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for linked in self._linked:
            painter.setPen(_outline_pen(canvas, current=linked.current))
            for top, bands in canvas.bands(placements, linked.annotation):
                for segment, band in bands:
                    rect = band.translated(0, top).adjusted(-OUT * unit, -OUT * unit, OUT * unit, OUT * unit)
                    path = outline(rect, 4 * unit, left=segment.closed_left, right=segment.closed_right)
                    painter.drawPath(path)

    def paint_over(self, painter: QPainter, canvas: Canvas, placements: list[Placement]) -> None:
        """Draw the numbers above the words, and name the current candidate at the edge if it is out of sight."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, unit = canvas.theme, canvas.measure.unit
        for linked, disc in self._discs(canvas, placements):
            painter.setPen(QPen(theme.accent, 1.5 * unit))
            painter.setBrush(theme.accent if linked.current else theme.raised)
            painter.drawEllipse(disc)
            painter.setPen(theme.accent_text if linked.current else theme.accent)
            painter.setFont(chrome_font(-3, MEDIUM))
            painter.drawText(disc, CENTRE, number(linked.number))
        self._name_current(painter, canvas)

    def _name_current(self, painter: QPainter, canvas: Canvas) -> None:
        current = next((linked.annotation for linked in self._linked if linked.current), None)
        view = QRectF(self._text.viewport().rect())
        placements = self._text.placements(self._text.viewport().rect())
        if current is None or not placements or any(canvas.bands(placements, current)):
            return
        first = self._text.offsets.to_code_points(placements[0].block.position())
        up = current.span.start < first
        words = f"{'↑' if up else '↓'} {shortened(self._words, 40)}"
        pill = edge_pill(view, view.center().x(), words, up=up)
        paint_edge_pills(painter, [(pill, words)], canvas.theme)

    def _discs(self, canvas: Canvas, placements: list[Placement]) -> Iterator[tuple[DrawnCandidate, QRectF]]:
        unit, view = canvas.measure.unit, self._text.viewport().width()
        size = DISC * unit
        taken: list[QRectF] = []  # numbers of candidates that begin at the same place stand side by side
        for linked in self._linked:
            for top, bands in canvas.bands(placements, linked.annotation) if linked.number else ():
                for segment, band in bands:
                    if segment.opens:
                        x = (band.right() if segment.reversed else band.left()) - size / 2
                        x = min(max(x, 1.0), view - size - 1)
                        disc = QRectF(x, band.top() + top - ABOVE * unit - size / 2, size, size)
                        while any(disc.intersects(other) for other in taken):
                            disc.translate(-size if segment.reversed else size, 0)
                        taken.append(disc)
                        yield linked, disc

    def _mute(self) -> None:
        """Write all words muted but those of linked annotations and candidates; while nothing is linked, none muted."""
        palette = QPalette()  # without a colour of its own the text follows the theme
        if self._sources:
            palette.setColor(QPalette.ColorRole.Text, self._text.look.theme.muted)
        self._text.setPalette(palette)
        meant = [*self._sources, *(linked.annotation for linked in self._linked)]
        self._text.setExtraSelections([self._in_full(span) for span in _joined(a.span for a in meant)])
        ids = frozenset(annotation.id for annotation in meant)
        for margin in self._text.findChildren(Margin):
            margin.pale_but = ids if self._sources else None
        self._text.repaint_view()

    def _in_full(self, span: Span) -> QTextEdit.ExtraSelection:
        selection, to_utf16 = QTextEdit.ExtraSelection(), self._text.offsets.to_utf16
        cursor, letters = QTextCursor(self._text.document()), QTextCharFormat()
        cursor.setPosition(to_utf16(span.start))
        cursor.setPosition(to_utf16(span.end), QTextCursor.MoveMode.KeepAnchor)
        letters.setForeground(QBrush(self._text.look.theme.text))
        selection.cursor, selection.format = cursor, letters
        return selection


def _outline_pen(canvas: Canvas, *, current: bool) -> QPen:
    pen = QPen(canvas.theme.accent, (2 if current else 1.25) * canvas.measure.unit)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if not current:
        pen.setDashPattern(DASHES)
    return pen


def _joined(spans: Iterable[Span]) -> list[Span]:
    """Return the spans, overlapping ones joined: where two formats overlap, Qt ends both with the first."""
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return joined
