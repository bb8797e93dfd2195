"""Totals that are added up document by document."""

from __future__ import annotations

from hypothesis import given

from annotator.corpus.tallies.counts import facts
from annotator.corpus.tallies.tally import Tally
from annotator.corpus.tallies.together import together
from annotator.corpus.tallies.totals import Totals
from tests.corpus.tallies.test_counts import tallies
from tests.support.statistics.tallied import quay


def totals(counted: list[Tally]) -> Totals:
    found = Totals()
    for tally in counted:
        found.add(tally)
    return found


def test_the_numbers_are_counted_by_hand() -> None:
    found = totals([quay().tally()])
    assert (found.facts, found.settled, found.sourced, found.signed) == (2, 1, 1, 0)
    assert found.voices == {"own": 1, "attributed": 1}
    assert found.verdicts == {"supported": 1, "": 1}
    assert found.states == {"": 1, "asked": 1}
    assert found.namings == {"named": 1}
    assert found.made == {"2026-11-02": 2, "2026-11-03": 1, "": 2}
    assert found.settled_on == {"2026-11-04": 1}
    assert found.together["claim", "figure"] == 2


@given(tallies(), tallies())
def test_totals_of_parts_are_merged_to_those_of_the_whole(one: list[Tally], other: list[Tally]) -> None:
    merged = totals(one)
    merged.merge(totals(other))
    assert merged == totals([*one, *other])
    assert merged.facts == len(facts([*one, *other])) == merged.states.total() == merged.voices.total()
    assert merged.together == {pair: len(some) for pair, some in together([*one, *other]).items()}
