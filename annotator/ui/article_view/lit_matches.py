"""Matches of a search, each drawn under its words; the one that is selected stronger than the others."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from msgspec import Struct
from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QColor, QPainter, QPen, QTextCursor

from annotator.model.offsets import Utf16Map
from annotator.model.span import Span
from annotator.ui.article_view.canvas import Canvas
from annotator.ui.article_view.segments import Extent, LineFinder
from annotator.ui.article_view.unmarked.sight import Placement

FAINT, LINE, RADIUS = 50, 130, 3
"""Opacity of the fill and the outline of matches, of 255; radius of their corners in units."""

Within = Callable[[int, int], Iterable[Span]]
"""Matches that touch the code points from a start to an end."""


class LitMatches(Struct, frozen=True):
    """Matches to draw on a laid-out text; ``selected`` is the selection, as UTF-16 offsets."""

    within: Within
    offsets: Utf16Map
    selected: tuple[int, int]

    @classmethod
    def beside(cls, within: Within, offsets: Utf16Map, cursor: QTextCursor) -> LitMatches:
        """Return the matches with the cursor's selection as the stronger one."""
        return cls(within, offsets, (cursor.selectionStart(), cursor.selectionEnd()))

    def paint(self, painter: QPainter, canvas: Canvas, placements: list[Placement], rect: QRect) -> None:
        """Paint the matches on those lines of the placements that are in ``rect``."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for placement in placements:
            for band, selected in self._bands(canvas, placement, rect):
                _paint(painter, canvas, band, selected=selected)

    def _bands(self, canvas: Canvas, placement: Placement, rect: QRect) -> Iterator[tuple[QRectF, bool]]:
        block = placement.block
        finder = LineFinder(block)
        lines = canvas.lines_in(placement, rect)
        if not finder.lines or block.length() == 1:
            return
        first, last = finder.offsets(lines.start, lines.stop - 1)
        at = block.position()
        start, end = (self.offsets.to_code_points(at + offset) for offset in (first, last))
        for match in self.within(start, end):
            begin, stop = self.offsets.to_utf16(match.start), self.offsets.to_utf16(match.end)
            extent = Extent(max(begin - at, 0), min(stop - at, block.length() - 1), begin >= at, True)
            if extent.start < extent.end:
                for segment in finder.segments(extent, lines):
                    yield canvas.band(segment, placement.top), (begin, stop) == self.selected


def _paint(painter: QPainter, canvas: Canvas, band: QRectF, *, selected: bool) -> None:
    theme, unit = canvas.theme, canvas.measure.unit
    fill, line = QColor(theme.warning), QColor(theme.warning)
    fill.setAlpha(0 if selected or theme.high_contrast else FAINT)  # the selection itself fills the selected one
    line.setAlpha(255 if selected or theme.high_contrast else LINE)
    painter.setPen(QPen(line, (2 if selected else 1) * unit))
    painter.setBrush(fill)
    painter.drawRoundedRect(band, RADIUS * unit, RADIUS * unit)
