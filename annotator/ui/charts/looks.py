"""Looks of bars: a label's own mark, a verdict's or a state's colour, fill and glyph."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from annotator.corpus.charts.chart import Kind, Look
from annotator.ui.charts.fills import RADIUS, Fill, paint_fill
from annotator.ui.theme.label_colours import LabelColours
from annotator.ui.theme.mirroring import placed
from annotator.ui.theme.sharp import paint_outline, ratio_of, snapped_rect
from annotator.ui.theme.state_glyphs import state_sign
from annotator.ui.theme.tokens import Theme

CAP = 3
VERDICT_SIGNS: Mapping[str, str] = MappingProxyType(
    {"supported": "✓", "refuted": "✕", "not-enough-evidence": "?", "conflicting": "≠"}
)
NO_VALUE = "–"
FILLS: Mapping[str, tuple[str, Fill]] = MappingProxyType(
    {
        "supported": ("success", Fill.FULL),
        "refuted": ("error", Fill.FULL),
        "not-enough-evidence": ("warning", Fill.FULL),
        "conflicting": ("warning", Fill.EMPTY),
        "to-check": ("control", Fill.EMPTY),
        "asked": ("read", Fill.DOTTED),
        "confirmed": ("success", Fill.FULL),
        "change": ("warning", Fill.HATCHED),
        "query": ("warning", Fill.DOTTED),
        "opinion": ("muted", Fill.LINED),
        "cannot-verify": ("muted", Fill.CROSSED),
    }
)
"""Colour, by its name in the theme, and fill of verdicts and states."""


def sign_of(look: Look) -> str:
    """Return the sign that stands beside a verdict or a state in words; empty for any other look."""
    match look.kind:
        case Kind.VERDICT:
            return VERDICT_SIGNS.get(look.value, NO_VALUE)
        case Kind.STATE:
            return state_sign(look.value) or NO_VALUE
        case _:
            return ""


def colours_of(look: Look, theme: Theme) -> tuple[QColor, Fill]:
    """Return the colour and the fill of a look that is not a label's."""
    if look.kind is Kind.OTHER:
        return theme.read, Fill.FULL
    name, fill = FILLS.get(look.value, ("", Fill.EMPTY))
    colours = {
        "success": theme.success,
        "error": theme.error,
        "warning": theme.warning,
        "read": theme.read,
        "muted": theme.muted,
    }
    return colours.get(name, theme.control), fill


def sign_colour(look: Look, theme: Theme) -> QColor:
    """Return the colour of the sign that stands beside the words."""
    known = look.value in FILLS and FILLS[look.value][0] not in ("control", "read")
    return colours_of(look, theme)[0] if known else theme.muted


def is_patterned(look: Look, theme: Theme) -> bool:
    """Tell whether a bar of that look has a pattern, on which no sign can be read."""
    return look.kind is not Kind.LABEL and colours_of(look, theme)[1] not in (Fill.FULL, Fill.EMPTY)


def hue_of(look: Look, theme: Theme) -> QColor:
    """Return the colour of strokes, or of the parts of a bar."""
    return theme.label(look.label, look.value).stroke if look.kind is Kind.LABEL else colours_of(look, theme)[0]


def paint_bar(painter: QPainter, rect: QRectF, look: Look, theme: Theme) -> QColor:
    """Draw a bar; return the colour of what is written on it."""
    if look.kind is Kind.LABEL:
        paint_label_bar(painter, rect, theme.label(look.label, look.value))
        return theme.text
    colour, fill = colours_of(look, theme)
    nothing = look.kind in (Kind.VERDICT, Kind.STATE) and look.value not in FILLS
    paint_fill(painter, rect, fill, colour, theme.hover if nothing else theme.base)
    return theme.base if fill is Fill.FULL else theme.text


def paint_label_bar(painter: QPainter, rect: QRectF, colours: LabelColours) -> None:
    """Draw a bar on the label's tint with the label's own mark; where there is no tint, within an outline."""
    box = snapped_rect(rect, ratio_of(painter))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colours.tint)
    painter.drawRoundedRect(box, RADIUS, RADIUS)
    if colours.tint == colours.ground:
        paint_outline(painter, box, colours.stroke, RADIUS)
    match colours.mark:
        case "fill":
            _cap(painter, QRectF(box.left(), box.top(), CAP, box.height()), box, colours.cap)
            _cap(painter, QRectF(box.right() - CAP, box.top(), CAP, box.height()), box, colours.cap)
        case "box":
            paint_outline(painter, box, colours.stroke, RADIUS, width=1.5)
        case "bar":
            paint_outline(painter, box, colours.stroke, RADIUS)
            _cap(painter, QRectF(box.left(), box.top(), CAP, box.height()), box, colours.stroke)
        case mark:
            _underline(painter, box, mark, colours.stroke)


def _cap(painter: QPainter, cap: QRectF, box: QRectF, colour: QColor) -> None:
    painter.fillRect(placed(painter, cap.intersected(box), box), colour)


def _underline(painter: QPainter, box: QRectF, mark: str, colour: QColor) -> None:
    line = QPen(colour, 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)
    if mark in ("dashed", "dotted"):
        line.setDashPattern([3, 1.5] if mark == "dashed" else [1, 1])
    painter.setPen(line)
    painter.drawLine(QLineF(box.left(), box.bottom() - 1, box.right(), box.bottom() - 1))
