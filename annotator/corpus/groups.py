"""Things that belong together, put together two by two."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import Generic, TypeVar

Thing = TypeVar("Thing", bound=Hashable)


class Groups(Generic[Thing]):
    """At first each thing is a group of its own."""

    def __init__(self, things: Iterable[Thing]) -> None:
        self._above = {thing: thing for thing in things}

    def join(self, one: Thing, other: Thing) -> None:
        """Let the groups of both be one."""
        self._above[self._top(one)] = self._top(other)

    def are_joined(self, one: Thing, other: Thing) -> bool:
        return self._top(one) == self._top(other)

    def all(self) -> list[frozenset[Thing]]:
        """The groups, also those of one."""
        found: dict[Thing, list[Thing]] = {}
        for thing in self._above:
            found.setdefault(self._top(thing), []).append(thing)
        return [*map(frozenset, found.values())]

    def _top(self, thing: Thing) -> Thing:
        above = self._above
        while above[thing] != thing:
            above[thing] = above[above[thing]]  # the way is shorter next time
            thing = above[thing]
        return thing
