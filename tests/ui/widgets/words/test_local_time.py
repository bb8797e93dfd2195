"""Times in words."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta, timezone

import pytest
from PySide6.QtCore import QLocale

from annotator.translation.catalogue import Catalogue
from annotator.translation.messages import use
from annotator.ui.widgets.words.local_time import day_and_time, local_time

EAST = timezone(timedelta(hours=2))
CHINESE = Catalogue(
    """
msgid "Today {time}"
msgstr "今天 {time}"

msgid "{date}, {time}"
msgstr "{date} {time}"

msgid "d MMM yyyy"
msgstr "yyyy年M月d日"

msgid "HH:mm"
msgstr "AP h:mm"
"""
)


@pytest.fixture
def in_chinese() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.Chinese))
    use(CHINESE)
    yield
    use()
    QLocale.setDefault(before)


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


@pytest.mark.usefixtures("in_chinese")
def test_by_the_rules_of_the_language_in_use() -> None:
    assert day_and_time("2026-11-22T12:42:10Z", "2026-11-22T14:00:00Z", EAST) == "今天 下午 2:42"
    assert day_and_time("2026-11-20T08:42:10Z", "2026-11-22T14:00:00Z", EAST) == "2026年11月20日 上午 10:42"


def test_a_time_that_cannot_be_read_stays_as_it_is() -> None:
    assert local_time("2016-12-16T06:21:20Z").startswith("16 Dec 2016, ")
    assert local_time("last winter") == "last winter"
