"""Times for people: local time zone, “Today” and “Yesterday” for near days."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, tzinfo

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def read_time(utc: str) -> datetime:
    """Parse a UTC time as sidecars write it, ``2026-11-22T06:21:20Z``."""
    return datetime.strptime(utc, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)


def day_and_time(utc: str, now: str, zone: tzinfo | None = None) -> str:
    """Return “Today 10:42”, “Yesterday 10:42” or “22 Nov 2026, 10:42”.

    ``utc`` and ``now`` are written as in sidecars; ``zone`` is this machine's time zone where it is None.
    """
    then, today = (read_time(time).astimezone(zone) for time in (utc, now))
    clock = f"{then:%H:%M}"
    if then.date() == today.date():
        return f"Today {clock}"
    if then.date() == today.date() - timedelta(days=1):
        return f"Yesterday {clock}"
    return f"{then.day} {MONTHS[then.month - 1]} {then.year}, {clock}"
