"""Margin after the lines, with a badge for each annotation and a stripe along its further lines."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from operator import is_
from typing import NamedTuple

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from annotator.translation.messages import _, number
from annotator.ui.article_view.canvas import Canvas
from annotator.ui.article_view.column import AFTER_COLUMN, LANES, PITCH
from annotator.ui.article_view.margins.margin import Margin, Sign, Text, touches
from annotator.ui.article_view.stretches import Stretch
from annotator.ui.article_view.stripes import Stripe
from annotator.ui.article_view.unmarked.sight import Placement
from annotator.ui.theme.fonts import badge_font, chrome_font
from annotator.ui.theme.label_colours import LabelColours
from annotator.ui.theme.paint import CENTRE, paint_badge

BADGE, STRIPE, PALE = 15, 3, 0.32
MOST_KNOWN = 200
"""Paragraphs whose signs are known, more than are in sight."""


class _Known(NamedTuple):
    """Signs beside a paragraph, and what they were made of."""

    key: object
    stretches: Sequence[Stretch]
    signs: Sequence[Sign]


class StatementMargin(Margin):
    """Margin of all annotations but those whose label is drawn as a bar."""

    def __init__(self, text: Text, colours: Callable[[str], LabelColours], parent: QWidget) -> None:
        super().__init__(text, parent)
        self._colours = colours
        self._badges: dict[tuple[object, ...], QPixmap] = {}
        self._known: dict[int, _Known] = {}
        self.lanes = LANES
        self.setObjectName("statementMargin")
        self.setAccessibleName(_("Badges of the annotations beside the text"))

    def forget(self) -> None:
        """Drop the cached badges and signs; to be called where there is another canvas."""
        self._badges.clear()
        self._known.clear()

    def signs(self, placement: Placement, canvas: Canvas, rect: QRect) -> Iterable[Sign]:
        return self.others.signs(placement, canvas, rect, self) if self.others else self._own(placement, canvas, rect)

    def _own(self, placement: Placement, canvas: Canvas, rect: QRect) -> Sequence[Sign]:
        """Return the signs beside a paragraph; those made last stay as long as it has the same stretches there."""
        lines, stretches = canvas.lines_in(placement, rect), [*canvas.stretches_of(placement, rect)]
        number, key = placement.number, (placement.top, lines, self.lanes, self.width())
        known = self._known.get(number)
        if known is None or known.key != key or not _are_same(known.stretches, stretches):
            if len(self._known) >= MOST_KNOWN:
                self._known.clear()
            known = self._known[number] = _Known(key, stretches, [*self._made(placement, canvas, lines, stretches)])
        return known.signs

    def _made(self, placement: Placement, canvas: Canvas, lines: range, stretches: Iterable[Stretch]) -> Iterator[Sign]:
        for stretch in stretches:
            without_room: dict[int, list[Stripe]] = {}
            for stripe in (stripe for stripe in stretch.stripes if touches(lines, stripe.first, stripe.last)):
                if stripe.lane < self.lanes:
                    yield self._sign(placement, canvas, stripe)
                elif stripe.begins:
                    without_room.setdefault(stripe.first, []).append(stripe)
            for line, stripes in without_room.items():
                hidden = tuple(annotation for stripe in stripes for annotation in stripe.annotations)
                yield Sign(self.more_rect(placement, canvas, line), hidden, more=True)

    def paint_sign(self, painter: QPainter, canvas: Canvas, sign: Sign, *, selected: bool, pointed: bool) -> None:
        if sign.more:
            painter.setFont(chrome_font(-2))
            painter.setPen(canvas.theme.text if selected or pointed else canvas.theme.muted)
            painter.drawText(sign.rect, Qt.AlignmentFlag.AlignVCenter, f"+{number(len(sign.annotations))}")
            return
        key = canvas.stretches.key(sign.annotations[0])
        colours = self._colours(key)
        if self.is_pale(sign):
            _paint_pale(painter, canvas, sign, colours)
            return
        if sign.bar:
            painter.fillRect(sign.bar, colours.letter if selected else colours.stroke)
        if sign.begins:
            lost = any(annotation.displaced for annotation in sign.annotations)
            count = number(len(sign.annotations)) if len(sign.annotations) > 1 else ""
            letter = "!" if lost else colours.sign + count
            badge = self._badge(canvas, key, letter, selected, selected or pointed)
            painter.drawPixmap(sign.rect.adjusted(-4, -4, 4, 4).topLeft(), badge)

    def _sign(self, placement: Placement, canvas: Canvas, stripe: Stripe) -> Sign:
        rect, u = self.badge_rect(placement, canvas, stripe.first, stripe.lane), canvas.measure.unit
        paragraph = placement.number
        bar = None
        if stripe.last > stripe.first or not stripe.begins:
            end = placement.top + canvas.measure.baseline(paragraph, stripe.last) + 5 * u
            top = rect.bottom() + 2 * u if stripe.begins else rect.top() - 2 * u
            bar = canvas.snapped(QRectF(rect.center().x() - STRIPE * u / 2, top, STRIPE * u, end - top))
        return Sign(rect, stripe.annotations, bar, stripe.begins)

    def more_rect(self, placement: Placement, canvas: Canvas, line: int) -> QRectF:
        """Return where the number of those stands that find no room beside a line."""
        return self.badge_rect(placement, canvas, line, self.lanes).adjusted(0, 0, BADGE, 0)

    def badge_rect(self, placement: Placement, canvas: Canvas, line: int, lane: int) -> QRectF:
        """Return where a badge stands beside a line of the paragraph."""
        measure = canvas.measure
        u = measure.unit
        x = AFTER_COLUMN * u - measure.side + lane * PITCH * u
        middle = placement.top + measure.baseline(placement.number, line) - 5 * u
        if self._text.mirrored:
            x = self.width() - x - BADGE * u
        return canvas.snapped(QRectF(x, middle - BADGE * u / 2, BADGE * u, BADGE * u))

    def _badge(self, canvas: Canvas, colours: str, letter: str, ringed: bool, filled: bool) -> QPixmap:
        key = (colours, letter, ringed, filled)
        if key not in self._badges:
            size = BADGE * canvas.measure.unit
            ratio = self.devicePixelRatioF()
            pixmap = QPixmap(round((size + 8) * ratio), round((size + 8) * ratio))
            pixmap.setDevicePixelRatio(ratio)
            pixmap.fill(Qt.GlobalColor.transparent)
            painter = QPainter(pixmap)
            ring = canvas.theme.accent if ringed else None
            paint_badge(painter, QRectF(4, 4, size, size), self._colours(colours), letter, selected=filled, ring=ring)
            painter.end()
            self._badges[key] = pixmap
        return self._badges[key]


def _are_same(some: Sequence[Stretch], others: Sequence[Stretch]) -> bool:
    """Tell whether these are the same stretches, not only alike."""
    return len(some) == len(others) and all(map(is_, some, others))


def badges_of(signs: Iterable[Sign]) -> dict[str, QRectF]:
    """Return the places of the badges by the ids of their annotations."""
    return {annotation.id: sign.rect for sign in signs if sign.begins for annotation in sign.annotations}


def _paint_pale(painter: QPainter, canvas: Canvas, sign: Sign, colours: LabelColours) -> None:
    if sign.bar:
        painter.setOpacity(PALE)
        painter.fillRect(sign.bar, colours.stroke)
        painter.setOpacity(1)
    if sign.begins:
        painter.setFont(badge_font(round(sign.rect.height())))
        painter.setPen(canvas.theme.muted)
        painter.drawText(sign.rect, CENTRE, colours.sign)
