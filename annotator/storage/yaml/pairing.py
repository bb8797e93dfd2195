"""Pairing of the items of a list before and after an edit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Sequence


def paired(before: Sequence[Hashable], after: Sequence[Hashable]) -> list[int | None]:
    """Return for each item of ``after`` the index of the one before that it is, or was renamed from; None if new.

    Equal names are the same item. A new name is taken for the new one of an old item where that stood at the same
    place: right after the same item.
    """
    places: dict[Hashable, list[int]] = defaultdict(list)
    for index, name in enumerate(before):
        places[name].append(index)
    found = [places[name].pop(0) if places[name] else None for name in after]
    free = set(range(len(before))) - set(found)
    for index, place in enumerate(found):
        last = found[index - 1] if index else -1
        if place is None and last is not None and last + 1 in free:
            found[index] = last + 1
            free.remove(last + 1)
    return found
