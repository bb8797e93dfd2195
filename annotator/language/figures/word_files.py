"""Words of figures as files, one for each language; ``words/README.md`` explains their headings."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any
from unicodedata import combining, normalize

from annotator.language.figures.signs import digits_only, with_signs
from annotator.language.figures.vocabulary import PERCENT, Role, Unit, Vocabulary

FOLDER = Path(__file__).with_name("words")
NUMBERS = frozenset(
    {Role.SMALL, Role.HUNDRED, Role.MAGNITUDE, Role.FRACTION, Role.ORDINAL, Role.COLLECTIVE, Role.ROUND}
    | {Role.TWO_PARTS, Role.PAIR, Role.PLURAL, Role.FEW, Role.TIMES, Role.MONTH, Role.CLOCK}
    | {Role.SUPERLATIVE, Role.COMPARATIVE}
)
NAMES = frozenset({Role.HEDGE, Role.AFTER, Role.CURRENCY, Role.ZONE, Role.NOON})
PLURAL = "+"
LEAST_LETTERS = 4
"""Letters of the shortest word that is known without its accents too: “a” is not “à”."""
ACCENTED = re.compile("[à-öø-ÿ]")
DIGRAPHS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
Tables = dict[Role, dict[str, Any]]


@cache
def vocabulary_of(language: str) -> Vocabulary:
    """Return the words of figures in the language with that code, such as ``de`` or ``en-GB``.

    Of a language that has no file there are digits, symbols and currencies only.
    """
    code = language.replace("_", "-").partition("-")[0].casefold()
    path = FOLDER / f"{code}.txt"
    if not code.isalpha() or not path.is_file():
        return digits_only(code)
    return _vocabulary(code, path.read_text("utf-8").splitlines())


def languages_with_words() -> list[str]:
    """Return the codes of the languages that have a file."""
    return sorted(path.stem for path in FOLDER.glob("*.txt"))


def _vocabulary(code: str, lines: list[str]) -> Vocabulary:
    said: dict[str, list[str]] = defaultdict(list)
    tables: Tables = defaultdict(dict)
    for heading, words in _entries(lines):
        role = Role.__members__.get(heading.partition(" ")[0].upper() if " " in heading else heading.upper())
        role = Role.__members__.get(heading.replace(" ", "_").upper(), role)
        if role is None:
            said[heading] += words
        else:
            _fill(tables, role, heading.partition(" ")[2], words)
    return Vocabulary(
        code,
        with_signs(tables),
        decimal=_one(said["decimal"]),
        group=_one(said["group"]),
        scores=frozenset(map(int, said["scores"])),
        units_first="units-first" in said["grammar"],
        compound="compound" in said["grammar"],
        elides="elides" in said["grammar"],
        either_decimal="either-decimal" in said["grammar"],
        prefixes=tuple(said["prefixes"]),
        day_first=None if "day-first-unsure" in said["grammar"] else True,
        counted=_one(said["counted"]),
        irregular=frozenset(said["irregular"]),
        alone=frozenset(said["alone"]),
    )


def _entries(lines: list[str]) -> Iterator[tuple[str, list[str]]]:
    """Yield the heading and the words of each line below it."""
    heading = ""
    for line in lines:
        if line.endswith(":") and not line.startswith(("#", " ")):
            heading = line[:-1]
        elif line.strip() and not line.startswith("#"):
            yield heading, line.split()


def _fill(tables: Tables, role: Role, kind: str, words: list[str]) -> None:
    """Put the words of a line into the tables; the first of them is the value, if the role has one."""
    if role in (Role.UNIT, Role.DUAL, Role.PER_CENT):
        unit = Unit(words[0].replace("_", " "), kind if role is not Role.PER_CENT else PERCENT)
        for word in words[1:]:
            forms = _written(_blanks(word.removeprefix(PLURAL)))
            tables[role].update(dict.fromkeys(forms, unit))
            if word.startswith(PLURAL):
                tables[Role.UNITS].update(dict.fromkeys(forms, unit))
        return
    value, named = _value(role, words)
    for word in named:
        tables[role].update(dict.fromkeys(_written(_blanks(word)), value))


def _value(role: Role, words: list[str]) -> tuple[Any, list[str]]:
    if role in NUMBERS:
        return int(words[0]), words[1:]
    if role is Role.VULGAR:
        return Decimal(words[0]), words[1:]
    if role is Role.SHARE:
        low, _dots, high = words[0].partition("..")
        return (Decimal(low) if low else None, Decimal(high) if high else None), words[1:]
    return (_blanks(words[0]), words[1:]) if role in NAMES else (True, words)


def _written(word: str) -> set[str]:
    """Return the word as it is written with and without its accents, with “ue” for “ü” and “ss” for “ß”.

    Short ones stay as they are.
    """
    if len(word) < LEAST_LETTERS or not ACCENTED.search(word):
        return {word}
    bare = "".join(letter for letter in normalize("NFD", word) if not combining(letter))
    return {word, bare, word.translate(DIGRAPHS), word.casefold()}


def _blanks(word: str) -> str:
    return word.replace("_", " ")


def _one(said: list[str]) -> str:
    return _blanks(said[0]) if said else ""
