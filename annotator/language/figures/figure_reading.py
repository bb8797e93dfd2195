"""A figure as it was read."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from annotator.language.figures.vocabulary import ABOUT, EXACT, LEAST, LESS, MORE, MOST


@dataclass(frozen=True, slots=True)
class FigureReading:
    """Value and bounds of a figure, by the words of the built-in scheme.

    ``value`` is None for a range, a vague amount and a date. ``low`` and ``high`` are given for a range and a vague
    amount only; ``least`` and ``most`` are what the words allow in every case. Proportions are fractions of 1 with four
    decimals at most, percentages are as they are written. ``unit`` is in the singular, in English or as a symbol;
    for ``currency``, an ISO 4217 code, it is empty, and names the currency where its code is not sure. ``per`` is the
    unit behind “per”, as in euros an hour. ``when`` is a date or time in digits, the largest unit first. ``age``: the
    duration is that of a life. ``counted`` are the words of the text that say what is counted, empty where they cannot
    be told.
    """

    value: Decimal | None
    low: Decimal | None = None
    high: Decimal | None = None
    modifier: str = EXACT
    kind: str = "count"
    unit: str = ""
    currency: str = ""
    counted: str = ""
    per: str = ""
    when: str = ""
    age: bool = False

    @property
    def least(self) -> Decimal | None:
        """The least that the words allow; None where they set no lower end."""
        return self.value if self.modifier in (EXACT, LEAST, MORE) and self.value is not None else self.low

    @property
    def most(self) -> Decimal | None:
        """The most that the words allow; None where they set no upper end."""
        return self.value if self.modifier in (EXACT, MOST, LESS) and self.value is not None else self.high

    @property
    def is_rough(self) -> bool:
        """True for “about 50”, which has a value but no sure ends."""
        return self.modifier == ABOUT
