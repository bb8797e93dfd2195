"""Hit tests: caret position, annotations and grips at a point of the text."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF

from annotator.model.annotation import Annotation
from annotator.session.text_index import TextIndex
from annotator.ui.article_view.article_text import ArticleText


class HitTest:
    """Hit tests in a text, for points in viewport coordinates."""

    def __init__(self, text: ArticleText) -> None:
        self._text = text

    def position(self, point: QPoint) -> int:
        """Return the caret position nearest to the point, in code points."""
        return self._text.offsets.to_code_points(self._text.cursorForPosition(point).position())

    def annotations(self, point: QPointF, index: TextIndex) -> tuple[Annotation, ...]:
        """Return the annotations whose words are at the point, smallest first."""
        near = index.near(self.position(point.toPoint()))
        return tuple(annotation for annotation in near if self._covers(annotation, point))

    def grip(self, point: QPointF, annotation: Annotation) -> str:
        """Return the edge of the annotation whose grip is at the point: ``start``, ``end`` or empty."""
        canvas, text = self._text.canvas, self._text
        return canvas.grip_at(point, text.placements(text.viewport().rect()), annotation) if canvas else ""

    def _covers(self, annotation: Annotation, point: QPointF) -> bool:
        canvas, text = self._text.canvas, self._text
        return canvas is not None and canvas.covers(point, text.placements(text.viewport().rect()), annotation)
