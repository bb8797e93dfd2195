"""The heaviest rising chain."""

from __future__ import annotations

from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from annotator.anchoring.chain import Link, heaviest_chain

LINKS = st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5), st.integers(1, 9).map(float)), max_size=8)


def rises(chain: tuple[Link, ...] | list[Link]) -> bool:
    return all(a[0] < b[0] and a[1] < b[1] for a, b in pairwise(chain))


def weight(chain: tuple[Link, ...] | list[Link]) -> float:
    return sum(link[2] for link in chain)


@given(LINKS)
def test_no_rising_chain_is_heavier(links: list[Link]) -> None:
    chain = heaviest_chain(links)
    ordered = sorted(links)
    rising = (some for size in range(len(links) + 1) for some in combinations(ordered, size) if rises(some))

    assert rises(chain)
    assert weight(chain) == max(map(weight, rising))
