"""Names in plain letters, for programs that take no others."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from unicodedata import normalize

LONGEST = 60
PLAIN = re.compile(rf"[A-Za-z0-9][A-Za-z0-9_-]{{,{LONGEST - 1}}}")
NOT_PLAIN = re.compile(r"[^A-Za-z0-9_-]+")
NAMELESS = "name"


class PlainNames:
    """Gives each name one of letters, digits, _ and -: itself where it is so already, else one that is like it.

    ``reserved`` are those that mean something else; ``ignore_case``: none differs from another by case alone.
    ``changed`` has the names that were not plain, by what they became.
    """

    def __init__(self, reserved: Collection[str] = (), *, ignore_case: bool = False) -> None:
        self._ignore_case = ignore_case
        self._plain: dict[str, str] = {}
        self._taken = {self._key(name) for name in reserved}
        self.changed: dict[str, str] = {}

    def __iter__(self) -> Iterator[str]:
        """The plain names, in the order in which they were first asked for."""
        return iter(self._plain.values())

    def of(self, name: str) -> str:
        """The plain name, always the same one for the same name."""
        if name not in self._plain:
            plain = self._free(name if PLAIN.fullmatch(name) else _like(name))
            self._plain[name] = plain
            self._taken.add(self._key(plain))
            if plain != name:
                self.changed[plain] = name
        return self._plain[name]

    def _free(self, name: str) -> str:
        number, free = 1, name
        while self._key(free) in self._taken:
            number += 1
            free = f"{name}-{number}"
        return free

    def _key(self, name: str) -> str:
        return name.casefold() if self._ignore_case else name


def _like(name: str) -> str:
    """Accents fall off, all else that is not plain becomes an underscore, and what is too long is cut off."""
    letters = normalize("NFKD", name).encode("ascii", "ignore").decode()
    return NOT_PLAIN.sub("_", letters).strip("_-")[:LONGEST] or NAMELESS
