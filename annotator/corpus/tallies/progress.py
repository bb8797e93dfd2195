"""Progress day by day, as far as the files tell it.

Sidecars say when an annotation was made and when it was last changed, and when somebody signed; their history says when
an article was set to done and when its sentences were read, where there is one. A fact counts as settled from the day
of its last change on: it may have been settled earlier, never later.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate

from annotator.corpus.tallies.counts import Places
from annotator.corpus.tallies.tally import Marked, Tally
from annotator.model.document import FINISHED, REVIEWED

MOST_DAYS = 3660
"""Days of a progress at most: a wrong clock in a file must not make a line of centuries."""


@dataclass(frozen=True, slots=True)
class Course:
    """Items with a day, of ``whole`` in all: how many there were at the end of each day, and those of each day."""

    whole: int
    totals: tuple[int, ...]
    of_day: tuple[Places, ...]

    def share(self, at: int) -> float:
        """Return the share of the whole on the day of that number, 0–1."""
        return self.totals[at] / self.whole if self.whole else 0.0


@dataclass(frozen=True, slots=True)
class Progress:
    """Courses over the same days; none without days. ``undated`` annotations do not say when they were made.

    ``reading`` counts sentences, ``finished`` and ``signed`` documents; they have nothing behind them. ``sentences``
    and ``read``, ``documents``, ``done`` and ``reviewed`` are as they stand now.
    """

    days: tuple[date, ...]
    made: Course
    settled: Course
    reading: Course
    finished: Course
    signed: Course
    undated: int
    sentences: int
    read: int
    documents: int
    done: int
    reviewed: int


def progress(tallies: Sequence[Tally]) -> Progress:
    """Return the progress of the documents."""
    items = [item for tally in tallies for item in tally.marked]
    facts = [item for item in items if item.is_fact]
    settled = [(item.changed, item) for item in facts if item.settled]
    signed = [tally.signed for tally in tallies if tally.signed]
    finished = [tally.finished for tally in tallies if tally.finished and tally.status in FINISHED]
    reading = Counter[str]()
    for tally in tallies:
        reading.update(_known_reading(tally))
    days = _days([*(item.made for item in items), *(day for day, _item in settled), *signed, *finished, *reading])
    return Progress(
        days,
        _course(days, ((item.made, item) for item in items), len(items)),
        _course(days, settled, len(facts)),
        _counted(days, reading, sum(tally.sentences for tally in tallies)),
        _counted(days, Counter(finished), len(tallies)),
        _counted(days, Counter(signed), len(tallies)),
        sum(not item.made for item in items),
        sum(tally.sentences for tally in tallies),
        sum(tally.read for tally in tallies),
        len(tallies),
        sum(tally.status in FINISHED for tally in tallies),
        sum(tally.status == REVIEWED for tally in tallies),
    )


def _known_reading(tally: Tally) -> dict[str, int]:
    """Return how many sentences were read on which day; no more than are read now, as it may have changed since."""
    room, found = tally.read, dict[str, int]()
    for day, count in tally.read_on:
        found[day] = min(count, room)
        room -= found[day]
    return found


def _days(told: Iterable[str]) -> tuple[date, ...]:
    known = sorted(day for day in map(_date, set(told)) if day)
    if not known:
        return ()
    first, last = max(known[0], known[-1] - timedelta(MOST_DAYS)), known[-1]
    return tuple(first + timedelta(number) for number in range((last - first).days + 1))


def _date(day: str) -> date | None:
    try:
        return date.fromisoformat(day)
    except ValueError:
        return None


def _course(days: Sequence[date], items: Iterable[tuple[str, Marked]], whole: int) -> Course:
    of_day: dict[str, list[Marked]] = {day.isoformat(): [] for day in days}
    before = 0
    for day, item in items:
        if day in of_day:
            of_day[day].append(item)
        elif days and day and day < days[0].isoformat():
            before += 1
    totals = accumulate((len(some) for some in of_day.values()), initial=before)
    return Course(whole, tuple(totals)[1:], tuple(map(tuple, of_day.values())))


def _counted(days: Sequence[date], counts: Counter[str], whole: int) -> Course:
    before = sum(count for day, count in counts.items() if days and day < days[0].isoformat())
    totals = accumulate((counts[day.isoformat()] for day in days), initial=before)
    return Course(whole, tuple(totals)[1:], ((),) * len(days))
