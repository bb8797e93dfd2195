"""Times in words."""

from __future__ import annotations

from datetime import timedelta, timezone

import pytest

from annotator.ui.widgets.words.local_time import day_and_time

EAST = timezone(timedelta(hours=2))


@pytest.mark.parametrize(
    ("then", "said"),
    [
        ("2026-11-22T08:42:10Z", "Today 10:42"),
        ("2026-11-21T22:05:00Z", "Today 00:05"),
        ("2026-11-21T21:59:59Z", "Yesterday 23:59"),
        ("2026-11-20T08:42:10Z", "20 Nov 2026, 10:42"),
        ("2025-12-31T23:30:00Z", "1 Jan 2026, 01:30"),
        ("2026-11-24T08:42:10Z", "24 Nov 2026, 10:42"),
    ],
)
def test_in_the_zone_of_the_reader(then: str, said: str) -> None:
    assert day_and_time(then, "2026-11-22T14:00:00Z", EAST) == said
