"""Drawing of badges, key caps, pills, cards, status glyphs and row backgrounds."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QPolygonF

from annotator.ui.theme.fonts import MEDIUM, badge_font, chrome_font
from annotator.ui.theme.label_colours import LabelColours
from annotator.ui.theme.mirroring import placed
from annotator.ui.theme.pictures.picture import blank, paint_picture
from annotator.ui.theme.sharp import paint_outline, pen, ratio_of, snapped_rect, stroke_width
from annotator.ui.theme.tokens import Theme

BADGE, LIST_BADGE = 15, 18
KEY_CAP_HEIGHT = 18
STATUS_GLYPH = 14
SHARE_BAR = 6
RING = 16
CARD_RADIUS = 10
CENTRE = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine


def paint_badge(
    painter: QPainter,
    rect: QRectF,
    colours: LabelColours,
    letter: str,
    *,
    selected: bool = False,
    ring: QColor | None = None,
) -> None:
    """Draw a label's letter on its tint, in inverse colours where ``selected``, within a ``ring`` if one is given."""
    paint_badges(painter, [rect], colours, letter, selected=selected)
    if ring is not None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_outline(painter, rect.adjusted(-3, -3, 3, 3), ring, _radius(rect) + 2, width=1.5)
        painter.restore()


def paint_badges(
    painter: QPainter, rects: Sequence[QRectF], colours: LabelColours, letter: str, *, selected: bool = False
) -> None:
    """Draw badges of one label and one size."""
    if not rects:
        return
    ratio, size = ratio_of(painter), (rects[0].width(), rects[0].height())
    fill = colours.letter if selected else colours.tint
    written = colours.ground if selected else colours.letter
    outline = colours.stroke.rgba() if fill == colours.ground and not selected else None
    font = badge_font(round(size[1]), len(letter))
    picture = _badge(size, letter, font, (fill.rgba(), written.rgba(), outline), ratio)
    for rect in rects:
        paint_picture(painter, rect.topLeft(), picture)


@lru_cache(maxsize=256)
def _badge(
    size: tuple[float, float], letter: str, font: QFont, colours: tuple[int, int, int | None], ratio: float
) -> QImage:
    """Return a badge of that width and height; ``colours`` are those of its ground, its letter and its outline."""
    picture, rect = blank(*size, ratio), QRectF(0, 0, *size)
    painter, radius = QPainter(picture), _radius(rect)
    ground, written, outline = colours
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor.fromRgba(ground))
    painter.drawRoundedRect(rect, radius, radius)
    if outline is not None:
        paint_outline(painter, rect, QColor.fromRgba(outline), radius)
    painter.setFont(font)
    painter.setPen(QColor.fromRgba(written))
    painter.drawText(rect, CENTRE, letter)
    painter.end()
    return picture


def _radius(badge: QRectF) -> float:
    return badge.height() * 4 / BADGE if badge.height() != LIST_BADGE else 4


def key_cap_width(text: str) -> float:
    """Return the width in pixels of the key cap of ``text``."""
    return _key_cap_width(text, chrome_font(-2, MEDIUM))


@lru_cache(maxsize=256)
def _key_cap_width(text: str, font: QFont) -> float:
    return max(QFontMetricsF(font).horizontalAdvance(text) + 11, KEY_CAP_HEIGHT)


def paint_key_cap(painter: QPainter, at: QPointF, text: str, theme: Theme) -> float:
    """Draw a key cap, the middle of its left edge at ``at``; return its width in pixels."""
    ratio, font = ratio_of(painter), chrome_font(-2, MEDIUM)
    width = _key_cap_width(text, font)
    cap = snapped_rect(QRectF(at.x(), at.y() - KEY_CAP_HEIGHT / 2, width, KEY_CAP_HEIGHT), ratio)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.border if not theme.high_contrast else theme.text)
    painter.drawRoundedRect(cap, 4, 4)
    edge = stroke_width(1, ratio)
    painter.setBrush(theme.raised)
    painter.drawRoundedRect(cap.adjusted(edge, edge, -edge, -2 * edge), 3, 3)
    painter.setFont(font)
    painter.setPen(theme.text)
    painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    painter.drawText(cap.adjusted(0, 0, 0, -edge), CENTRE, text)
    painter.restore()
    return width


def paint_ring(painter: QPainter, ring: QRectF, letter: str, theme: Theme) -> None:
    """Draw the letter of an annotator in a ring that fills the square."""
    paint_outline(painter, ring, theme.muted, ring.height() / 2)
    painter.setFont(chrome_font(-3, MEDIUM))
    painter.setPen(theme.text)
    painter.drawText(ring, CENTRE, letter)


def row_ground(painter: QPainter, rect: QRectF, theme: Theme, *, selected: bool, hovered: bool) -> None:
    """Draw the background of a selected or hovered list row, inset by 6 px, with a bar at its beginning if selected."""
    if not selected and not hovered:
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    ground = snapped_rect(rect.adjusted(6, 0, -6, 0), ratio_of(painter))
    painter.setBrush(theme.accent_soft if selected else theme.hover)
    painter.drawRoundedRect(ground, 6, 6)
    if theme.high_contrast:
        paint_outline(painter, ground, theme.accent if selected else theme.text, 6, width=2 if selected else 1)
    if selected:
        height = rect.height() * 0.56
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.accent)
        bar = QRectF(ground.left(), rect.center().y() - height / 2, 3, height)
        painter.drawRect(snapped_rect(placed(painter, bar, ground), ratio_of(painter)))
    painter.restore()


def row_focus(painter: QPainter, rect: QRectF, theme: Theme) -> None:
    """Draw the outline of the row that has the keyboard, inset as its background."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ground = snapped_rect(rect.adjusted(6, 0, -6, 0), ratio_of(painter))
    paint_outline(painter, ground, theme.accent, 6, width=2)
    painter.restore()


def paint_card(painter: QPainter, rect: QRectF, theme: Theme) -> None:
    """Draw the background of a card that lies over the text."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.raised)
    painter.drawRoundedRect(rect, CARD_RADIUS, CARD_RADIUS)
    paint_outline(painter, rect, theme.control if theme.dark else theme.border, CARD_RADIUS)


def paint_share(painter: QPainter, bar: QRectF, share: float, theme: Theme) -> None:
    """Draw a bar with round ends, of which a share of 0 to 1 is filled from where one begins to read."""
    radius = bar.height() / 2
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.base if theme.high_contrast else theme.border)
    painter.drawRoundedRect(bar, radius, radius)
    if theme.high_contrast:
        paint_outline(painter, bar, theme.text, radius)
        painter.setPen(Qt.PenStyle.NoPen)
    if share:
        painter.setBrush(theme.read)
        done = QRectF(bar.left(), bar.top(), max(bar.width() * share, bar.height()), bar.height())
        painter.drawRoundedRect(placed(painter, done, bar), radius, radius)


def paint_status(painter: QPainter, rect: QRectF, status: str, theme: Theme) -> None:
    """Draw the glyph of a status, 14 px wide, in the middle of ``rect``; a plain ring for an unknown status."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ratio = ratio_of(painter)
    box = QRectF(0, 0, STATUS_GLYPH, STATUS_GLYPH)
    box.moveCenter(rect.center())
    box = snapped_rect(box, ratio)
    match status:
        case "problem":
            _triangle(painter, box, theme.warning)
        case "in-work":
            _half_disc(painter, box, theme.accent)
        case "done":
            _disc(painter, box, theme.text)
        case "reviewed":
            _disc(painter, box, theme.success)
            _tick(painter, box, theme.base)
        case "nothing-found":
            _dotted_ring(painter, box, theme.text)
        case _:
            _ring(painter, box, theme.control)
    painter.restore()


def _ring(painter: QPainter, box: QRectF, colour: QColor) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(pen(colour, 1.5, ratio_of(painter)))
    painter.drawEllipse(box.adjusted(1.75, 1.75, -1.75, -1.75))
    painter.setPen(Qt.PenStyle.NoPen)


def _half_disc(painter: QPainter, box: QRectF, colour: QColor) -> None:
    _ring(painter, box, colour)
    painter.setBrush(colour)
    painter.drawPie(box.adjusted(1, 1, -1, -1), -90 * 16, 180 * 16)


def _disc(painter: QPainter, box: QRectF, colour: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawEllipse(box.adjusted(0.75, 0.75, -0.75, -0.75))


def _dotted_ring(painter: QPainter, box: QRectF, colour: QColor) -> None:
    _ring(painter, box, colour)
    painter.setBrush(colour)
    painter.drawEllipse(box.center(), 2.25, 2.25)


def _tick(painter: QPainter, box: QRectF, colour: QColor) -> None:
    painter.setPen(pen(colour, 1.5, ratio_of(painter)))
    painter.drawPolyline(QPolygonF([box.topLeft() + QPointF(x, y) for x, y in ((4.2, 7.2), (6.2, 9.2), (9.8, 5.2))]))


def _triangle(painter: QPainter, box: QRectF, colour: QColor) -> None:
    stroke = pen(colour, 1.5, ratio_of(painter))
    painter.setPen(stroke)
    painter.drawPolygon(QPolygonF([box.topLeft() + QPointF(x, y) for x, y in ((7, 1.5), (13.25, 12.5), (0.75, 12.5))]))
    painter.drawLine(box.topLeft() + QPointF(7, 5.5), box.topLeft() + QPointF(7, 8.5))
    painter.drawPoint(box.topLeft() + QPointF(7, 10.6))
