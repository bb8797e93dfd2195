"""A weekday that does not fit its date.

Example: “Tuesday, 12 January 2022”, which was a Wednesday. Counter-example: “Wednesday, 12 January 2022”; “Tuesday, 12
January”, whose year is not told; “Saturday, 14 October 1066”, of an older calendar.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from annotator.facts.finding import Finding, Place
from annotator.facts.names.dates import WrittenDate
from annotator.facts.names.name_facts import NameFacts
from annotator.facts.names.rules.calendar_days import WEEKDAYS, weekdays_of
from annotator.language.plain_line import plain_line
from annotator.translation.messages import _, number

RULE = "weekday"


def findings(facts: NameFacts) -> Iterator[Finding]:
    """Yield a finding for each date whose weekday is another one."""
    for written in facts.dates:
        right = weekdays_of(written)
        if written.weekday is not None and right and written.weekday not in right:
            yield _finding(facts, written, min(right))


def _finding(facts: NameFacts, written: WrittenDate, right: int) -> Finding:
    words = plain_line(written.span.of(facts.text))
    sentence = _("“{words}”: that day is a {weekday}.").format(words=words, weekday=_(WEEKDAYS[right]))
    return Finding(
        RULE,
        _("A weekday that does not fit its date"),
        sentence,
        (Place(written.span, "", facts.article),),
        (words,),
        _hint(written),
    )


def _hint(written: WrittenDate) -> str:
    """Return which day of the same month, nearest, has the weekday that is written."""
    day = date(written.year, written.month, written.day) if not written.swapped else None
    if day is None or written.weekday is None:
        return ""
    apart = (written.weekday - day.weekday() + 3) % 7 - 3
    near = day + timedelta(apart)
    if near.month != day.month:
        return ""
    said = _("The nearest {weekday} of that month is the one on day {day}.")
    return said.format(weekday=_(WEEKDAYS[written.weekday]), day=number(near.day))
