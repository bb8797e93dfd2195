"""Words that tell names, by language; the headings of the files are explained in ``words/README.md``."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).with_name("words")
LANGUAGES = ("de", "en", "es", "fr")
"""Languages whose capitals and dates are understood."""


@dataclass(frozen=True, slots=True)
class NameWords:
    """Words of a language, in lower case and without a full stop at their end.

    ``months`` and ``weekdays`` give the number of each form: January is 1, Monday 0. ``lists`` are the words under
    every other heading.
    """

    language: str
    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    lists: Mapping[str, frozenset[str]]

    def has(self, heading: str, word: str) -> bool:
        """Return True if the word stands under the heading."""
        return plain(word) in self.lists.get(heading, ())

    def of(self, heading: str) -> frozenset[str]:
        """Return the words under the heading; none where the language has no such heading."""
        return self.lists.get(heading, frozenset())


def plain(word: str) -> str:
    """Return the word as it stands in the lists."""
    return word.rstrip(".").casefold()


def primary(language: str) -> str:
    """Return the code without its variety: “de” of “de-AT”."""
    return language.replace("_", "-").partition("-")[0].casefold()


@cache
def name_words(language: str) -> NameWords | None:
    """Return the words of the language by its code; None for those without a list."""
    code = primary(language)
    if code not in LANGUAGES:
        return None
    lists = _read(FOLDER / f"{code}.txt")
    months = {form: at for at, word in enumerate(lists["months"], 1) for form in word.split("/")}
    weekdays = {form: at for at, word in enumerate(lists["weekdays"]) for form in word.split("/")}
    return NameWords(code, months, weekdays, {heading: frozenset(words) for heading, words in lists.items()})


def _read(path: Path) -> dict[str, list[str]]:
    lists = defaultdict[str, list[str]](list)
    heading = ""
    for line in path.read_text("utf-8").splitlines():
        if line.endswith(":") and not line.startswith(("#", " ")):
            heading = line[:-1]
        elif not line.startswith("#"):
            lists[heading] += map(plain, line.split())
    return lists
