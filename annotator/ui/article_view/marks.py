"""Plan of the marks on a stretch of lines, and their shapes on one line, in the block's coordinates."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache, partial
from math import ceil, floor
from operator import attrgetter
from typing import NamedTuple

from msgspec import Struct
from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QPainterPath

from annotator.model.annotation import Annotation
from annotator.ui.article_view.lanes import assign_lanes, covering, crowded
from annotator.ui.article_view.measure import Measure
from annotator.ui.article_view.rails import rails
from annotator.ui.article_view.segments import Placed, Segment
from annotator.ui.theme.sharp import snapped, stroke_centre, stroke_width

LINES = ("line", "dotted", "dashed")
THICK, THIN, BOX, WAVE = 2, 1.5, 1.25, 1.4
"""Widths of strokes, in units."""

AIR = 1
"""Pixels between a box and the letters in it, above and below."""

MOST_LANES = 4
MOST_LANES_WHEN_DENSE = 3
DENSE = 10
"""Average number of annotations per line above which marks are simplified."""


HIDDEN = -1


class Drawn(NamedTuple):
    """Annotation's part in a block with how it is drawn: all that its shapes depend on, but the text's layout.

    ``step`` is the inset of a fill in units, or the lane of a line, HIDDEN where there is no room for it. ``plain``:
    the fill has no ends, the line is thin.
    """

    placed: Placed
    kind: str
    step: int = 0
    plain: bool = False


@dataclass(slots=True)
class Marks:
    """Shapes on one line with the key of their colours, as a label, each list from bottom to top.

    ``lines`` also has the kind of line and whether it is thin; ``waves`` are drawn under displaced annotations.
    """

    fills: list[tuple[str, QPainterPath]] = field(default_factory=list)
    ends: list[tuple[str, QPainterPath]] = field(default_factory=list)
    boxes: list[tuple[str, QPainterPath]] = field(default_factory=list)
    lines: list[tuple[str, str, bool, QLineF]] = field(default_factory=list)
    waves: list[QLineF] = field(default_factory=list)


class MarkBuilder(Struct, frozen=True):
    """Builder of marks from segments. ``kind`` returns a label's kind of mark, ``key`` that of an annotation's colours.

    ``ratio`` is the device pixel ratio.

    ``colourless``: fills are seen by lines above and below the words alone, as in high contrast.
    """

    measure: Measure
    ratio: float
    kind: Callable[[str], str]
    colourless: bool = False
    key: Callable[[Annotation], str] = attrgetter("label")

    @property
    def unit(self) -> float:
        return self.measure.unit

    def plan(self, placed: Sequence[Placed], lines: int) -> list[Drawn]:
        """Return how annotations are drawn on a stretch of ``lines`` lines, from bottom to top."""
        dense = len(placed) > DENSE * lines
        by_kind: dict[str, list[Placed]] = {}
        for item in placed:
            by_kind.setdefault(self.kind(item.annotation.label), []).append(item)
        boxes = [Drawn(item, "box") for item in by_kind.get("box", [])]
        strokes = [(item, kind) for kind in LINES for item in by_kind.get(kind, [])]
        return [*_fills(by_kind.get("fill", []), dense), *boxes, *_lines(strokes, dense)]

    def shapes(self, line: Sequence[tuple[Drawn, list[Segment]]]) -> Marks:
        """Return the shapes on one line of annotations, given with their segments on it."""
        marks = Marks()
        for (placed, kind, step, plain), segments in line:
            label = self.key(placed.annotation)
            for segment in segments:
                if kind == "fill":
                    self._add_fill(marks, label, segment, step, plain)
                elif kind == "box":
                    marks.boxes.append((label, self._box(segment)))
                elif step != HIDDEN:
                    marks.lines.append((label, kind, plain, self._stroke(segment, step, plain)))
            if placed.annotation.displaced:
                marks.waves += [self._line(segment, 7, WAVE) for segment in segments]
        return marks

    def _add_fill(self, marks: Marks, label: str, segment: Segment, inset: int, plain: bool) -> None:
        if self.colourless:
            marks.ends.append((label, rails(segment, inset / 2, self.unit, self.ratio, blocks=not plain)))
            return
        band = self.band(segment, inset)
        left, right, radius = segment.closed_left, segment.closed_right, 3 * self.unit
        marks.fills.append((label, rounded(band, radius, left=left, right=right)))
        if left and not plain:
            marks.ends.append((label, _end(band.height(), radius, True).translated(band.topLeft())))
        if right and not plain:
            at = QPointF(band.right() - radius, band.top())
            marks.ends.append((label, _end(band.height(), radius, False).translated(at)))

    def band(self, segment: Segment, inset: float = 0) -> QRectF:
        """Return the rectangle of a fill, made smaller by ``inset`` units at top and bottom."""
        u = self.unit
        top = snapped(segment.baseline - (15 - inset) * u, self.ratio)
        bottom = snapped(segment.baseline + (6 - inset) * u, self.ratio)
        return QRectF(QPointF(segment.left - u, top), QPointF(segment.right + u, bottom))

    def _box(self, segment: Segment) -> QPainterPath:
        u = self.unit
        on = partial(stroke_centre, width=BOX * u, ratio=self.ratio)
        left, right = on(segment.left - 1.25 * u), on(segment.right + 1.25 * u)
        top, bottom = on(segment.baseline - 12.25 * u), on(segment.baseline + 4.25 * u)
        highest, lowest = self._around_letters(segment.baseline, BOX * u)
        top, bottom = min(top, highest), max(bottom, lowest)
        rect = QRectF(QPointF(left, top), QPointF(right, bottom))
        return outline(rect, 3 * u, left=segment.closed_left, right=segment.closed_right)

    def _around_letters(self, baseline: float, width: float) -> tuple[float, float]:
        """Return where strokes of that width lie above and below letters, which are drawn on whole device pixels."""
        ratio, tall, deep = self.ratio, self.measure.tall, self.measure.deep
        off = AIR + stroke_width(width, ratio) / 2
        top = floor(baseline * ratio) - ceil(tall * ratio)
        bottom = ceil(baseline * ratio) + ceil(deep * ratio)
        return top / ratio - off, bottom / ratio + off

    def _stroke(self, segment: Segment, lane: int, thin: bool) -> QLineF:
        below = 4.25 + 3.25 * lane if thin else 5 + 4 * lane
        return self._line(segment, below, THIN if thin else THICK)

    def _line(self, segment: Segment, below: float, width: float) -> QLineF:
        y = stroke_centre(segment.baseline + below * self.unit, width * self.unit, self.ratio)
        return QLineF(segment.left, y, segment.right, y)


def _fills(items: Sequence[Placed], dense: bool) -> list[Drawn]:
    """Return the fills, longest first, each made smaller by those around it, unless it is ``dense`` there."""
    items = sorted(items, key=lambda item: -len(item.annotation.span))
    if dense:
        return [Drawn(item, "fill", 0, True) for item in items]
    around = covering([(item.annotation.span.start, item.annotation.span.end) for item in items])
    return [Drawn(item, "fill", 2 * number) for item, number in zip(items, around, strict=True)]


def _lines(items: Sequence[tuple[Placed, str]], dense: bool) -> list[Drawn]:
    spans = [(item.annotation.span.start, item.annotation.span.end) for item, _ in items]
    shortest_first = sorted(range(len(items)), key=lambda number: (spans[number][1] - spans[number][0], number))
    lanes = assign_lanes(spans, shortest_first)
    thin = [True] * len(items) if dense else crowded(spans, lanes, 2)
    most = MOST_LANES_WHEN_DENSE if dense else MOST_LANES
    return [
        Drawn(item, kind, lane if lane < most else HIDDEN, narrow)
        for (item, kind), lane, narrow in zip(items, lanes, thin, strict=True)
    ]


@lru_cache(maxsize=64)
def _end(height: float, width: float, left: bool) -> QPainterPath:
    """Return the shape at the left or right end of a fill of that height, at the origin."""
    return rounded(QRectF(0, 0, width, height), width, left=left, right=not left)


def rounded(rect: QRectF, radius: float, *, left: bool, right: bool) -> QPainterPath:
    """Return a closed path of the rectangle with the corners of its ``left`` and ``right`` side rounded or square."""
    path = QPainterPath()
    if left and right:
        path.addRoundedRect(rect, radius, radius)
    elif not left and not right:
        path.addRect(rect)
    else:
        path = outline(rect, radius, left=left, right=right)
        path.closeSubpath()
    return path


def outline(rect: QRectF, radius: float, *, left: bool, right: bool) -> QPainterPath:
    """Return the rectangle's outline with rounded corners, without the ``left`` or ``right`` side that is False."""
    path = QPainterPath()
    if left and right:
        path.addRoundedRect(rect, radius, radius)
    elif left:
        _three_sides(path, rect.right(), rect.left(), rect, radius)
    elif right:
        _three_sides(path, rect.left(), rect.right(), rect, radius)
    else:
        path.moveTo(rect.topLeft())
        path.lineTo(rect.topRight())
        path.moveTo(rect.bottomLeft())
        path.lineTo(rect.bottomRight())
    return path


def _three_sides(path: QPainterPath, open_x: float, closed_x: float, rect: QRectF, radius: float) -> None:
    inner = closed_x + (radius if closed_x < open_x else -radius)
    path.moveTo(open_x, rect.top())
    path.lineTo(inner, rect.top())
    path.quadTo(closed_x, rect.top(), closed_x, rect.top() + radius)
    path.lineTo(closed_x, rect.bottom() - radius)
    path.quadTo(closed_x, rect.bottom(), inner, rect.bottom())
    path.lineTo(open_x, rect.bottom())
