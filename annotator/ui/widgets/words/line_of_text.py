"""Paint a line of text in its own direction, cut off where it does not fit; show text literally in a tooltip."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QWidget

from annotator.language.plain_line import reads_leftwards, runs_leftwards
from annotator.model.visible import visible

ON_ONE_LINE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute | Qt.TextFlag.TextSingleLine
TO_THE_LEFT, TO_THE_RIGHT = ON_ONE_LINE | Qt.AlignmentFlag.AlignLeft, ON_ONE_LINE | Qt.AlignmentFlag.AlignRight


def literal(text: str) -> str:
    """Return tooltip HTML that shows ``text`` literally, never as markup; empty for an empty text."""
    escaped = visible(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f"<p style='white-space:pre-wrap'>{escaped}</p>" if text else ""


def show_tip(widget: QWidget, text: str) -> None:
    """Show ``text`` literally in the widget's tooltip; a screen reader gets it as it is, not the tooltip's HTML."""
    tip = literal(text)
    if tip != widget.toolTip():  # Qt tells of one that is the same, too
        widget.setToolTip(tip)
    widget.setAccessibleDescription(visible(text))


def paint_line(painter: QPainter, rect: QRectF, text: str, metrics: QFontMetricsF, *, leading: bool = False) -> None:
    """Draw ``text``, already a plain line, in its own direction, elided to ``rect``.

    It is aligned to the side at which it begins; a ``leading`` one, as a name is, to the side at which the lines of the
    painter's direction begin. ``metrics`` are those of the painter's font.
    """
    around = painter.layoutDirection()
    within = leading and around == Qt.LayoutDirection.RightToLeft
    leftwards = reads_leftwards(text) if within else runs_leftwards(text)
    own = Qt.LayoutDirection.RightToLeft if leftwards else Qt.LayoutDirection.LeftToRight
    if own != around:
        painter.setLayoutDirection(own)
    at_right = around == Qt.LayoutDirection.RightToLeft if leading else leftwards
    painter.drawText(rect, TO_THE_RIGHT if at_right else TO_THE_LEFT, fitted(text, metrics, rect.width()))
    if own != around:
        painter.setLayoutDirection(around)


def fitted(text: str, metrics: QFontMetricsF, width: float) -> str:
    """Return a plain line, with an ellipsis at its end where it is wider than ``width`` pixels.

    Of a long one no more is measured than may be seen, as Qt looks at each letter twice to cut it off.
    """
    start = text[: int(2 * width / max(metrics.averageCharWidth(), 1)) + 20]
    if metrics.horizontalAdvance(start) > width:
        return metrics.elidedText(start, Qt.TextElideMode.ElideRight, width)
    if len(start) == len(text):
        return text
    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
