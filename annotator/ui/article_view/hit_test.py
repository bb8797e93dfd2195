"""Hit tests: caret position, annotations and grips at a point of the text."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRect
from PySide6.QtGui import QMouseEvent, QTextLayout

from annotator.model.annotation import Annotation
from annotator.session.text_index import TextIndex
from annotator.ui.article_view.article_text import ArticleText


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

    def in_line(self, point: QPointF) -> QPointF:
        """Return the point moved up or down into the line that its height belongs to; unchanged beside the text."""
        for at in self._text.placements(QRect(0, round(point.y()), 1, 1)):
            layout, y = at.block.layout(), point.y() - at.top
            if 0 <= y < at.height and layout.lineCount():
                return QPointF(point.x(), at.top + _middle(layout, y, self._text.measure.pitch))
        return point

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

    def _covers(self, annotation: Annotation, point: QPointF) -> bool:
        canvas, text = self._text.canvas, self._text
        return canvas is not None and canvas.covers(point, text.placements(text.viewport().rect()), annotation)


def _middle(layout: QTextLayout, y: float, pitch: float) -> float:
    """Return the middle of the last line that begins above ``y``, or of the first line."""
    last = layout.lineCount() - 1
    about = int((y - layout.lineAt(0).y()) / pitch)  # with fallback fonts a line may begin somewhat higher or lower
    numbers = [min(max(number, 0), last) for number in (about + 1, about, about - 1)]
    rects = [layout.lineAt(number).naturalTextRect() for number in numbers]
    return next((rect for rect in rects if rect.top() <= y), rects[-1]).center().y()
