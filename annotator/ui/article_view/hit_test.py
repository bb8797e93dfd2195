"""What is at a point of the text."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF

from annotator.model.annotation import Annotation
from annotator.session.text_index import TextIndex
from annotator.ui.article_view.article_text import ArticleText


class HitTest:
    """Answers for points in the viewport's coordinates."""

    def __init__(self, text: ArticleText) -> None:
        self._text = text

    def position(self, point: QPoint) -> int:
        """Where the caret would go, in code points."""
        return self._text.offsets.to_code_points(self._text.cursorForPosition(point).position())

    def annotations(self, point: QPointF, index: TextIndex) -> tuple[Annotation, ...]:
        """The annotations whose words are there, smallest first."""
        near = index.near(self.position(point.toPoint()))
        return tuple(annotation for annotation in near if self._covers(annotation, point))

    def grip(self, point: QPointF, annotation: Annotation) -> str:
        """Which end of the annotation has its grip there: ``start``, ``end`` or none."""
        canvas, text = self._text.canvas, self._text
        return canvas.grip_at(point, text.placements(text.viewport().rect()), annotation) if canvas else ""

    def _covers(self, annotation: Annotation, point: QPointF) -> bool:
        canvas, text = self._text.canvas, self._text
        return canvas is not None and canvas.covers(point, text.placements(text.viewport().rect()), annotation)
