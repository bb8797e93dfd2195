"""Drag of an annotation's grip with the mouse, which scrolls the text beyond its upper and lower border."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, QTimer
from PySide6.QtWidgets import QAbstractSlider

from annotator.session.editing.edge_mover import EdgeMover
from annotator.ui.article_view.article_text import ArticleText
from annotator.ui.article_view.held_edge import keep_in_sight
from annotator.ui.article_view.hit_test import HitTest

SLOWEST_MS, FASTEST_MS = 100, 20
PACE = 4900
"""Milliseconds to the next line are this by the square of the distance in pixels, as where Qt drags a selection."""


class GripDrag(QObject):
    """A drag of the held edge of ``edge`` as far as the mouse goes."""

    def __init__(self, text: ArticleText, edge: EdgeMover, hits: HitTest) -> None:
        super().__init__(text)
        self._text, self._edge, self._hits = text, edge, hits
        self.under_way = False
        self._point = QPoint()
        self._scrolling = QTimer(self)
        self._scrolling.timeout.connect(self._scroll)

    def begin(self, grip: str) -> None:
        """Take hold of the selected annotation's ``start`` or ``end``."""
        self._edge.take(grip)
        self.under_way = self._edge.hold is not None

    def follow(self, point: QPoint) -> None:
        """Move the edge to a point of the viewport, or to the border that it is beyond, and scroll there."""
        self._point = point
        beyond = self._beyond()
        if beyond:
            self._scrolling.setInterval(min(max(PACE // beyond**2, FASTEST_MS), SLOWEST_MS))
            if not self._scrolling.isActive():
                self._scrolling.start()
        else:
            self._scrolling.stop()
        self._move()
        if self._edge.hold:
            keep_in_sight(self._edge.hold, self._text)

    def end(self) -> None:
        """Keep the edge where it is."""
        self.under_way = False
        self._scrolling.stop()
        self._edge.keep()

    def _beyond(self) -> int:
        """Return how many pixels the mouse is below the viewport; negative above it, 0 within."""
        y, height = self._point.y(), self._text.viewport().height()
        return y if y < 0 else max(y - height + 1, 0)

    def _scroll(self) -> None:
        if self._edge.hold is None:
            self._scrolling.stop()
            return
        step = QAbstractSlider.SliderAction
        action = step.SliderSingleStepAdd if self._beyond() > 0 else step.SliderSingleStepSub
        self._text.verticalScrollBar().triggerAction(action)
        self._move()

    def _move(self) -> None:
        within = QPoint(self._point.x(), self._point.y() - self._beyond())
        self._edge.move_to(self._hits.position(within))
