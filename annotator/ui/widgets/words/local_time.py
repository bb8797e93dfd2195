"""Times for people: local time zone, “Today” and “Yesterday” for near days, written as in the language in use."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, tzinfo

from PySide6.QtCore import QDate, QDateTime, QLocale, Qt, QTime

from annotator.translation.messages import _


def read_time(utc: str) -> datetime:
    """Parse a UTC time as sidecars write it, ``2026-11-22T06:21:20Z``."""
    return datetime.strptime(utc, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)


def day_and_time(utc: str, now: str, zone: tzinfo | None = None) -> str:
    """Return “Today 10:42”, “Yesterday 10:42” or “22 Nov 2026, 10:42”.

    ``utc`` and ``now`` are written as in sidecars; ``zone`` is this machine's time zone where it is None.
    """
    then, today = (read_time(time).astimezone(zone) for time in (utc, now))
    date, clock = QDate(then.year, then.month, then.day), QTime(then.hour, then.minute)
    if then.date() == today.date():
        return _("Today {time}").format(time=_clock(clock))
    if then.date() == today.date() - timedelta(days=1):
        return _("Yesterday {time}").format(time=_clock(clock))
    return _date_and_time(date, clock)


def local_time(utc: str) -> str:
    """Return “22 Nov 2026, 10:42” for a UTC time such as ``2026-11-22T10:42:00Z``; any other text as it is."""
    time = QDateTime.fromString(utc, Qt.DateFormat.ISODate).toLocalTime()
    return _date_and_time(time.date(), time.time()) if time.isValid() else utc


def clock(time: datetime) -> str:
    """Return the time of day, “10:42”."""
    return _clock(QTime(time.hour, time.minute))


def _date_and_time(date: QDate, time: QTime) -> str:
    # Translators: pattern of a date: d is the day, MMM the month’s short name, M its number, yyyy the year.
    day = QLocale().toString(date, _("d MMM yyyy"))
    return _("{date}, {time}").format(date=day, time=_clock(time))


def _clock(time: QTime) -> str:
    # Translators: pattern of a time: HH are the hours up to 23, h those up to 12, mm the minutes, AP is AM or PM.
    return QLocale().toString(time, _("HH:mm"))
