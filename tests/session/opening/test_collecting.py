"""What is read in bulk is not gone through by the garbage collector."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from annotator.session.opening.collecting import uncollected


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    gc.enable()
    yield
    gc.unfreeze()
    gc.enable()


def test_much_is_passed_over_from_then_on() -> None:
    before = gc.get_freeze_count()
    with uncollected(much=True):
        assert not gc.isenabled()
        kept = [[number] for number in range(1000)]
    assert gc.isenabled()
    assert gc.get_freeze_count() >= before + len(kept)


def test_little_is_collected_as_always() -> None:
    before = gc.get_freeze_count()
    with uncollected(much=False):
        assert gc.isenabled()
    assert gc.get_freeze_count() == before


def test_after_a_failure_it_collects_again() -> None:
    with pytest.raises(ValueError, match="broken"), uncollected(much=True):
        raise ValueError("broken")
    assert gc.isenabled()


def test_it_stays_off_where_it_was_off() -> None:
    gc.disable()
    with uncollected(much=True):
        pass
    assert not gc.isenabled()
