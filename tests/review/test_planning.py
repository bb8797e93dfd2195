"""Sharing out of articles: each once or twice, balanced, the same by the same seed, and kept when articles come."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model.plan import Plan
from annotator.review.planning import CannotAssignError, loads, planned

NAMES = ("ann", "ben", "cem")
LENGTHS = st.dictionaries(st.from_regex(r"[a-z]{1,4}\.txt", fullmatch=True), st.integers(0, 5000), max_size=40)


@given(LENGTHS, st.integers(0, 100), st.integers(0, 9), st.integers(2, 3))
def test_each_article_goes_to_one_or_two_and_the_share_is_met(
    lengths: dict[str, int], double: int, seed: int, count: int
) -> None:
    names = NAMES[:count]
    plan = planned(None, lengths, names, number=1, double=double, seed=seed)
    found = plan.annotators_of()
    assert set(found) == set(lengths)
    assert all(len(set(given)) == len(given) in (1, 2) and set(given) <= set(names) for given in found.values())
    twice = sum(len(given) == 2 for given in found.values())
    assert abs(twice - len(lengths) * double / 100) <= 1
    assert plan == planned(None, lengths, names, number=1, double=double, seed=seed)


@given(LENGTHS, st.integers(0, 100), st.integers(0, 9))
def test_nobody_has_more_to_read_than_another_by_more_than_the_longest_article(
    lengths: dict[str, int], double: int, seed: int
) -> None:
    load = loads(planned(None, lengths, NAMES, number=1, double=double, seed=seed), lengths).values()
    assert max(load) - min(load) <= max(lengths.values(), default=0)


@given(LENGTHS, LENGTHS, st.integers(0, 100), st.integers(0, 9))
def test_more_articles_change_nothing_that_was_assigned(
    before: dict[str, int], more: dict[str, int], double: int, seed: int
) -> None:
    first = planned(None, before, NAMES, number=1, double=double, seed=seed)
    both = {**more, **before}
    second = planned(first, both, (), number=1, seed=seed + 1)
    assert set(second.annotators_of()) == set(both)
    assert {article: second.annotators_of()[article] for article in before} == first.annotators_of()
    assert planned(second, both, (), number=1, seed=seed) == second


def test_another_seed_draws_another_lot() -> None:
    lengths = {f"{number}.txt": 100 for number in range(20)}
    assert planned(None, lengths, NAMES, number=1, seed=1) != planned(None, lengths, NAMES, number=1, seed=2)


def test_in_a_second_round_others_get_the_articles() -> None:
    lengths = {f"{number}.txt": 100 + number for number in range(9)}
    first = planned(None, lengths, NAMES, number=1)
    both = planned(first, lengths, (), number=2)
    assert [one.number for one in both.rounds] == [1, 2]
    assert all(len(names) == 2 for names in both.annotators_of().values())


@pytest.mark.parametrize(("names", "double"), [((), 0), (("ann",), 20)])
def test_what_cannot_be_assigned_is_told(names: tuple[str, ...], double: int) -> None:
    with pytest.raises(CannotAssignError):
        planned(None, {"a.txt": 1}, names, number=1, double=double)


def test_others_are_hidden_from_annotators_only_and_only_where_it_is_blind() -> None:
    plan = Plan(("ann", "ben"), reviewers=("ben",))
    assert [plan.hides_others_from(name) for name in ("ann", "ben", "dee", "")] == [True, False, False, False]
    assert not Plan(("ann",), blind=False).hides_others_from("ann")
