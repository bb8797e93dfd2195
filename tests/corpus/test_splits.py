"""Articles divided for training and testing: as many as wanted, copies together, the same each time."""

from __future__ import annotations

import random
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.corpus.splits import splits
from annotator.model.article import Article
from annotator.model.document import Document
from annotator.model.entry import DEV, SPLITS, TEST, TRAIN, Entry
from annotator.model.scheme import Scheme

SCHEME = Scheme("own", "own", ())


def entry(path: str, text: str, annotator: str = "") -> Entry:
    return Entry(path, Document(Article.of(path.rpartition("/")[2], text), annotator=annotator), SCHEME)


def text(seed: int) -> str:
    return " ".join(f"word{number}" for number in random.Random(seed).choices(range(5000), k=60))


def entries(number: int, *, first: int = 0) -> list[Entry]:
    return [entry(f"{seed}.txt", text(seed)) for seed in range(first, first + number)]


def test_shares_are_kept() -> None:
    found = splits(entries(200), (80, 10, 10), 0)
    assert Counter(found.values()) == {TRAIN: 160, DEV: 20, TEST: 20}


@pytest.mark.parametrize(
    ("shares", "used"), [((90, 0, 10), {TRAIN, TEST}), ((0, 0, 1), {TEST}), ((1, 1, 1), {*SPLITS})]
)
def test_a_share_of_nothing_is_nothing(shares: tuple[int, int, int], used: set[str]) -> None:
    assert {*splits(entries(30), shares, 0).values()} == used


@pytest.mark.parametrize("seed", range(10))
def test_a_large_group_does_not_come_too_late(seed: int) -> None:
    copies = [entry(f"copy {number}.txt", text(1000)) for number in range(10)]
    assert Counter(splits([*entries(10), *copies], (50, 50, 0), seed).values()) == {TRAIN: 10, DEV: 10}


def test_nothing_is_divided_into_nothing() -> None:
    assert splits([], (80, 10, 10), 0) == {}


def test_near_duplicates_and_all_annotators_of_an_article_are_in_one_split() -> None:
    copies = [entry(f"copy {number}.txt", f"Update {number}: {text(1000)}") for number in range(4)]
    alice, bob = entry("a.txt", text(2000), "alice"), entry("a.txt", text(2000), "bob")
    for seed in range(20):
        found = splits([*entries(20), *copies, alice, bob], (50, 25, 25), seed)
        assert len({found[copy.path] for copy in copies}) == 1
        assert len(found) == 25


def test_articles_of_two_folders_with_one_path_are_in_one_split_with_the_copies_of_both() -> None:
    here, there = entry("a.txt", text(1000)), entry("a.txt", text(2000))
    copies = [entry("b.txt", text(1000) + " End."), entry("c.txt", text(2000) + " End.")]
    for seed in range(20):
        found = splits([*entries(20), here, there, *copies], (50, 25, 25), seed)
        assert found["a.txt"] == found["b.txt"] == found["c.txt"]


@given(st.randoms(), st.integers(0, 60), st.integers(0, 5))
def test_the_order_makes_no_difference(source: random.Random, number: int, seed: int) -> None:
    some = entries(number)
    assert splits(source.sample(some, number), (80, 10, 10), seed) == splits(some, (80, 10, 10), seed)


def test_the_seed_makes_one() -> None:
    assert splits(entries(50), (80, 10, 10), 1) != splits(entries(50), (80, 10, 10), 2)


sizes = st.lists(st.integers(1, 6), max_size=12)
shares = st.tuples(*[st.integers(0, 10)] * 3).filter(any)


@given(sizes, shares, st.integers(0, 3))
def test_no_split_is_larger_than_its_share_by_more_than_a_group(
    sizes: list[int], shares: tuple[int, int, int], seed: int
) -> None:
    some = [entry(f"{of}-{copy}.txt", text(of)) for of, size in enumerate(sizes) for copy in range(size)]
    counts = Counter(splits(some, shares, seed).values())
    for split, share in zip(SPLITS, shares, strict=True):
        assert counts[split] < len(some) * share / sum(shares) + max(sizes, default=1)
