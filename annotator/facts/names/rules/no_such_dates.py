"""A date that does not exist.

Example: “31 June 2021”, “29 February 2023”, “31.06.2021”. Counter-example: “30 June 2021”, “29 February 2024”, and “In
June 31 people came” and “31 April Street”, which are no dates.
"""

from __future__ import annotations

from collections.abc import Iterator

from annotator.facts.finding import Finding, Place
from annotator.facts.names.dates import WrittenDate
from annotator.facts.names.name_facts import NameFacts
from annotator.facts.names.rules.calendar_days import days_of, exists, is_leap_day
from annotator.language.plain_line import plain_line
from annotator.translation.messages import _, number

RULE = "no-such-date"


def findings(facts: NameFacts) -> Iterator[Finding]:
    """Yield a finding for each date that no calendar has."""
    for written in facts.dates:
        if written.clear and not exists(written):
            words = plain_line(written.span.of(facts.text))
            place = Place(written.span, "", facts.article)
            yield Finding(RULE, _("A date that does not exist"), _sentence(words, written), (place,), (words,))


def _sentence(words: str, written: WrittenDate) -> str:
    if is_leap_day(written):
        return _("“{words}”: that year is no leap year.").format(words=words)
    days = days_of(written.year, written.month)
    if not days or written.swapped:
        return _("“{words}”: there is no such day.").format(words=words)
    return _("“{words}”: that month has {days} days.").format(words=words, days=number(days))
