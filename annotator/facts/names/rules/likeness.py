"""Likeness of two names: whether they may be two spellings of one."""

from __future__ import annotations

import re
from unicodedata import category, normalize

from rapidfuzz.distance import OSA

SHORTEST, LONG = 4, 8
"""Letters from which one letter may differ, and from which two may."""

FEWEST_CONSONANTS = 3
VOWELS = re.compile("[aeiouy]+")
LETTERS = (
    ("ph", "f"),
    ("kh", "k"),
    ("ch", "k"),
    ("gh", "g"),
    ("dh", "d"),
    ("th", "t"),
    ("q", "k"),
    ("c", "k"),
    ("w", "v"),
)
"""Letters that are written for the same sound where names come from other scripts: “Khaled”, “Kaled”."""

HALF_VOWEL = re.compile("^[jy](?=[aeou])")
DOUBLE = re.compile(r"(.)\1+")
INFLECTED = re.compile(r"(.+)(?:['’]?s|a|en?)")
"""Endings of a plural, a genitive or a woman's name: “the Reiffs”, “Ivanova”."""
GENDERED = re.compile(r"(.+?)[iya]")
"""“Kowalski” and “Kowalska”."""


def without_accents(word: str) -> str:
    """Return the word in lower case without accents: “orban” of “Orbán”."""
    return "".join(char for char in normalize("NFD", word.casefold()) if category(char) != "Mn")


def are_spellings(one: str, other: str) -> bool:
    """Return True if two surnames may be one, spelled in two ways.

    One letter differs, of at least four, or two of at least eight (“Reiff”, “Reif”), or only accents do, or the same
    sounds are written (“Haddad”, “Hadad”). Endings of plurals and genitives, and of women's names, do not count:
    “Reiff”, “Reiffs”; “Ivanov”, “Ivanova”; “Kowalski”, “Kowalska”.
    """
    first, second = without_accents(one), without_accents(other)
    if first == second:
        return one.lower() != other.lower() and not one.isupper() and not other.isupper()
    if _is_inflected(first, second) or _is_inflected(second, first) or _stem(first) == _stem(second):
        return False
    shortest = min(len(first), len(second))
    allowed = 0 if shortest < SHORTEST else 1 if shortest < LONG else 2
    return OSA.distance(first, second) <= allowed or sound_alike(one, other)


def sound_alike(one: str, other: str) -> bool:
    """Return True if two names are the same sounds in other letters: “Mohammed”, “Muhammad”; not “Martina”."""
    first, second = sounds(one), sounds(other)
    consonants = len(first.replace("*", ""))
    return first == second and consonants >= FEWEST_CONSONANTS and _begin(one) == _begin(other)


def are_swapped(one: str, other: str) -> bool:
    """Return True if two letters next to each other have changed places: “Reiff”, “Rieff”."""
    first, second = without_accents(one), without_accents(other)
    return len(first) == len(second) and sorted(first) == sorted(second) and OSA.distance(first, second) == 1


def _is_inflected(longer: str, shorter: str) -> bool:
    ending = INFLECTED.fullmatch(longer)
    return ending is not None and ending[1] == shorter


def _stem(word: str) -> str:
    stem = GENDERED.fullmatch(word)
    return stem[1] if stem and word.endswith(("ski", "ska", "sky", "skaya", "skiy")) else word


def _begun(word: str) -> str:
    """Return the word without accents and without a half vowel at its beginning: “ekaterina” of “Yekaterina”."""
    return HALF_VOWEL.sub("", without_accents(word))


def _begin(word: str) -> str:
    return _begun(word)[:1]


def sounds(word: str) -> str:
    """Return the consonants with a star for each run of vowels: “m*h*m*d” for “Mohammed” and “Muhammad”."""
    plain = _begun(word)
    for written, sound in LETTERS:
        plain = plain.replace(written, sound)
    return VOWELS.sub("*", DOUBLE.sub(r"\1", plain))
