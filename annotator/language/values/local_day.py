"""Days of times, as the calendar of a person has them: in the time zone of this machine."""

from __future__ import annotations

from datetime import date, datetime


def local_day(time: str) -> str:
    """Return the day of a time, as ``2026-11-29``; a day alone stays as it is. Raises ValueError for any other text."""
    return _day(time).isoformat()


def days_between(earlier: str, later: str) -> int:
    """Return how many days lie between two times: 1 from an evening to the next morning. Raises ValueError."""
    return (_day(later) - _day(earlier)).days


def _day(time: str) -> date:
    try:
        return datetime.fromisoformat(time).astimezone().date()
    except (OverflowError, OSError) as failure:  # next to the year 1 or 9999, or before what the system knows
        raise ValueError(time) from failure
