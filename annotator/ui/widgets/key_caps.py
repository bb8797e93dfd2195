"""Key caps in a row."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from annotator.ui.theme.mirroring import LEFTWARDS
from annotator.ui.theme.paint import KEY_CAP_HEIGHT, key_cap_width, paint_key_cap
from annotator.ui.theme.sharp import paint_outline
from annotator.ui.theme.tokens import Theme

GAP, RADIUS = 4, 4


def caps_width(captions: Sequence[str]) -> float:
    """Return the width in pixels of the key caps and the gaps between them."""
    return sum(key_cap_width(text) for text in captions) + GAP * max(len(captions) - 1, 0)


def paint_caps(
    painter: QPainter, left: QPointF, captions: Sequence[str], theme: Theme, *, on_raised: bool = False
) -> None:
    """Draw key caps in the painter's direction, the middle of the left edge of all at ``left``.

    ``on_raised`` outlines them in a dark theme, where the background has the caps' own colour.
    """
    x = left.x()
    for text in reversed(captions) if painter.layoutDirection() == LEFTWARDS else captions:
        width = paint_key_cap(painter, QPointF(x, left.y()), text, theme)
        if on_raised and theme.dark:
            box = QRectF(x, left.y() - KEY_CAP_HEIGHT / 2, width, KEY_CAP_HEIGHT)
            paint_outline(painter, box, theme.control, RADIUS)
        x += width + GAP
