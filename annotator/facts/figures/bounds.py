"""Bounds of a figure: between which numbers the true one lies, by its modifier and by the digits that are shown."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from annotator.facts.figures.rows import FigureRow

ENDLESS = Decimal("Infinity")
VAGUENESS = Decimal("0.15")
"""Share of a number by which “about” may be off."""
MOST_ROUNDED = Decimal("0.04")
"""Share by which a rounded number may be off at most, as “half a million”, or 400 for 412."""
FEWEST_ZEROS = 2
"""Zeros at the end of a number that make it a rounded one."""
LARGE = 1000
DIGIT, ZEROS = re.compile(r"\d"), re.compile("0+$")
EXACT = ("", "exact")


@dataclass(frozen=True, slots=True)
class Bounds:
    """The least and the most that a number can be, both included."""

    low: Decimal
    high: Decimal

    def excludes(self, other: Bounds) -> bool:
        """Tell whether no number is in both."""
        return self.low > other.high or other.low > self.high

    def widened(self, by: Decimal) -> Bounds:
        return Bounds(self.low - by, self.high + by)


def bounds_of(row: FigureRow, *, rounded: bool = False) -> Bounds | None:
    """Return the bounds of the figure; None where its attributes give none.

    ``rounded``: take a number that ends in zeros for one that may have been rounded, as 400 for 412.
    """
    if row.value is None:
        return _of_limits(row)
    value = row.value
    match row.modifier:
        case "" | "exact":
            return Bounds(value, value).widened(slack_of(row, rounded=rounded))
        case "more-than" | "at-least":
            return Bounds(value, ENDLESS if row.high is None else row.high)
        case "less-than" | "at-most":
            return Bounds(-ENDLESS if row.low is None else row.low, value)
        case _:
            return _of_limits(row) or Bounds(value, value).widened(abs(value) * VAGUENESS)


def shown_bounds(row: FigureRow) -> Bounds | None:
    """Return the bounds of a figure that was computed: rounded or cut off at its last digit."""
    bounds = bounds_of(row)
    if bounds is None or row.value is None:
        return bounds
    exponent = row.value.normalize().as_tuple().exponent
    return bounds.widened(Decimal(1).scaleb(min(0, exponent) if isinstance(exponent, int) else 0))


def is_exact(row: FigureRow) -> bool:
    """Tell whether the figure is one number without a hedge."""
    return row.value is not None and row.modifier in EXACT


def slack_of(row: FigureRow, *, rounded: bool = False) -> Decimal:
    """Return by how much a number may be off because no more of its digits are shown: “3.2 million” by 50,000."""
    value = abs(row.value or Decimal(0))
    digits = "".join(DIGIT.findall(row.words))
    if not digits:
        return value * MOST_ROUNDED if value >= LARGE else Decimal(0)
    unit = _unit(value, int(digits))
    if unit == 1 and rounded and value == value.to_integral_value():
        zeros = ZEROS.search(str(int(value)))
        unit = Decimal(10) ** len(zeros[0]) if zeros and len(zeros[0]) >= FEWEST_ZEROS else Decimal(1)
        return Decimal(0) if unit == 1 else min(unit / 2, value * MOST_ROUNDED)
    return Decimal(0) if unit == 1 else unit / 2


def _unit(value: Decimal, shown: int) -> Decimal:
    """Return what one is worth at the place of the last digit shown; 1 where value and digits do not agree."""
    if not shown or not value:
        return Decimal(1)
    ratio = value / shown
    return ratio if ratio.normalize().as_tuple().digits == (1,) else Decimal(1)


def _of_limits(row: FigureRow) -> Bounds | None:
    if row.low is None and row.high is None:
        return None
    low = -ENDLESS if row.low is None else row.low
    high = ENDLESS if row.high is None else row.high
    return Bounds(low, high) if low <= high else None
