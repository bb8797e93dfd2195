"""Comparison of values with their types: 1, 1.0 and True are equal in Python, but written differently in a file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import is_dataclass
from functools import cache
from operator import attrgetter
from typing import Any

from msgspec import Struct


def alike(one: object, other: object) -> bool:
    """Return True if both are equal and written alike."""
    return one is other or (one == other and _same_types(one, other))


def _same_types(one: Any, other: Any) -> bool:
    """Return True if the parts of two equal values are of the same types."""
    kind: Any = type(one)
    if kind is str:
        return True
    if isinstance(one, Mapping):
        return all(_same_types(value, other[key]) for key, value in one.items())
    if kind in (list, tuple):
        return all(map(_same_types, one, other))
    if values_of := _values_of(kind):
        return all(map(_same_types, values_of(one), values_of(other)))
    return kind is type(other) and repr(one) == repr(other)


@cache
def _values_of(kind: type) -> Callable[[Any], Iterable[object]] | None:
    """Return a function that returns the mappings of an item, whose values can be of any type; None for no item."""
    if not (is_dataclass(kind) or issubclass(kind, Struct)):
        return None
    types = {name: type for base in kind.__mro__ for name, type in vars(base).get("__annotations__", {}).items()}
    get = [attrgetter(name) for name, type in types.items() if str(type).startswith("Mapping")]
    return lambda item: [of(item) for of in get]
