"""Disjoint sets that are merged pair by pair (union-find)."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import Generic, TypeVar

Thing = TypeVar("Thing", bound=Hashable)


class Groups(Generic[Thing]):
    """Disjoint groups; at first each thing is a group of its own."""

    def __init__(self, things: Iterable[Thing]) -> None:
        self._parent = {thing: thing for thing in things}

    def join(self, one: Thing, other: Thing) -> None:
        """Merge the groups of the two things."""
        self._parent[self._root(one)] = self._root(other)

    def are_joined(self, one: Thing, other: Thing) -> bool:
        return self._root(one) == self._root(other)

    def all(self) -> list[frozenset[Thing]]:
        """Return all groups, including those of one thing."""
        found: dict[Thing, list[Thing]] = {}
        for thing in self._parent:
            found.setdefault(self._root(thing), []).append(thing)
        return [*map(frozenset, found.values())]

    def _root(self, thing: Thing) -> Thing:
        parent = self._parent
        while parent[thing] != thing:
            parent[thing] = parent[parent[thing]]  # path halving
            thing = parent[thing]
        return thing
