"""A place in the items of a figure, from which they are taken one after the other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from annotator.language.figures.lexing import Item
from annotator.language.figures.vocabulary import Role


class NotUnderstoodError(Exception):
    """The words do not make a figure that can be read in one way."""


class Cursor:
    """Items of a figure and the place up to which they have been taken."""

    def __init__(self, items: Sequence[Item], at: int = 0) -> None:
        self.items = items
        self.at = at

    @property
    def done(self) -> bool:
        """True if all items have been taken."""
        return self.at >= len(self.items)

    @property
    def plain(self) -> bool:
        """True if no item is left or the next one plays no part."""
        return self.at >= len(self.items) or not self.items[self.at].roles

    @property
    def glued(self) -> bool:
        """True if no blank stands before the next item."""
        return not self.done and self.items[self.at].glued

    def has(self, *roles: Role) -> bool:
        """Tell whether the next item can play one of the roles."""
        return self.at < len(self.items) and not self.items[self.at].roles.keys().isdisjoint(roles)

    def has_next(self, *roles: Role) -> bool:
        """Tell whether the item behind the next one can play one of the roles."""
        return self.at + 1 < len(self.items) and not self.items[self.at + 1].roles.keys().isdisjoint(roles)

    def next(self, role: Role) -> Any:
        """Return the value that the item behind the next one has in the role, or None."""
        return self.items[self.at + 1].roles.get(role) if self.at + 1 < len(self.items) else None

    def take(self, role: Role) -> Any:
        """Return the value of the next item in the role and step over it; None where it cannot play it."""
        if self.at >= len(self.items) or (value := self.items[self.at].roles.get(role)) is None:
            return None
        self.at += 1
        return value

    def skip(self, *roles: Role) -> None:
        """Step over all items that can play one of the roles."""
        while self.has(*roles):
            self.at += 1

    def texts(self, count: int, first: int = 0) -> str:
        """Return the text of the items from ``first`` to ``count``, counted from the next one."""
        return " ".join(item.text for item in self.items[self.at + first : self.at + count])
