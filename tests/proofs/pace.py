"""Seconds as they would be on a machine that has nothing else to do, so that a bar holds on a busy one as well."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")

QUIET = 0.003
"""Seconds that ``_piece`` takes, undisturbed, on the machine that the bars were set on."""


def timed(work: Callable[[], T]) -> tuple[T, float]:
    """What the work gives, and the seconds of the processor that it took, less what the machine is slower by now."""
    before = _seconds(_piece)
    began = time.process_time()
    result = work()
    took = time.process_time() - began
    slower = (before + _seconds(_piece)) / 2 / QUIET
    return result, took / max(1.0, slower)


def _seconds(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began


def _piece() -> None:
    """Some work that is always the same, of the kind that the program does."""
    counts: dict[str, int] = {}
    for number in range(20_000):
        word = str(number * 7919 % 1009)
        counts[word] = counts.get(word, 0) + 1
    sorted(counts.items())
