"""Agreement over several articles: rows with intervals, the matrix of labels, and the places behind both."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeAlias

from annotator.review.agreement.article import MeasuredArticle
from annotator.review.agreement.bootstrap import RESAMPLES, SEED, intervals
from annotator.review.agreement.columns import Columns, Sums, summed
from annotator.review.agreement.measures import LEAST, View, indexed, results
from annotator.review.agreement.results import Cell, Interval, Place, Reason, Result, Row, RowKey

Limits: TypeAlias = dict[tuple[RowKey, str], Interval]

ALL = RowKey("all")


@dataclass
class Agreement:
    """Agreement of the ``annotators`` in the ``articles`` that two of them or more have annotated.

    ``labels``, ``relations`` and ``attributes`` (label and name) give the order of the rows. ``least`` is the fewest
    uses for which there are numbers.
    """

    articles: Sequence[MeasuredArticle]
    annotators: Sequence[str]
    labels: Sequence[str]
    relations: Sequence[str] = ()
    attributes: Sequence[tuple[str, str]] = ()
    resamples: int = RESAMPLES
    seed: int = SEED
    least: int = LEAST
    _index: dict[str, list[tuple[object, ...]]] = field(default_factory=dict, init=False, repr=False)

    def __post_init__(self) -> None:
        self.articles = [one for one in self.articles if len(one.annotators) > 1]
        self._index = indexed([*{key for one in self.articles for key in one.columns}])

    @cached_property
    def sums(self) -> Columns:
        """Sums of the columns of all articles."""
        return summed(one.columns for one in self.articles)

    @cached_property
    def rows(self) -> list[Row]:
        """Rows: labels, all labels, relations, attributes."""
        found = {key: results(self._view(self.sums), key) for key in self._keys}
        limits = intervals([one.columns for one in self.articles], self._numbers, self.resamples, self.seed)
        return [self._row(key, found[key], limits) for key in self._keys]

    def row(self, key: RowKey) -> Row:
        """Return the row. Raises StopIteration where there is none."""
        return next(row for row in self.rows if row.key == key)

    @cached_property
    def places(self) -> list[Place]:
        """All pairs of annotations and all that have none, in the order of the articles."""
        return [place for one in self.articles for place in one.places]

    @cached_property
    def relation_places(self) -> list[Place]:
        """All relations that only one annotator of a pair has, in the order of the articles."""
        return [place for one in self.articles for place in one.relations]

    def matrix(self, one: str, other: str) -> Counter[tuple[str, str]]:
        """Return how often the two annotators gave one place these labels; an empty label is no annotation."""
        return Counter(
            {(key[3], key[4]): count for key, count in self.sums.items() if key[:3] == ("confused", one, other)}
        )

    @property
    def _keys(self) -> list[RowKey]:
        return [
            *(RowKey("label", label) for label in self.labels),
            ALL,
            *(RowKey("relation", type) for type in self.relations),
            *(RowKey("attribute", name, label) for label, name in self.attributes),
        ]

    def _view(self, sums: Sums) -> View:
        return View(sums, self.annotators, self._index)

    def _numbers(self, sums: Sums) -> dict[tuple[RowKey, str], Result]:
        view = self._view(sums)
        return {(key, name): result for key in self._keys for name, result in results(view, key).items()}

    def _row(self, key: RowKey, found: dict[str, Result], limits: Limits) -> Row:
        used = self._used(key)
        cells = {}
        for name, result in found.items():
            told = self._told(result, used)
            limit = limits.get((key, name), Reason.FEW_ARTICLES)
            cells[name] = Cell(told, limit if isinstance(told, float) else told)
        return Row(key, used, self.sums["in", key.kind, key.name, key.label], cells)

    def _told(self, result: Result, used: dict[str, int]) -> Result:
        most = max(used.values(), default=0)
        if len(self.annotators) < 2 or not self.articles:
            return Reason.NO_PAIR
        if not most:
            return Reason.NOBODY
        return Reason.TOO_FEW if most < self.least else result

    def _used(self, key: RowKey) -> dict[str, int]:
        return {name: self.sums["by", key.kind, key.name, key.label, name] for name in self.annotators}
