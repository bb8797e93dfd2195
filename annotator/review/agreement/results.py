"""Results of measures: a number with its interval, or the reason why there is none."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import TypeAlias


class Reason(Enum):
    """Reason why there is no number."""

    NOBODY = "nobody has used it"
    TOO_FEW = "too few"
    FEW_ARTICLES = "too few articles"
    ONE_VALUE = "all have the same value"
    NO_PAIR = "no article by two annotators"
    NOT_MEASURED = "not measured"


Result: TypeAlias = float | Reason
Interval: TypeAlias = tuple[float, float] | Reason


@dataclass(frozen=True, slots=True)
class Cell:
    """One measure of one row; ``interval`` is the 95 % percentile interval over resampled articles."""

    result: Result
    interval: Interval = Reason.FEW_ARTICLES

    @property
    def number(self) -> float | None:
        """The number, None if there is none."""
        return self.result if isinstance(self.result, float) else None


@dataclass(frozen=True, slots=True)
class RowKey:
    """Row of the table. ``kind``: label, all, relation or attribute; ``label`` is the one that an attribute is of."""

    kind: str
    name: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """Measures of a row by name, with what each annotator has used and the articles in which anybody has."""

    key: RowKey
    used: Mapping[str, int]
    articles: int
    cells: Mapping[str, Cell] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Place:
    """Annotations of two annotators that belong together, or one that the other lacks; offsets in code points.

    ``a`` and ``b`` are ids, ``label_a`` and ``label_b`` their labels; empty where the annotator has none there.
    ``overlap``: they share the threshold of what both cover. ``values`` are the attributes in which they differ, each
    with the value of the one and that of the other. ``relation`` is the type of a relation that only one of both has,
    from ``words`` to ``target``; then the ids are of where it begins. ``before`` and ``after`` are the rest of the
    paragraph, shortened to what fits on two lines.
    """

    article: str
    annotators: tuple[str, str]
    label_a: str
    label_b: str
    a: str
    b: str
    start: int
    end: int
    same_place: bool
    words: str = ""
    overlap: bool = False
    values: tuple[tuple[str, str, str], ...] = ()
    relation: str = ""
    target: str = ""
    before: str = ""
    after: str = ""
