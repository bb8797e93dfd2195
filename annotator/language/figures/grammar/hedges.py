"""Words before and behind a number that say how sure it is."""

from __future__ import annotations

from annotator.language.figures.cursor import Cursor
from annotator.language.figures.vocabulary import Role


def hedges_before(cursor: Cursor) -> list[str]:
    """Take the words before a number and return the modifiers that they say."""
    found = []
    while cursor.has(Role.HEDGE, Role.FILLER):
        hedge = cursor.take(Role.HEDGE)
        if hedge:
            found.append(hedge)
        else:
            cursor.at += 1
    return found


def hedges_behind(cursor: Cursor) -> list[str]:
    """Take the words behind a number and return the modifiers that they say."""
    found = []
    while (hedge := cursor.take(Role.AFTER)) is not None:
        found.append(hedge)
    return found
