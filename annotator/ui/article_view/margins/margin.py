"""Base class of the margins beside the article's lines: widgets that scroll with the text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Protocol

from msgspec import Struct
from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPalette, QWheelEvent
from PySide6.QtWidgets import QWidget

from annotator.model.annotation import Annotation
from annotator.ui.article_view.canvas import Canvas
from annotator.ui.article_view.measure import Measure
from annotator.ui.article_view.unmarked.sight import Placement

AROUND = 4
"""Pixels around a badge and its bar in which their rings are."""


class Sign(Struct, frozen=True):
    """Item in a margin that stands for annotations: badge or words in ``rect``, and a ``bar`` along their lines.

    ``begins``: draw what is in ``rect``, not only the bar. ``more``: draw the number of annotations without a lane.
    """

    rect: QRectF
    annotations: tuple[Annotation, ...]
    bar: QRectF | None = None
    begins: bool = True
    more: bool = False

    @property
    def reach(self) -> QRectF:
        """Rectangle of all that is drawn of it."""
        whole = self.rect | self.bar if self.bar else self.rect
        return whole.adjusted(-AROUND, -AROUND, AROUND, AROUND)


Beside = Callable[[QPainter, Canvas, QRect, Sequence[Sign]], None]


class Text(Protocol):
    """Interface of the text beside a margin."""

    canvas: Canvas | None
    mirrored: bool
    measure: Measure

    def placements(self, rect: QRect) -> list[Placement]: ...
    def wheelEvent(self, event: QWheelEvent) -> None: ...


class OtherSigns(Protocol):
    """Signs of something else than the annotations of the text, each of which stands for annotations of its own."""

    def signs(self, placement: Placement, canvas: Canvas, rect: QRect, margin: Places) -> Iterator[Sign]: ...
    def is_pale(self, id: str) -> bool: ...
    def chosen(self) -> str: ...
    def choose(self, id: str) -> None: ...


class Places(Protocol):
    """Places of badges beside the lines of a paragraph, as many in a line as there are ``lanes``."""

    lanes: int

    def badge_rect(self, placement: Placement, canvas: Canvas, line: int, lane: int) -> QRectF: ...
    def more_rect(self, placement: Placement, canvas: Canvas, line: int) -> QRectF: ...


class Margin(QWidget):
    """Widget that paints the signs beside the visible lines.

    ``clicked``: tuple of the annotations of the sign that was clicked. ``pointed_at``: tuple of the annotations of the
    sign under the pointer, empty when it leaves, and the pointer's position on the screen. All signs are pale but those
    of the ids ``pale_but``, as there is nothing to do with them; None where none is. ``beside`` paints under the signs,
    as far as a rectangle shows it; it gets the signs there, or all in sight where it ``looks_at_all``. ``others`` are
    shown, and chosen by a click, in place of the signs of the text as long as there are such.
    """

    clicked = Signal(object)
    pointed_at = Signal(object, object)

    def __init__(self, text: Text, parent: QWidget) -> None:
        super().__init__(parent)
        self._text = text
        self._pointed: tuple[Annotation, ...] = ()
        self.selected: Callable[[], str] = lambda: ""
        self.pale_but: frozenset[str] | None = None
        self.others: OtherSigns | None = None
        self.beside: Beside = lambda _painter, _canvas, _rect, _signs: None
        self.looks_at_all: Callable[[Canvas], bool] = lambda _canvas: False
        self.setMouseTracking(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)

    def signs(self, placement: Placement, canvas: Canvas, rect: QRect) -> Iterable[Sign]:
        """Return the signs beside a paragraph as far as ``rect`` shows it, in this widget's coordinates."""
        raise NotImplementedError

    def paint_sign(self, painter: QPainter, canvas: Canvas, sign: Sign, *, selected: bool, pointed: bool) -> None:
        raise NotImplementedError

    def paintEvent(self, event: QPaintEvent) -> None:
        canvas = self._text.canvas
        if canvas is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # by the article, not by the window
        everywhere = self.looks_at_all(canvas)
        signs = self.signs_within(canvas, self.rect() if everywhere else event.rect())
        self.beside(painter, canvas, event.rect(), signs)
        chosen = self.others.chosen() if self.others else self.selected()
        partly = everywhere and event.rect() != self.rect()
        for sign in signs:
            if partly and not sign.reach.intersects(event.rect()):
                continue
            selected = chosen in [annotation.id for annotation in sign.annotations]
            pointed = sign.annotations == self._pointed
            self.paint_sign(painter, canvas, sign, selected=selected, pointed=pointed)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        here = self.annotations_at(event.position()) if event.button() == Qt.MouseButton.LeftButton else ()
        if here and self.others:
            self.others.choose(here[0].id)
        elif here:
            self.clicked.emit(here)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()  # the press was handled here, so the parent must not see the release

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._set_pointed(self.annotations_at(event.position()), event.globalPosition())

    def leaveEvent(self, event: QEvent) -> None:
        self._set_pointed((), QPointF())
        super().leaveEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._text.wheelEvent(event)

    def is_pale(self, sign: Sign) -> bool:
        """Return whether there is nothing to do with what the sign stands for."""
        ids = [annotation.id for annotation in sign.annotations]
        if self.others:
            return all(map(self.others.is_pale, ids))
        return self.pale_but is not None and not any(id in self.pale_but for id in ids)

    def _set_pointed(self, annotations: tuple[Annotation, ...], at: QPointF) -> None:
        if annotations != self._pointed:
            self._pointed = annotations
            self.setCursor(Qt.CursorShape.PointingHandCursor if annotations else Qt.CursorShape.ArrowCursor)
            if not self.others:
                self.pointed_at.emit(annotations, at.toPoint())
            self.update()

    def signs_within(self, canvas: Canvas, rect: QRect) -> list[Sign]:
        """Return the signs beside all paragraphs as far as ``rect`` shows them, in this widget's coordinates."""
        return [sign for placement in self._text.placements(rect) for sign in self.signs(placement, canvas, rect)]

    def annotations_at(self, point: QPointF) -> tuple[Annotation, ...]:
        """Return the annotations of the sign at the point."""
        canvas, around = self._text.canvas, QRect(0, int(point.y()) - 1, self.width(), 2)
        for sign in self.signs_within(canvas, around) if canvas else ():
            if sign.rect.contains(point) or (sign.bar and sign.bar.adjusted(-4, 0, 4, 0).contains(point)):
                return sign.annotations
        return ()


def touches(lines: range, first: int, last: int) -> bool:
    """Return whether some of ``lines`` are those from ``first`` to ``last``."""
    return first < lines.stop and last >= lines.start
