"""Moved words that a file has only as a deletion and an insertion, as OpenDocument does."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from annotator.interop.articles.inline.inlay import Correction

FEWEST_WORDS = 2
"""Fewer are deleted here and inserted there by chance."""


def with_moves(corrections: Sequence[Correction], text: str) -> tuple[Correction, ...]:
    """Return the corrections; a deletion whose words the same person inserted elsewhere at that time is a move."""
    gone: dict[tuple[str, tuple[int, ...]], list[Correction]] = defaultdict(list)
    for one in corrections:
        if one.start == one.end and one.changes and len(one.old.split()) >= FEWEST_WORDS:
            gone[one.old, one.changes].append(one)
    left: set[int] = set()
    found: list[Correction] = []
    for one in corrections:
        same = gone.get((" ".join(text[one.start : one.end].split()), one.changes)) if not one.old else None
        if same:
            left.add(id(same.pop(0)))
        found.append(replace(one, is_moved=True) if same is not None else one)
    return tuple(one for one in found if id(one) not in left)
