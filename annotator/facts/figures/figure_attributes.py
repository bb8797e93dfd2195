"""Attributes of figures as numbers and texts."""

from __future__ import annotations

from decimal import Decimal

from annotator.model.annotation import Value

VALUE, LOW, HIGH = NUMBERS = ("value", "low", "high")
NUMBER_TYPES, LISTS = (int, float, Decimal), (list, dict)
"""Types of values that are numbers, and of those that are no texts; made once, as each figure of a folder asks."""
MOST_PLACES = 400
"""Places before or behind the point of a number, more than any float has."""


def number_in(value: Value) -> Decimal | None:
    """Return a number of an attribute as an exact one; None where it is no number, or none that can be written out."""
    if value is None or isinstance(value, bool) or not isinstance(value, NUMBER_TYPES):
        return None
    number = Decimal(value) if isinstance(value, int) else Decimal(str(value))
    return number if number.is_finite() and abs(number.adjusted()) <= MOST_PLACES else None


def text_in(value: Value) -> str:
    """Return a text of an attribute without blanks at its ends; empty for none and for lists."""
    if isinstance(value, str):
        return value.strip()
    return "" if value is None or isinstance(value, LISTS) else str(value).strip()
