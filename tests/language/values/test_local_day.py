"""Days of times in the time zone of this machine, over midnight and over the changes to and from summer time."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

import pytest

from annotator.language.values.local_day import days_between, local_day

pytestmark = pytest.mark.skipif(not hasattr(time, "tzset"), reason="needs a system whose time zone can be set")


@pytest.fixture
def zone(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], None]]:
    def be_in(name: str) -> None:
        monkeypatch.setenv("TZ", name)
        time.tzset()

    yield be_in
    monkeypatch.undo()
    time.tzset()


@pytest.mark.parametrize(
    ("name", "at", "day"),
    [
        ("XXX8", "2026-11-30T03:00:00Z", "2026-11-29"),  # 19:00 the evening before
        ("XXX-10", "2026-11-29T22:00:00Z", "2026-11-30"),  # 8:00 the next morning
        ("CET-1CEST,M3.5.0,M10.5.0/3", "2026-03-28T23:30:00Z", "2026-03-29"),
        ("CET-1CEST,M3.5.0,M10.5.0/3", "2026-10-24T22:30:00Z", "2026-10-25"),
        ("XXX8", "2026-11-29", "2026-11-29"),
    ],
)
def test_the_day_is_that_of_the_calendar_on_the_wall(zone: Callable[[str], None], name: str, at: str, day: str) -> None:
    zone(name)
    assert local_day(at) == day


@pytest.mark.parametrize(
    ("earlier", "later", "days"),
    [
        ("2026-03-28T10:00:00Z", "2026-03-29T10:00:00Z", 1),  # a day of 23 hours
        ("2026-03-29T10:00:00Z", "2026-03-30T10:00:00Z", 1),
        ("2026-10-25T10:00:00Z", "2026-10-26T10:00:00Z", 1),  # after one of 25
        ("2026-10-24T21:59:00Z", "2026-10-24T22:01:00Z", 1),
        ("2026-10-24T22:01:00Z", "2026-10-25T22:59:00Z", 0),
    ],
)
def test_days_are_counted_over_the_change_of_time(
    zone: Callable[[str], None], earlier: str, later: str, days: int
) -> None:
    zone("CET-1CEST,M3.5.0,M10.5.0/3")
    assert days_between(earlier, later) == days


@pytest.mark.parametrize("at", ["", "yesterday", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z"])
def test_what_has_no_day_is_refused_or_has_one(zone: Callable[[str], None], at: str) -> None:
    for name in ("XXX8", "XXX-10"):
        zone(name)
        try:
            assert local_day(at)[4] == "-"
        except ValueError:
            continue
