"""Shapes of the marks under a stretch of lines, in the block's coordinates."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QPainterPath

from annotator.ui.article_view.lanes import assign_lanes, crowded
from annotator.ui.article_view.segments import Placed, Segment
from annotator.ui.theme.sharp import snapped, stroke_centre

LINES = ("line", "dotted", "dashed")
THICK, THIN, BOX, WAVE = 2, 1.5, 1.25, 1.4
"""Widths of strokes, in units."""

MOST_LANES = 4
MOST_LANES_WHEN_DENSE = 3
DENSE = 10
"""Average number of annotations per line above which marks are simplified."""


@dataclass(slots=True)
class Marks:
    """Shapes with their label, each list from bottom to top.

    ``lines`` also has the kind of line and whether it is thin; ``waves`` are drawn under displaced annotations.
    """

    fills: list[tuple[str, QPainterPath]] = field(default_factory=list)
    ends: list[tuple[str, QPainterPath]] = field(default_factory=list)
    boxes: list[tuple[str, QPainterPath]] = field(default_factory=list)
    lines: list[tuple[str, str, bool, QLineF]] = field(default_factory=list)
    waves: list[QLineF] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class MarkBuilder:
    """Builder of marks from segments. ``kind`` returns a label's kind of mark; ``ratio`` is the device pixel ratio."""

    unit: float
    ratio: float
    kind: Callable[[str], str]

    def build(self, placed: Sequence[tuple[Placed, list[Segment]]], lines: int) -> Marks:
        """Return the marks of annotations, given with their segments, on a stretch of ``lines`` lines."""
        marks, dense = Marks(), len(placed) > DENSE * lines
        by_kind: dict[str, list[tuple[Placed, list[Segment]]]] = {}
        for item in placed:
            by_kind.setdefault(self.kind(item[0].annotation.label), []).append(item)
        self._add_fills(marks, by_kind.get("fill", []), dense)
        for boxed, segments in by_kind.get("box", []):
            marks.boxes += [(boxed.annotation.label, self._box(segment)) for segment in segments]
        self._add_lines(marks, [pair for kind in LINES for pair in by_kind.get(kind, [])], dense)
        for any_kind, segments in placed:
            if any_kind.annotation.displaced:
                marks.waves += [self._line(segment, 7, WAVE) for segment in segments]
        return marks

    def _add_fills(self, marks: Marks, items: list[tuple[Placed, list[Segment]]], dense: bool) -> None:
        items = sorted(items, key=lambda pair: -len(pair[0].annotation.span))
        for rank, (item, segments) in enumerate(items):
            label, span = item.annotation.label, item.annotation.span
            around = 0 if dense else sum(1 for outer, _ in items[:rank] if outer.annotation.span.covers(span))
            inset = 2 * min(around, 2)
            for segment in segments:
                marks.fills.append((label, self._fill(segment, inset)))
                if not dense:
                    marks.ends += [(label, end) for end in self._ends(segment, inset)]

    def _fill(self, segment: Segment, inset: float) -> QPainterPath:
        left, right = segment.closed_left, segment.closed_right
        return rounded(self.band(segment, inset), 3 * self.unit, left=left, right=right)

    def band(self, segment: Segment, inset: float = 0) -> QRectF:
        """Return the rectangle of a fill, made smaller by ``inset`` units at top and bottom."""
        u = self.unit
        top = snapped(segment.baseline - (15 - inset) * u, self.ratio)
        bottom = snapped(segment.baseline + (6 - inset) * u, self.ratio)
        return QRectF(QPointF(segment.left - u, top), QPointF(segment.right + u, bottom))

    def _ends(self, segment: Segment, inset: float) -> list[QPainterPath]:
        band, width, radius = self.band(segment, inset), 3 * self.unit, 3 * self.unit
        ends = []
        if segment.closed_left:
            ends.append(rounded(QRectF(band.left(), band.top(), width, band.height()), radius, left=True, right=False))
        if segment.closed_right:
            strip = QRectF(band.right() - width, band.top(), width, band.height())
            ends.append(rounded(strip, radius, left=False, right=True))
        return ends

    def _box(self, segment: Segment) -> QPainterPath:
        u = self.unit
        on = partial(stroke_centre, width=BOX * u, ratio=self.ratio)
        left, right = on(segment.left - 1.25 * u), on(segment.right + 1.25 * u)
        top, bottom = on(segment.baseline - 12.25 * u), on(segment.baseline + 4.25 * u)
        rect = QRectF(QPointF(left, top), QPointF(right, bottom))
        return outline(rect, 3 * u, left=segment.closed_left, right=segment.closed_right)

    def _add_lines(self, marks: Marks, items: list[tuple[Placed, list[Segment]]], dense: bool) -> None:
        spans = [(item.annotation.span.start, item.annotation.span.end) for item, _ in items]
        shortest_first = sorted(range(len(items)), key=lambda number: (spans[number][1] - spans[number][0], number))
        lanes = assign_lanes(spans, shortest_first)
        thin = [True] * len(items) if dense else crowded(spans, lanes, 2)
        for (item, segments), lane, narrow in zip(items, lanes, thin, strict=True):
            if lane < (MOST_LANES_WHEN_DENSE if dense else MOST_LANES):
                label = item.annotation.label
                below = 4.25 + 3.25 * lane if narrow else 5 + 4 * lane
                width = THIN if narrow else THICK
                marks.lines += [(label, self.kind(label), narrow, self._line(s, below, width)) for s in segments]

    def _line(self, segment: Segment, below: float, width: float) -> QLineF:
        y = stroke_centre(segment.baseline + below * self.unit, width * self.unit, self.ratio)
        return QLineF(segment.left, y, segment.right, y)


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
