"""Words of figures in one language, and the part that each can play in a figure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import IntEnum, auto
from typing import Any, NamedTuple, TypeAlias

EXACT, ABOUT, RANGE, VAGUE = "exact", "about", "range", "vague"
MORE, LESS, LEAST, MOST = "more-than", "less-than", "at-least", "at-most"
COUNT, MONEY, PERCENT, PROPORTION, DURATION = "count", "money", "percent", "proportion", "duration"
DATE_TIME, MEASURE, RANK, OTHER = "date-time", "measure", "rank", "other"


class Role(IntEnum):
    """Part that a word plays in a figure; the comment tells the value of such a word.

    Integers, as these are found in a dictionary in a third of the time of other enumerations.
    """

    NUMBER = auto()  # a literal in digits: Decimal
    LITERAL = auto()  # digits as they are written, for dates and times: str
    POWER = auto()  # exponent: int
    VULGAR = auto()  # a fraction in one sign: Decimal
    SMALL = auto()  # a word below 1000 that is added: int
    HUNDRED = auto()  # a word that multiplies by 100: int
    PAIR = auto()  # two thousand in one word: int
    MAGNITUDE = auto()  # thousand and more: int
    FRACTION = auto()  # half, third: denominator
    PARTS = auto()  # 3/4 in digits: how many parts, and the denominator
    TWO_PARTS = auto()  # two thirds in one word: denominator
    ORDINAL = auto()  # first, third: int
    ORDINAL_MARK = auto()  # what makes digits an ordinal
    SUPERLATIVE = auto()  # largest, zweitgrößte: the rank
    COMPARATIVE = auto()  # plus grand, which is a superlative behind an article or an ordinal only: 1
    COLLECTIVE = auto()  # dozen: int
    ROUND = auto()  # vingtaine: int, and about that many
    PLURAL = auto()  # dozens, thousands: int, the single one
    FEW = auto()  # several, many: the least, 0 for not said
    SHARE = auto()  # most, minority: (low, high)
    TIMES = auto()  # once, twice: int
    FOLD = auto()  # the word after a number that makes it a repetition: times
    HEDGE = auto()  # before a number: modifier
    AFTER = auto()  # behind a number: modifier
    FILLER = auto()  # before a number, without effect
    ARTICLE = auto()
    THE = auto()
    AND = auto()
    OF = auto()
    BETWEEN = auto()
    FROM = auto()
    TO = auto()
    DASH = auto()
    RATIO = auto()  # in, out of: between the two numbers of a share
    EACH = auto()  # jeder, before an ordinal that is a share
    MINUS = auto()
    PER_CENT = auto()  # unit
    UNIT = auto()  # Unit
    UNITS = auto()  # a unit of time in the plural, which alone means at least two: Unit
    DUAL = auto()  # two of a unit in one word: Unit
    CURRENCY = auto()  # ISO code, or the name in small letters where it is not sure
    PER = auto()
    YEARS_OLD = auto()  # “jährig”, behind a number of years
    OLD = auto()  # behind a duration that is an age
    AGED = auto()  # before one, where years need not be said
    MONTH = auto()  # int
    WEEKDAY = auto()
    NOON = auto()  # midnight: the time
    DECADE = auto()  # behind a year: 1990s
    ZONE = auto()  # GMT, UTC: name
    CLOCK = auto()  # behind an hour: 0 for Uhr, 1 for am, 12 for pm, 24 where it may be a duration too
    AT = auto()  # before an hour: at, um
    YEAR_BEFORE = auto()  # in, since: a number of four digits behind it is a year
    STOP = auto()  # a function word, never a thing that is counted


class Unit(NamedTuple):
    """A unit in the singular, and the kind of figure that it makes."""

    name: str
    kind: str


Roles: TypeAlias = Mapping[Role, Any]
Table: TypeAlias = Mapping[Role, Mapping[str, Any]]


@dataclass(frozen=True, slots=True, eq=False)
class Vocabulary:
    """Words of figures in one language.

    ``decimal`` and ``group`` are the signs in numbers, empty where they are not sure. ``scores`` are tens to which
    10 to 19 are added, as 60 in French. ``units_first``: the unit stands before the ten, as in German. ``compound``:
    number words are written together. ``prefixes`` are letters of other words that stand before a word without a blank.
    ``either_decimal``: point and comma are both written before one or two decimals.
    ``day_first``: 3/4 is a day and a month; None where it may be either. ``counted`` tells by which form a thing that
    is counted is known: ``plural``, ``capital``, or ``next`` for the next word; ``irregular`` are plurals of other
    forms. ``alone`` are the words of ``hedge`` that mean nothing else, so that they are read before a figure too.
    ``phrases`` are the first words of entries of several words, with how many words these have, the most first.
    """

    code: str
    table: Table
    decimal: str = ""
    group: str = ""
    scores: frozenset[int] = frozenset()
    units_first: bool = False
    compound: bool = False
    elides: bool = False
    either_decimal: bool = False
    prefixes: tuple[str, ...] = ()
    day_first: bool | None = True
    counted: str = "next"
    irregular: frozenset[str] = frozenset()
    alone: frozenset[str] = frozenset()
    entries: Mapping[str, Roles] = field(init=False)
    phrases: Mapping[str, Sequence[int]] = field(init=False)

    @property
    def has_words(self) -> bool:
        """True if numbers are read in words, not in digits only."""
        return Role.SMALL in self.table

    def __post_init__(self) -> None:
        entries: dict[str, dict[Role, Any]] = {}
        for role, words in self.table.items():
            for word, value in words.items():
                entries.setdefault(word, {})[role] = value
        object.__setattr__(self, "entries", entries)
        object.__setattr__(self, "phrases", _phrases(entries))


def _phrases(entries: Iterable[str]) -> dict[str, list[int]]:
    found: dict[str, set[int]] = {}
    for entry in entries:
        if " " in entry:
            found.setdefault(entry.partition(" ")[0], set()).add(entry.count(" ") + 1)
    return {first: sorted(counts, reverse=True) for first, counts in found.items()}


def joined(*tables: Mapping[str, Any]) -> dict[str, Any]:
    """Return all words of the tables."""
    return {word: value for table in tables for word, value in table.items()}


def units(kind: str, names: Iterable[tuple[str, str]]) -> dict[str, Unit]:
    """Return the words of each unit; the first of a pair is its name, the second its words, with blanks between.

    A plus stands before plurals, an underscore for a blank.
    """
    return {word.lstrip("+").replace("_", " "): Unit(name, kind) for name, words in names for word in words.split()}
