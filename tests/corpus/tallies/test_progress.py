"""Progress day by day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given

from annotator.corpus.tallies.progress import MOST_DAYS, progress
from annotator.corpus.tallies.tally import Tally
from annotator.model.span import Span
from tests.corpus.tallies.test_counts import tallies
from tests.support.statistics.tallied import Marking, quay


def test_the_days_are_counted_by_hand() -> None:
    found = progress([quay().tally(status="reviewed", read=(Span(0, 28),))])
    assert found.days == (date(2026, 11, 2), date(2026, 11, 3), date(2026, 11, 4))
    assert (found.made.whole, found.made.totals, found.undated) == (5, (2, 3, 3), 2)
    assert (found.settled.whole, found.settled.totals) == (2, (0, 0, 1))
    assert [[item.id for item in some] for some in found.made.of_day] == [["s3", "c1"], ["c2"], []]
    assert found.settled.share(2) == 0.5
    assert (found.sentences, found.read, found.documents, found.done, found.reviewed) == (3, 1, 1, 1, 1)


def test_signed_documents_count_from_their_day_on() -> None:
    signed = [replace(quay().tally(), signed=day) for day in ("2026-11-03", "")]
    assert (progress(signed).signed.whole, progress(signed).signed.totals) == (2, (0, 1, 1))


def test_without_a_day_there_are_no_days() -> None:
    found = progress([Marking().mark("claim", "boats").tally()])
    assert (found.days, found.undated, found.made.totals) == ((), 1, ())
    assert progress([]).days == ()


def test_a_day_of_another_century_or_none_at_all_makes_no_line_of_centuries() -> None:
    marking = Marking().mark("claim", "boats", days=("1970-01-01", "1970-01-01"))
    marking.mark("claim", "9", days=("2026-11-02", "2026-11-02")).mark("claim", "quay", days=("2026-99-02", ""))
    found = progress([marking.tally()])
    assert len(found.days) == MOST_DAYS + 1
    assert (found.made.totals[0], found.made.totals[-1]) == (1, 2)


@given(tallies())
def test_lines_never_fall_and_end_at_what_is_there(counted: list[Tally]) -> None:
    found = progress([*counted, quay().tally()])
    assert list(found.made.totals) == sorted(found.made.totals)
    assert found.made.totals[-1] + found.undated == found.made.whole
