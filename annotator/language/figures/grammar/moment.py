"""Date and time as far as they have been read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from annotator.language.figures.cursor import NotUnderstoodError


@dataclass(slots=True)
class Moment:
    """Parts of a date and of a time, as far as they were read; 0 and empty for those that are not said."""

    year: int = 0
    month: int = 0
    day: int = 0
    time: str = ""
    zone: str = ""
    weekday: bool = False
    at: bool = False
    decade: bool = False

    @property
    def is_said(self) -> bool:
        """True if it is enough for a date or a time."""
        return bool(self.time or self.weekday or (self.month and (self.day or self.year)) or self.decade)

    def when(self) -> str:
        """Return it in digits, the largest unit first; empty for a day of the week whose date is not said.

        Raises NotUnderstoodError for a day that there is not.
        """
        if self.decade:
            return f"{self.year}s"
        if self.day:
            _refuse_no_day(self.year or 2000, self.month, self.day)
        if self.weekday and not self.day:
            return ""
        years = f"{self.year:04}-" if self.year else "--" if self.day else ""
        day = f"{years}{self.month:02}" if self.month else ""
        day += f"-{self.day:02}" if self.day else ""
        return " ".join(part for part in (day, self.time, self.zone) if part)


def _refuse_no_day(year: int, month: int, day: int) -> None:
    try:
        date(year, month, day)
    except ValueError:
        raise NotUnderstoodError from None
