"""Width of the article view, divided between the reading column and the two margins."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QAbstractScrollArea

from annotator.ui.article_view.measure import Measure

BEFORE_COLUMN, AFTER_COLUMN, PITCH = 35, 18, 17
"""Distances in units: of the bars before the text, of the badges after it, and from one lane of these to the next."""
LANES = 5
"""Lanes of badges where there is room for all."""
LEAST_CHARACTERS = 45
"""Characters that a line holds at least, as long as the window is wide enough for them."""


@dataclass(frozen=True, slots=True)
class Column:
    """Widths in pixels of the margins before and after the text, and the number of lanes in the latter."""

    before: int
    after: int
    lanes: int


@dataclass(frozen=True, slots=True)
class Margins:
    """Widths in units of the words beside a part's bar and of the number of annotations without a lane; lanes.

    They apply from the width ``least`` of the view on.
    """

    least: int
    role: int
    lanes: int
    more: int

    def before(self, measure: Measure) -> float:
        return (BEFORE_COLUMN + self.role) * measure.unit - measure.side

    def after(self, measure: Measure) -> float:
        return (AFTER_COLUMN + self.lanes * PITCH + self.more) * measure.unit - measure.side


SMALL = Margins(0, role=2, lanes=3, more=22)
MARGINS = (Margins(760, role=86, lanes=LANES, more=26), Margins(600, role=6, lanes=4, more=26), SMALL)


def beside_bar(view: QAbstractScrollArea) -> QRect:
    """Return the rectangle of the view without its vertical scroll bar, which stands where lines end."""
    has_bar = view.verticalScrollBarPolicy() != Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    whole, bar = view.contentsRect(), view.verticalScrollBar().sizeHint().width() if has_bar else 0
    return whole.adjusted(bar, 0, 0, 0) if view.isRightToLeft() else whole.adjusted(0, 0, -bar, 0)


def margin_rects(view: QAbstractScrollArea) -> tuple[QRect, QRect]:
    """Return the rectangles left and right of the text."""
    whole, text = beside_bar(view), view.viewport().geometry()
    left = QRect(whole.left(), text.top(), text.left() - whole.left(), text.height())
    right = QRect(text.right() + 1, text.top(), whole.right() - text.right(), text.height())
    return left, right


def column(width: int, measure: Measure, characters: int, reach: float = 0) -> Column:
    """Centre a text of ``characters`` average characters between its margins, in ``width`` pixels.

    The column keeps its width as long as it fits, so that resizing the window does not lay out the text again.
    ``reach`` is how far before the column line numbers and bars reach, 0 without numbers. They move the column only
    where the margin is too narrow for them, and take a lane rather than characters.
    """
    margins = next((margins for margins in MARGINS if width >= margins.least * measure.unit), SMALL)
    before, after, lanes = margins.before(measure), margins.after(measure), margins.lanes
    text = _text_width(measure, characters)
    left = before + max(0, width - before - after - text) / 2
    if (needed := _needed(reach, measure)) > left:
        left = needed
        if left + text + after > width:
            after, lanes = after - PITCH * measure.unit, lanes - 1
    if left + text + after >= width:
        return Column(int(left), int(after), lanes)
    return Column(int(left), width - text - int(left), lanes)


def least_width(measure: Measure, reach: float = 0) -> int:
    """Return the width at which a line still holds LEAST_CHARACTERS between the narrowest margins."""
    before, after = SMALL.before(measure), SMALL.after(measure)
    if (needed := _needed(reach, measure)) > before:
        before, after = needed, after - PITCH * measure.unit
    return ceil(before + after) + _text_width(measure, LEAST_CHARACTERS)


def _needed(reach: float, measure: Measure) -> float:
    return reach + SMALL.role * measure.unit - measure.side if reach else 0


def _text_width(measure: Measure, characters: int) -> int:
    return ceil(characters * measure.character + 2 * measure.side)
