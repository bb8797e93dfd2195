"""A figure whose own values do not fit: a range that ends before it begins, a value outside its range.

Example: *low* 15 and *high* 10 for “between 15 and 10”; *value* 40 with *low* 50.

Counter-example: *low* 10 alone for “dozens”, *low* and *high* alike.
"""

from __future__ import annotations

from collections.abc import Sequence

from annotator.facts.figures.rows import FigureRow
from annotator.facts.figures.surroundings import Surroundings
from annotator.facts.figures.telling import place_of, told
from annotator.facts.finding import Finding
from annotator.language.values.numbers import Separators, number_text
from annotator.translation.messages import _

RULE = "range"


def findings(rows: Sequence[FigureRow], around: Surroundings) -> list[Finding]:
    """Return the figures whose values do not fit each other."""
    return [
        Finding(RULE, _("A range that does not fit"), sentence, (place_of(row),))
        for row in rows
        if (sentence := _sentence(row, around.separators))
    ]


def _sentence(row: FigureRow, separators: Separators) -> str:
    if row.low is not None and row.high is not None and row.low > row.high:
        return _("“{words}” goes from {low} to {high}, which is less.").format(
            words=told(row), low=number_text(row.low, separators), high=number_text(row.high, separators)
        )
    if row.value is None:
        return ""
    if row.low is not None and row.value < row.low:
        return _("“{words}” has the value {value}, which is less than its least value, {low}.").format(
            words=told(row), value=number_text(row.value, separators), low=number_text(row.low, separators)
        )
    if row.high is not None and row.value > row.high:
        return _("“{words}” has the value {value}, which is more than its most, {high}.").format(
            words=told(row), value=number_text(row.value, separators), high=number_text(row.high, separators)
        )
    return ""
