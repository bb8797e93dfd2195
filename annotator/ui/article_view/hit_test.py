"""Hit tests: caret position, annotations and grips at a point of the text."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRect
from PySide6.QtGui import QMouseEvent, QTextLayout, QTextLine

from annotator.model.annotation import Annotation
from annotator.session.text_index import TextIndex
from annotator.ui.article_view.article_text import ArticleText
from annotator.ui.article_view.unmarked.sight import Placement


class HitTest:
    """Hit tests in a text, for points in viewport coordinates.

    The space between two lines belongs to the line above. Qt counts it as the start of the line below, so points are
    moved into their line before Qt is asked.
    """

    def __init__(self, text: ArticleText) -> None:
        self._text = text

    def position(self, point: QPoint) -> int:
        """Return the caret position nearest to the point, in code points."""
        into = self.in_line(QPointF(point)).toPoint()
        return self._text.offsets.to_code_points(self._text.cursorForPosition(into).position())

    def character(self, point: QPoint) -> int:
        """Return the character under the point, or the nearest one on its line, in code points."""
        found = self._line_at(QPointF(point))
        if found is None:
            return self.position(point)
        at, line = found
        first, last = line.textStart(), line.textStart() + max(line.textLength() - 1, 0)
        offset = line.xToCursor(point.x(), QTextLine.CursorPosition.CursorOnCharacter)
        return self._text.offsets.to_code_points(at.block.position() + min(max(offset, first), last))

    def in_line(self, point: QPointF) -> QPointF:
        """Return the point moved up or down into the line that its height belongs to; unchanged beside the text."""
        found = self._line_at(point)
        return QPointF(point.x(), found[0].top + found[1].naturalTextRect().center().y()) if found else point

    def aimed(self, event: QMouseEvent) -> QMouseEvent:
        """Return the event with its point moved into its line."""
        into = self.in_line(event.position())
        return QMouseEvent(
            event.type(),
            into,
            event.scenePosition(),
            event.globalPosition(),
            event.button(),
            event.buttons(),
            event.modifiers(),
            event.pointingDevice(),
        )

    def annotations(self, point: QPointF, index: TextIndex) -> tuple[Annotation, ...]:
        """Return the annotations whose words are at the point, smallest first."""
        near, into = index.near(self.position(point.toPoint())), self.in_line(point)
        return tuple(annotation for annotation in near if self._covers(annotation, into))

    def grip(self, point: QPointF, annotation: Annotation) -> str:
        """Return the edge of the annotation whose grip is at the point: ``start``, ``end`` or empty."""
        canvas, text = self._text.canvas, self._text
        return canvas.grip_at(point, text.placements(text.viewport().rect()), annotation) if canvas else ""

    def edge(self, point: QPointF, annotation: Annotation) -> str:
        """Return the edge of the annotation that is at the point: ``start``, ``end`` or empty."""
        canvas, text = self._text.canvas, self._text
        places = text.placements(text.viewport().rect())
        return canvas.edge_at(self.in_line(point), places, annotation) if canvas else ""

    def _line_at(self, point: QPointF) -> tuple[Placement, QTextLine] | None:
        """Return the line that the point's height belongs to, with its paragraph; None beside the text."""
        for at in self._text.placements(QRect(0, round(point.y()), 1, 1)):
            layout, y = at.block.layout(), point.y() - at.top
            if 0 <= y < at.height and layout.lineCount():
                return at, _line_above(layout, y, self._text.measure.pitch)
        return None

    def _covers(self, annotation: Annotation, point: QPointF) -> bool:
        canvas, text = self._text.canvas, self._text
        return canvas is not None and canvas.covers(point, text.placements(text.viewport().rect()), annotation)


def _line_above(layout: QTextLayout, y: float, pitch: float) -> QTextLine:
    """Return the last line that begins above ``y``, or the first line."""
    last = layout.lineCount() - 1
    about = int((y - layout.lineAt(0).y()) / pitch)  # with fallback fonts a line may begin somewhat higher or lower
    lines = [layout.lineAt(min(max(number, 0), last)) for number in (about + 1, about, about - 1)]
    return next((line for line in lines if line.naturalTextRect().top() <= y), lines[-1])
