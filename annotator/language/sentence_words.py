"""Words that tell where sentences end, by language: abbreviations, and words that begin sentences."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from msgspec import Struct

FOLDER = Path(__file__).with_name("abbreviations")
ONLY_WHERE_KNOWN = "~"
OTHERS = ("before_number", "year", "begin", "particles", "days", "said", "ordinal_after", "ordinal_letters", "months")
Lists = dict[str, set[str]]


class SentenceWords(Struct, frozen=True):
    """Words of a language, or of all; those that are abbreviations are without their last full stop and blanks.

    The headings in the files are explained in ``abbreviations/README.md``.
    """

    goes_on: frozenset[str]
    before_number: frozenset[str]
    may_end: frozenset[str]
    ends: frozenset[str]
    year: frozenset[str]
    begin: frozenset[str]
    particles: frozenset[str]
    days: frozenset[str]
    said: frozenset[str]
    ordinal_after: frozenset[str]
    ordinal_letters: frozenset[str]
    months: frozenset[str]
    listed: frozenset[str]
    """All abbreviations."""
    suffixes: tuple[str, ...]
    """Abbreviations at the end of a compound: “Hauptstr.”."""
    parts: frozenset[str]
    """Beginnings of abbreviations of several parts, and these themselves: “u.a” of “u.a.m.”."""


@cache
def sentence_words(language: str = "") -> SentenceWords:
    """Return the words of a language by its code, ``de`` or ``de-AT``; those of all languages where it is not known."""
    path = FOLDER / f"{language.split('-')[0].split('_')[0].casefold()}.txt"
    if language.replace("-", "").replace("_", "").isalpha() and path.is_file():
        return _of([_read(path, known=True)])
    return _of([_read(path, known=False) for path in sorted(FOLDER.glob("*.txt"))])


def _read(path: Path, *, known: bool) -> Lists:
    lists: Lists = defaultdict(set)
    heading = ""
    for line in path.read_text("utf-8").splitlines():
        if line.endswith(":") and not line.startswith(("#", " ")):
            heading = line[:-1].replace(" ", "_")
        elif not line.startswith("#"):
            marked = (word for word in line.split() if known or not word.startswith(ONLY_WHERE_KNOWN))
            lists[heading].update(word.removeprefix(ONLY_WHERE_KNOWN).removesuffix(".") for word in marked)
    return lists


def _of(languages: Iterable[Lists]) -> SentenceWords:
    """Put the lists together; what ends a sentence in one language only may end one."""
    every: Lists = defaultdict(set)
    for lists in languages:
        for heading, words in lists.items():
            every[heading] |= words
    may_end = every["may_end"] | (every["goes_on"] & every["ends"])
    goes_on = every["goes_on"] - may_end
    listed = goes_on | may_end | every["ends"] | every["before_number"] | every["year"]
    parts = {".".join(form.split(".")[:count]) for form in listed for count in range(2, form.count(".") + 2)}
    return SentenceWords(
        goes_on=frozenset(goes_on),
        may_end=frozenset(may_end),
        ends=frozenset(every["ends"] - may_end),
        listed=frozenset(listed),
        suffixes=tuple(sorted(word.removeprefix("-") for word in listed if word.startswith("-"))) or (" ",),
        parts=frozenset(parts),
        **{name: frozenset(every[name]) for name in OTHERS},
    )
