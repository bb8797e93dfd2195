"""Plain ASCII identifiers for programs that accept no other names."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from unicodedata import normalize

LONGEST = 60
PLAIN = re.compile(rf"[A-Za-z0-9][A-Za-z0-9_-]{{,{LONGEST - 1}}}")
NOT_PLAIN = re.compile(r"[^A-Za-z0-9_-]+")
NAMELESS = "name"


class PlainNames:
    """A unique identifier of letters, digits, _ and - for each name: the name itself where it is one already.

    ``reserved`` are identifiers that must not be given. ``ignore_case`` makes them unique regardless of case. ``plain``
    matches the names that need no change; ``longest`` is the most characters that are kept of others, None for all.
    ``changed`` maps each identifier that differs from its name to that name.
    """

    def __init__(
        self,
        reserved: Collection[str] = (),
        *,
        ignore_case: bool = False,
        plain: re.Pattern[str] = PLAIN,
        longest: int | None = LONGEST,
    ) -> None:
        self._ignore_case = ignore_case
        self._is_plain = plain.fullmatch
        self._longest = longest
        self._plain: dict[str, str] = {}
        self._taken = {self._key(name) for name in reserved}
        self.changed: dict[str, str] = {}

    def __iter__(self) -> Iterator[str]:
        """Iterate over the identifiers in the order in which they were first asked for."""
        return iter(self._plain.values())

    def of(self, name: str) -> str:
        """Return the identifier of the name; the same name always gives the same one."""
        if name not in self._plain:
            plain = self._free(name if self._is_plain(name) else _to_plain(name)[: self._longest])
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


def _to_plain(name: str) -> str:
    """Strip accents and replace other characters that are not plain by underscores."""
    letters = normalize("NFKD", name).encode("ascii", "ignore").decode()
    return NOT_PLAIN.sub("_", letters).strip("_-") or NAMELESS
