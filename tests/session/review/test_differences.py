"""Differences one after another, from the last to the first."""

from __future__ import annotations

from annotator.review.comparing import compared, differences
from annotator.session.review.differences import Differences
from tests.support.review.annotators import read_annotators


def test_one_goes_round_and_back() -> None:
    some = Differences(differences(compared(read_annotators("ferry"))))
    first, second, *_others, last = some.all
    assert [some.number(one) for one in (None, first, second, last)] == [0, 1, 2, len(some.all)]
    assert (some.beside(None, 1), some.beside(None, -1)) == (first, last)
    assert (some.beside(first, 1), some.beside(first, -1), some.beside(last, 1)) == (second, last, first)
    assert [some.number(one) for one in some.after(first)] == [*range(2, len(some.all) + 1), 1]
    assert [*some.after(None)] == [*some.all]


def test_without_any_there_is_none() -> None:
    assert Differences().beside(None, 1) is None
    assert [*Differences().after(None)] == []
