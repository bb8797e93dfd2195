"""Width of the article view, divided between the reading column and the two margins."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

from annotator.ui.article_view.measure import Measure
from annotator.ui.article_view.statement_margin import AFTER_COLUMN, LANES, LANES_WHEN_NARROW, NARROW, PITCH
from annotator.ui.article_view.structure_margin import BEFORE_COLUMN

ROLE, ROLE_WHEN_NARROW, MORE = 86, 6, 26
"""Widths in units: of the words beside a part's bar, and of the number of annotations without a lane."""


@dataclass(frozen=True, slots=True)
class Column:
    """Widths in pixels of the margins before and after the text, and the number of lanes in the latter."""

    before: int
    after: int
    lanes: int


def column(width: int, measure: Measure, characters: int) -> Column:
    """Centre a text of ``characters`` average characters between its margins, in ``width`` pixels.

    The column keeps its width as long as it fits, so that resizing the window does not lay out the text again.
    """
    u = measure.unit
    lanes = LANES if width >= NARROW * u else LANES_WHEN_NARROW
    role = ROLE if width >= NARROW * u else ROLE_WHEN_NARROW
    before = (BEFORE_COLUMN + role) * u - measure.side
    after = (AFTER_COLUMN + lanes * PITCH + MORE) * u - measure.side
    text = ceil(characters * measure.character + 2 * measure.side)
    spare = width - before - after - text
    if spare <= 0:
        return Column(int(before), int(after), lanes)
    left = int(before + spare / 2)
    return Column(left, width - text - left, lanes)
