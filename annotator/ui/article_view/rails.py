"""Fills without colour: lines above and below the words, with blocks at the ends, none of which covers a letter."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainterPath

from annotator.ui.article_view.segments import Segment
from annotator.ui.theme.sharp import snapped_rect, stroke_width

ABOVE, BELOW = 17, 6.5
"""Distance of the lines from the baseline, in units: above ascenders, below descenders."""

AIR = 1.5
"""Pixels between accents on capitals and the line above them."""

STEP, MOST_STEPS = 2, 2
"""Distance of the lines of nested fills from those around them, which lie nearer to the words."""

OUT, IN, THICK = 3, 1, 2.5
"""Extent of a block outwards, into the words as far as letters leave free, and in height."""


def rails(segment: Segment, depth: float, unit: float, ratio: float, *, blocks: bool) -> QPainterPath:
    """Return lines along a segment, with ``blocks`` where the span begins and ends.

    ``depth`` is the number of fills around this one.
    """
    left, right, baseline = segment.left, segment.right, segment.baseline
    ends = blocks and segment.closed_left, blocks and segment.closed_right
    out, thin = min(depth, MOST_STEPS) * STEP * unit, stroke_width(1, ratio)
    thick = max(THICK * unit, 2 * thin)
    top, bottom = baseline - ABOVE * unit - AIR - out, baseline + BELOW * unit + out
    path = QPainterPath()
    for line, block in ((top - thin, top - thick), (bottom, bottom)):
        path.addRect(snapped_rect(QRectF(left - unit, line, right - left + 2 * unit, thin), ratio))
        for wanted, x in zip(ends, (left - OUT * unit, right - IN * unit), strict=True):
            if wanted:
                corner = QRectF(QPointF(x, block), QPointF(x + (OUT + IN) * unit, block + thick))
                path.addRect(snapped_rect(corner, ratio))
    path.setFillRule(Qt.FillRule.WindingFill)
    return path
