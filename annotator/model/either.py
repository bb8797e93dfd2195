"""Three-way merge of single values: whichever side has altered a value, unless both have in different ways."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum, auto
from typing import Any, Final

from annotator.model.alike import alike

UNMERGEABLE: Final = object()
"""Marks a value that the two sides have altered in different ways."""


class Missing(Enum):
    """Marks a missing key."""

    ABSENT = auto()


ABSENT: Final = Missing.ABSENT


def either(was: Any, here: Any, there: Any) -> Any:
    """Return the value of the side that has altered it; UNMERGEABLE if both have in different ways."""
    if alike(here, there) or alike(there, was):
        return here
    return there if alike(here, was) else UNMERGEABLE


def either_of_each(was: Mapping[str, Any], here: Mapping[str, Any], there: Mapping[str, Any]) -> Any:
    """Merge two mappings key by key; UNMERGEABLE if the sides have altered a key in different ways."""
    found = {}
    for key in dict.fromkeys((*here, *there)):
        found[key] = either(was.get(key, ABSENT), here.get(key, ABSENT), there.get(key, ABSENT))
    if any(value is UNMERGEABLE for value in found.values()):
        return UNMERGEABLE
    return {key: value for key, value in found.items() if value is not ABSENT}
