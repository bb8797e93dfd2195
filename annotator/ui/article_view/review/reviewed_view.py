"""View of the text under review: what is decided is pale, what the reviewer has added has a dashed outline."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPen, QRegion

from annotator.model.annotation import Annotation
from annotator.model.span import Span, trimmed
from annotator.translation.messages import _
from annotator.ui.article_view.canvas import Canvas
from annotator.ui.article_view.margins.margin import Margin
from annotator.ui.article_view.marks import outline
from annotator.ui.article_view.review.veil import paint_veil
from annotator.ui.article_view.second_view import SecondView
from annotator.ui.article_view.unmarked.sight import Placement
from annotator.ui.theme.look import Look

DASHES = [4.0, 3.0]


class ReviewedView(SecondView):
    """Text with the annotations of the one who is reviewed; the one under review is in the frame."""

    def __init__(self, look: Look, font: QFont, characters: int) -> None:
        super().__init__(look, font, characters)
        self.setObjectName("reviewedView")
        self.setAccessibleName(_("Text under review"))
        self._meant: Sequence[Annotation] = ()
        self._added: Sequence[Annotation] = ()
        self.layers.append(self)

    @property
    def selection(self) -> Span | None:
        """Selected words without blanks at their ends; None where none are."""
        cursor, to_code_points = self.textCursor(), self.offsets.to_code_points
        return trimmed(self.text, *map(to_code_points, (cursor.selectionStart(), cursor.selectionEnd())))

    def show_review(self, current: Annotation | None, meant: Sequence[Annotation], added: Sequence[Annotation]) -> None:
        """Frame the current one, leave those that are ``meant`` in full, and outline those that were added."""
        self._meant, self._added = meant, added
        ids = frozenset(annotation.id for annotation in meant)
        for margin in self.findChildren(Margin):
            margin.pale_but = ids
        if current != self.framed():
            self._choose(current)
            if current and not current.is_elsewhere:
                self._show(current.span.start)
        self.repaint_view()

    def paint_under(self, painter: QPainter, canvas: Canvas, placements: list[Placement], _region: QRegion) -> None:
        """Veil what is decided, and outline what was added."""
        paint_veil(painter, QRectF(self.viewport().rect()), canvas, placements, self._meant)
        unit = canvas.measure.unit
        pen = QPen(canvas.theme.accent, 1.25 * unit)
        pen.setDashPattern(DASHES)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for annotation in self._added:
            for top, bands in canvas.bands(placements, annotation):
                for segment, band in bands:
                    rect = band.translated(0, top).adjusted(-unit, -unit, unit, unit)
                    path = outline(rect, 4 * unit, left=segment.closed_left, right=segment.closed_right)
                    painter.drawPath(path)

    def paint_over(self, painter: QPainter, canvas: Canvas, placements: list[Placement]) -> None:
        """Paint nothing over the text."""

    def _show(self, position: int) -> None:
        """Put the caret there, and its line into the middle where it is out of sight."""
        self._move_caret(self.offsets.to_utf16(position))
        if not self.viewport().rect().adjusted(0, 40, 0, -40).contains(self.cursorRect()):
            self.centerCursor()
