"""Whole numbers that are counted in each article and summed over articles; every measure is a function of sums."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any, TypeAlias

Key: TypeAlias = tuple[Any, ...]
"""Name of a column, and what it is about."""

Columns: TypeAlias = Counter[Key]
Sums: TypeAlias = Mapping[Key, int]


def summed(articles: Iterable[Sums]) -> Columns:
    """Return the sums of the columns of the articles; a column that is not there is 0."""
    sums: Columns = Counter()
    for columns in articles:
        sums.update(columns)
    return sums
