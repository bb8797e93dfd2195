"""Exponents with which times grow."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import TypeAlias

SINGLE, WHOLE = 0.2, 1.1
"""Largest exponents of a single edit, and of what takes all of something in hand."""
DOUBLINGS = 4
REPEATED = 7

Action: TypeAlias = Callable[[], object]
Actions: TypeAlias = Mapping[str, Action]


@dataclass(frozen=True, slots=True)
class Growing:
    """Actions on something that is doubled, from the number ``first`` on.

    ``prepared`` makes so many of it, gives the actions by name, and clears up. The limits have the same names. Each
    action is done several times, and the shortest time counts; before it counts it is done once.
    """

    what: str
    first: int
    prepared: Callable[[int], AbstractContextManager[Actions]]
    limits: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Series:
    """Milliseconds of an action for each number."""

    what: str
    action: str
    limit: float
    times: Mapping[int, float]

    @property
    def exponent(self) -> float:
        """The slope of the straight line nearest to the logarithms of times and numbers."""
        points = [(math.log(number), math.log(taken)) for number, taken in self.times.items()]
        x0, y0 = (sum(values) / len(points) for values in zip(*points, strict=True))
        return sum((x - x0) * (y - y0) for x, y in points) / sum((x - x0) ** 2 for x, _ in points)

    def cells(self) -> tuple[str, ...]:
        times = ", ".join(f"{number:,}: {taken:.3g}" for number, taken in self.times.items())
        verdict = "" if self.exponent <= self.limit else "FAULT"
        return self.what, self.action, times, f"{self.exponent:.2f}", f"{self.limit:g}", verdict


def series_of(growing: Growing) -> Iterator[Series]:
    """Measure all actions for each number, from the smallest on."""
    times: dict[str, dict[int, float]] = {name: {} for name in growing.limits}
    for doubling in range(DOUBLINGS):
        number = growing.first << doubling
        with growing.prepared(number) as actions:
            for name, action in actions.items():
                times[name][number] = _shortest(action)
    for name, limit in growing.limits.items():
        yield Series(growing.what, name, limit, times[name])


def _shortest(action: Action) -> float:
    action()
    taken = []
    for _ in range(REPEATED):
        begin = time.process_time_ns()
        action()
        taken.append(time.process_time_ns() - begin)
    return max(min(taken), 1) / 1e6


def as_text(found: Sequence[Series]) -> str:
    """Return the table in Markdown."""
    rows = [("doubled", "action", "ms for each number", "exponent", "at most", ""), *(one.cells() for one in found)]
    lines = [f"| {' | '.join(row)} |" for row in rows]
    return "\n".join([lines[0], "|---|---|---|---|---|---|", *lines[1:]])
