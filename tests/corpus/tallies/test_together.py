"""Labels that stand together, and labels by article."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given

from annotator.corpus.tallies.tally import Tally
from annotator.corpus.tallies.together import by_article, together
from tests.corpus.tallies.test_counts import tallies
from tests.support.statistics.tallied import Marking, quay


def ids(cells: dict[tuple[str, str], tuple[object, ...]]) -> dict[tuple[str, str], list[str]]:
    return {pair: [item.id for item in some] for pair, some in cells.items()}  # type: ignore[attr-defined]


def test_in_one_sentence() -> None:
    found = ids(together([quay().tally()]))
    assert found["claim", "source"] == ["c1"]
    assert found["claim", "figure"] == ["c1", "c2"]  # the second by a figure that reaches into its sentence
    assert found["figure", "claim"] == ["f4", "f5"]
    assert ("claim", "claim") not in found
    assert ("figure", "figure") not in found


def test_overlapping() -> None:
    found = ids(together([quay().tally()], overlapping=True))
    assert found == {
        ("figure", "claim"): ["f4", "f5"],
        ("claim", "figure"): ["c1", "c2"],
    }


def test_two_of_one_label_stand_together_and_one_does_not_stand_with_itself() -> None:
    alone = Marking().mark("claim", "9 boats sank").tally()
    assert together([alone]) == {}
    both = Marking().mark("claim", "9 boats sank").mark("claim", "The mayor").tally()
    assert ids(together([both])) == {("claim", "claim"): ["c2", "c1"]}


def test_what_only_touches_does_not_overlap() -> None:
    assert together([Marking().mark("claim", "9 boats").mark("figure", " sank").tally()], overlapping=True) == {}


def test_labels_by_article() -> None:
    found = ids(by_article([quay().tally(), Marking("b.txt").mark("figure", "9").tally()]))
    assert found["figure", "quay.txt"] == ["f4", "f5"]
    assert found["figure", "b.txt"] == ["f1"]
    assert ("claim", "b.txt") not in found


@given(tallies())
def test_overlaps_are_those_of_every_pair(counted: list[Tally]) -> None:
    wanted = set()
    for tally in counted:
        for one, other in combinations(tally.marked, 2):
            if one.start < other.end and other.start < one.end:
                wanted |= {(tally.article, one.id, other.label), (tally.article, other.id, one.label)}
    found = together(counted, overlapping=True)
    assert {(item.article, item.id, pair[1]) for pair, some in found.items() for item in some} == wanted


@given(tallies())
def test_whoever_overlaps_shares_a_sentence(counted: list[Tally]) -> None:
    shared = together(counted)
    for pair, some in together(counted, overlapping=True).items():
        assert all(item in shared[pair] for item in some)
