"""Lanes keep marks on the same words out of each other's way."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from annotator.ui.article_view.lanes import MANY, Range, assign_lanes, covering, crowded

ranges = st.tuples(st.integers(0, 60), st.integers(1, 20)).map(lambda pair: (pair[0], pair[0] + pair[1]))
few, many = st.lists(ranges, max_size=20), st.lists(ranges, min_size=MANY + 1, max_size=MANY + 40)


def overlap(one: Range, other: Range) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def assert_apart(drawn: list[Range], lanes: list[int]) -> None:
    for number, lane in enumerate(lanes):
        for other in range(number):
            assert lanes[other] != lane or not overlap(drawn[number], drawn[other])


@given(few, st.randoms())
def test_none_overlap_in_one_lane(drawn: list[Range], randomness: object) -> None:
    order = list(range(len(drawn)))
    randomness.shuffle(order)  # type: ignore[attr-defined]  # hypothesis gives a random.Random
    lanes = assign_lanes(drawn, order)
    assert_apart(drawn, lanes)
    for place, number in enumerate(order):
        in_its_way = {lanes[other] for other in order[:place] if overlap(drawn[number], drawn[other])}
        assert lanes[number] == next(lane for lane in range(99) if lane not in in_its_way)


@given(many)
def test_none_overlap_where_there_are_many(drawn: list[Range]) -> None:
    lanes = assign_lanes(drawn, range(len(drawn)))
    assert_apart(drawn, lanes)
    deepest = max(sum(overlap(one, (at, at + 1)) for one in drawn) for at in range(90))
    assert max(lanes) + 1 == deepest


@given(many)
def test_many_get_the_lanes_that_they_get_beside_a_taken_one_far_away(drawn: list[Range]) -> None:
    assert assign_lanes(drawn, range(len(drawn))) == assign_lanes(drawn, range(len(drawn)), [(1000, 1001, 0)])


@given(few, st.lists(st.tuples(st.integers(0, 60), st.integers(61, 80), st.integers(0, 4)), max_size=4))
def test_taken_lanes_are_kept_free(drawn: list[Range], taken: list[tuple[int, int, int]]) -> None:
    lanes = assign_lanes(drawn, range(len(drawn)), taken)
    assert_apart(drawn, lanes)
    for one, lane in zip(drawn, lanes, strict=True):
        assert all(lane != other_lane for start, end, other_lane in taken if overlap(one, (start, end)))


@given(many, st.lists(st.tuples(st.integers(0, 60), st.integers(61, 80), st.integers(0, 4)), min_size=1, max_size=4))
def test_taken_lanes_are_kept_free_where_there_are_many(drawn: list[Range], taken: list[tuple[int, int, int]]) -> None:
    lanes = assign_lanes(drawn, range(len(drawn)), taken)
    for one, lane in zip(drawn, lanes, strict=True):
        assert all(lane != other_lane for start, end, other_lane in taken if overlap(one, (start, end)))


def test_the_shorter_is_nearer_to_the_text() -> None:
    assert assign_lanes([(0, 20), (5, 10), (5, 8)], [2, 1, 0]) == [2, 1, 0]


def test_crowded() -> None:
    drawn = [(0, 20), (5, 10), (5, 8), (30, 40)]
    assert crowded(drawn, [2, 1, 0, 0], 2) == [True, True, True, False]


@given(st.one_of(few, many), st.data())
def test_crowded_looks_at_all_that_overlap(drawn: list[Range], data: st.DataObject) -> None:
    lanes = data.draw(st.lists(st.integers(0, 4), min_size=len(drawn), max_size=len(drawn)))
    high = [one for one, lane in zip(drawn, lanes, strict=True) if lane >= 2]
    assert crowded(drawn, lanes, 2) == [any(overlap(one, other) for other in high) for one in drawn]


@given(st.one_of(few, many))
def test_covering_counts_those_before_it_around_a_range(drawn: list[Range]) -> None:
    longest_first = sorted(drawn, key=lambda one: one[0] - one[1])
    counted = [
        sum(other[0] <= one[0] and one[1] <= other[1] for other in longest_first[:place])
        for place, one in enumerate(longest_first)
    ]
    assert covering(longest_first) == [min(number, 2) for number in counted]
