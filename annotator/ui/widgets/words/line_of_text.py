"""Paint a line of text in its own direction, cut off where it does not fit; show text literally in a tooltip."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QWidget

from annotator.language.plain_line import reads_leftwards, runs_leftwards
from annotator.model.visible import visible
from annotator.ui.theme.mirroring import AT_LEFT, LEFTWARDS, RIGHTWARDS

ON_ONE_LINE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute | Qt.TextFlag.TextSingleLine
TO_THE_LEFT, TO_THE_RIGHT = ON_ONE_LINE | Qt.AlignmentFlag.AlignLeft, ON_ONE_LINE | Qt.AlignmentFlag.AlignRight
ANY_WIDTH, LONGEST_SHARED = 1_000_000, 300
"""Pixels that any line has room in, and characters of one that is kept laid out."""


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
    within = leading and around == LEFTWARDS
    leftwards = reads_leftwards(text) if within else runs_leftwards(text)
    at_right = around == LEFTWARDS if leading else leftwards
    font, width = painter.font(), rect.width()
    if len(text) <= LONGEST_SHARED:
        line = _shared(text, font, width, leftwards=leftwards)
    else:
        line = _line(fitted(text, metrics, width), font, leftwards=leftwards)
    left = rect.right() - line.width if at_right else rect.left()
    line.layout.draw(painter, QPointF(left, rect.top() + (rect.height() - line.height) / 2))


class _Line(NamedTuple):
    """Line laid out, and its size in pixels."""

    layout: QTextLayout
    width: float
    height: float


@lru_cache(maxsize=600)
def _shared(text: str, font: QFont, width: float, *, leftwards: bool) -> _Line:
    """Return the line for all who show it: rows are painted again and again, and Qt shapes their letters each time."""
    return _line(fitted(text, QFontMetricsF(font), width), font, leftwards=leftwards)


def _line(text: str, font: QFont, *, leftwards: bool) -> _Line:
    layout = QTextLayout(text, font)
    layout.setCacheEnabled(True)
    layout.setTextOption(_option(leftwards=leftwards))
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(ANY_WIDTH)
    layout.endLayout()
    return _Line(layout, line.horizontalAdvance(), line.height())


@cache
def _option(*, leftwards: bool) -> QTextOption:
    option = QTextOption(AT_LEFT)
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    option.setTextDirection(LEFTWARDS if leftwards else RIGHTWARDS)
    return option


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
