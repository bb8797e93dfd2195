"""Dates in running text, in English, German, French and Spanish, with the day of the week where it is written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from annotator.facts.names.name_words import NameWords
from annotator.model.span import Span

DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th|er|º|°|\.)?"
YEAR = r"(?P<year>\d{4})(?![\d%]|[.,]\d)"
ISO = re.compile(r"(?<![\w./-])(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})(?![\w-]|[./]\d)")
DOTTED = re.compile(r"(?<![\w./-])(?P<day>\d{1,2})(?P<by>[./])(?P<month>\d{1,2})(?P=by)(?P<year>\d{4})(?![\w/-]|[.]\d)")
LATEST = 2999
SHORT_FORM = 4
CAPITAL_MONTHS = frozenset({"en", "de"})
"""Languages that write months with a capital, so that “12 may” is none."""

BEHIND = re.compile(
    r"\s*(?:$|[.,;:!?)\]–—”\"]|(?:and|at|in|when|after|before|to|until|but|with|by|from|that|as|for)\b)"
)
"""Whatever may follow a date without a year; other words may be counted by its number: “In June 30 people came”."""

SHORT_DAY = re.compile(r"[A-Z][a-z]\s")
"""A German day of two letters without a sign behind it, as in “So 12. Mai”, may be another word."""


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date as it is written; ``year`` is 0 where none is, ``weekday`` None, else 0 for Monday.

    ``swapped`` where day and month are in digits alone and may be the other way round: “03/04/2021”. ``clear`` is False
    where a word follows that may belong to it: “31 April Street”.
    """

    span: Span
    year: int
    month: int
    day: int
    weekday: int | None = None
    swapped: bool = False
    clear: bool = True

    @property
    def key(self) -> str:
        """The date in the form 2022-01-12; the year is 0000 where none is written."""
        return f"{self.year:04}-{self.month:02}-{self.day:02}"


def dates_in(text: str, known: NameWords) -> list[WrittenDate]:
    """Return the dates with a day and a month, in text order.

    “Wednesday, 12 January 2022”, “January 12, 2022”, “Mittwoch, den 12. Januar”, “le 12 janvier”, “12 de enero de 2022”
    and “2022-01-12” are dates; “January 2022”, “12 Januar-Ausgaben” and version “1.2.2022.4” are none.
    """
    found = [date for pattern in _patterns(known) for match in pattern.finditer(text) if (date := _date(match, known))]
    found.sort(key=lambda date: (date.span.start, -len(date.span)))
    return [*_without_overlaps(found)]


def _without_overlaps(found: list[WrittenDate]) -> Iterator[WrittenDate]:
    end = 0
    for date in found:
        if date.span.start >= end:
            yield date
            end = date.span.end


def _date(match: re.Match[str], known: NameWords) -> WrittenDate | None:
    groups = match.groupdict()
    named = groups["month"].rstrip(".").casefold()
    month, day, year = known.months.get(named) or int(named), int(groups["day"]), int(groups.get("year") or 0)
    weekday = groups.get("weekday") or groups.get("later")
    if not (1 <= day <= 99 and 1 <= month <= 99 and year <= LATEST) or _is_loose(match, known):
        return None
    number = known.weekdays[weekday.rstrip(".").casefold()] if weekday else None
    clear = bool(year) or known.language != "en" or BEHIND.match(match.string, match.end()) is not None
    return WrittenDate(Span(*match.span()), year, month, day, number, groups.get("by") == "/", clear)


def _is_loose(match: re.Match[str], known: NameWords) -> bool:
    """Return True where the words may be something else: “12 may”, “In June 30 people came”, “So 12. Mai”."""
    month = match["month"]
    if month[0].islower() and known.language in CAPITAL_MONTHS:
        return True
    if known.language == "de" and SHORT_DAY.match(match[0]):
        return True
    month_first = not month[0].isdigit() and match.start("month") < match.start("day")
    return month_first and not match["year"] and BEHIND.match(match.string, match.end()) is None


@cache
def _compiled(language: str, months: str, weekdays: str, of: str, the: str) -> tuple[re.Pattern[str], ...]:
    weekday = rf"(?:(?<!\w)(?P<weekday>{weekdays}),?\s(?:(?:{the})\s)?|(?<![\w./-]))"
    later = rf"(?:,?\s(?:an?\s|\()(?P<later>{weekdays})(?!\w)\)?)?"
    by = rf"\s?(?:(?:{of})\s)?" if language in ("en", "es") else r"\s?"
    forms = [rf"{weekday}{DAY}{by}(?P<month>{months})(?:\.(?=\s\d))?(?!\w|-\w)(?:,?\s(?:(?:{of})\s)?{YEAR})?{later}"]
    if language == "en":
        forms.append(
            rf"{weekday}(?P<month>{months})\.?\s(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?![\w:%]|[.,]\d)(?:,?\s{YEAR})?{later}"
        )
    return tuple(re.compile(form, re.IGNORECASE) for form in forms)


def _patterns(known: NameWords) -> tuple[re.Pattern[str], ...]:
    months, of, the = map(_any_of, (known.months, known.of("of"), known.of("the")))
    weekdays = "|".join(map(_with_stop, _longest_first(known.weekdays)))
    return *_compiled(known.language, months, weekdays, of, the), _with_weekday(weekdays, the), DOTTED, ISO


def _any_of(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, _longest_first(words)))


def _longest_first(words: Iterable[str]) -> list[str]:
    return sorted(words, key=len, reverse=True)


def _with_stop(word: str) -> str:
    """Return the pattern of a day of the week, with a full stop only behind a short form: it ends the sentence else."""
    return re.escape(word) + (r"\.?" if len(word) <= SHORT_FORM else "")


@cache
def _with_weekday(weekdays: str, the: str) -> re.Pattern[str]:
    before = rf"(?<!\w)(?P<weekday>{weekdays}),?\s(?:(?:{the})\s)?"
    return re.compile(before + DOTTED.pattern, re.IGNORECASE)
