"""Width of the article view, divided between the reading column and the two margins."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QAbstractScrollArea

from annotator.ui.article_view.measure import Measure
from annotator.ui.article_view.statement_margin import AFTER_COLUMN, LANES, PITCH
from annotator.ui.article_view.structure_margin import BEFORE_COLUMN

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
    whole, bar = view.contentsRect(), view.verticalScrollBar().sizeHint().width()
    return whole.adjusted(bar, 0, 0, 0) if view.isRightToLeft() else whole.adjusted(0, 0, -bar, 0)


def column(width: int, measure: Measure, characters: int) -> Column:
    """Centre a text of ``characters`` average characters between its margins, in ``width`` pixels.

    The column keeps its width as long as it fits, so that resizing the window does not lay out the text again.
    """
    margins = next((margins for margins in MARGINS if width >= margins.least * measure.unit), SMALL)
    before, after = margins.before(measure), margins.after(measure)
    text = _text_width(measure, characters)
    spare = width - before - after - text
    if spare <= 0:
        return Column(int(before), int(after), margins.lanes)
    left = int(before + spare / 2)
    return Column(left, width - text - left, margins.lanes)


def least_width(measure: Measure) -> int:
    """Return the width at which a line still holds LEAST_CHARACTERS between the narrowest margins."""
    return ceil(SMALL.before(measure) + SMALL.after(measure)) + _text_width(measure, LEAST_CHARACTERS)


def _text_width(measure: Measure, characters: int) -> int:
    return ceil(characters * measure.character + 2 * measure.side)
