"""Days of the week by the calendars of today and of before."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.facts.names.dates import WrittenDate
from annotator.facts.names.rules.calendar_days import exists, weekdays_of
from annotator.model.span import Span


def written(year: int, month: int, day: int, *, swapped: bool = False) -> WrittenDate:
    return WrittenDate(Span(0, 1), year, month, day, swapped=swapped)


@given(st.dates(date(1924, 1, 1), date(2999, 12, 31)))
def test_every_day_since_1924_exists_and_has_one_weekday(day: date) -> None:
    told = written(day.year, day.month, day.day)
    assert exists(told)
    assert weekdays_of(told) == {day.weekday()}


@pytest.mark.parametrize(
    ("year", "month", "day", "julian"),
    [(1917, 10, 25, 2), (1752, 9, 2, 2), (1700, 2, 29, 3), (1908, 6, 17, 1), (1900, 2, 28, 0)],
)
def test_a_day_of_the_julian_calendar_may_have_its_own_weekday(year: int, month: int, day: int, julian: int) -> None:
    days = weekdays_of(written(year, month, day))
    assert julian in days or (month, day) == (2, 29)


def test_older_days_and_those_without_a_year_have_none() -> None:
    assert not weekdays_of(written(1066, 10, 14))
    assert not weekdays_of(written(0, 1, 12))


def test_a_month_and_a_day_in_digits_may_be_the_other_way_round() -> None:
    assert exists(written(2022, 13, 1, swapped=True))
    assert not exists(written(2022, 13, 1))
    assert len(weekdays_of(written(2024, 3, 4, swapped=True))) == 2
