"""Days of the calendar: how many a month has, and which day of the week a date is."""

from __future__ import annotations

from calendar import isleap, monthrange
from collections.abc import Sequence
from datetime import date

from annotator.facts.names.dates import WrittenDate
from annotator.translation.messages import N_

WEEKDAYS: Sequence[str] = (
    N_("Monday"),
    N_("Tuesday"),
    N_("Wednesday"),
    N_("Thursday"),
    N_("Friday"),
    N_("Saturday"),
    N_("Sunday"),
)
LEAP_YEAR = 2020
FIRST, LAST_JULIAN = 1583, 1923
"""Years from which the calendar of today counted, and until which the Julian one was used somewhere: in Greece."""

MONTHS = 12


def days_of(year: int, month: int) -> int:
    """Return the number of days of the month, the most that it may have where the year is 0; 0 for no month."""
    return monthrange(year or LEAP_YEAR, month)[1] if 1 <= month <= MONTHS else 0


def exists(written: WrittenDate) -> bool:
    """Return True if there is such a date, day and month the other way round too where they may be."""
    if 1 <= written.day <= days_of(written.year, written.month):
        return True
    return written.swapped and 1 <= written.month <= days_of(written.year, written.day)


def weekdays_of(written: WrittenDate) -> frozenset[int]:
    """Return the days of the week that the date may be, 0 for Monday; none where the year is not told or too early.

    There are two for a date until 1923, which may be of the Julian calendar, and for “03/04/2021”.
    """
    if written.year < FIRST:
        return frozenset()
    pairs = [(written.month, written.day)] + ([(written.day, written.month)] if written.swapped else [])
    days = [date(written.year, month, day) for month, day in pairs if 1 <= day <= days_of(written.year, month)]
    julian = [_julian_weekday(one) for one in days] if written.year <= LAST_JULIAN else []
    return frozenset([one.weekday() for one in days] + julian)


def is_leap_day(written: WrittenDate) -> bool:
    """Return True for 29 February of a year that has none."""
    return (written.month, written.day) == (2, 29) and bool(written.year) and not isleap(written.year)


def _julian_weekday(day: date) -> int:
    """Return the weekday of the date with these numbers in the Julian calendar."""
    behind = day.year // 100 - day.year // 400 - 2 - (1 if day.month <= 2 and day.year % 100 == 0 else 0)
    return (day.weekday() + behind) % 7
