"""One quantity of a figure as far as it has been read."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from annotator.language.figures.vocabulary import EXACT

FOUR_DECIMALS = Decimal("0.0001")


@dataclass(slots=True)
class Quantity:
    """Facts that have been read of one quantity so far."""

    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    modifier: str = EXACT
    kind: str = ""
    unit: str = ""
    currency: str = ""
    per: str = ""
    age: bool = False
    may_be_a_rank: bool = False
    """“A third”, before a thing that may be the third one."""


def plain(value: Decimal | None) -> Decimal | None:
    """Return the number without zeros behind its decimals and without an exponent."""
    if value is None:
        return None
    return Decimal(int(value)) if value == int(value) else value.normalize()
