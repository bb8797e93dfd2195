"""Any text on one line: made plain, painted in its own direction, cut off where it does not fit."""

from __future__ import annotations

import unicodedata

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from annotator.model.visible import visible

MOST_SHOWN = 300
ON_ONE_LINE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute | Qt.TextFlag.TextSingleLine
TO_THE_LEFT, TO_THE_RIGHT = ON_ONE_LINE | Qt.AlignmentFlag.AlignLeft, ON_ONE_LINE | Qt.AlignmentFlag.AlignRight


def plain_line(text: str) -> str:
    """The beginning of ``text`` with single blanks for any blanks, and escapes for what cannot be seen."""
    return visible(" ".join(text[:MOST_SHOWN].split()))


def runs_leftwards(text: str) -> bool:
    """Whether the first letter with a direction is one that is written from right to left."""
    if text.isascii():
        return False
    directions = (unicodedata.bidirectional(char) for char in text)
    return next((direction for direction in directions if direction in ("L", "R", "AL")), "L") != "L"


def literal(text: str) -> str:
    """A tooltip that shows ``text`` as it is, never as markup."""
    escaped = visible(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f"<p style='white-space:pre-wrap'>{escaped}</p>" if text else ""


def paint_line(painter: QPainter, rect: QRectF, text: str, metrics: QFontMetricsF) -> None:
    """Paint ``text``, a plain line, from the side it begins at. ``metrics`` are those of the painter's font."""
    leftwards = runs_leftwards(text)
    painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft if leftwards else Qt.LayoutDirection.LeftToRight)
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, TO_THE_RIGHT if leftwards else TO_THE_LEFT, shown)
