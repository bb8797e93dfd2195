"""Percentile intervals of measures over resampled articles (Efron and Tibshirani 1993, chapter 13)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate
from math import floor
from random import Random
from typing import TypeVar

from annotator.review.agreement.columns import Key, Sums
from annotator.review.agreement.results import Interval, Reason, Result

Name = TypeVar("Name")

RESAMPLES, SEED = 1_000, 20_260
FEWEST_ARTICLES = 5
TAIL = 0.025
MOST_UNDEFINED = 0.05
"""Share of resamples without a number up to which there is an interval of the others."""


def resampled(articles: Sequence[Sums], count: int, seed: int) -> Iterator[Sums]:
    """Yield the sums of ``count`` resamples of the articles, each of as many, drawn with replacement.

    All columns of an article are packed into one whole number, in which each has as many bytes as its sum may need, so
    that a resample takes one addition for each article.
    """
    most: Counter[Key] = Counter()
    for columns in articles:
        most |= Counter(columns)
    keys = sorted(most, key=repr)
    widths = [(most[key].bit_length() + len(articles).bit_length()) // 8 + 1 for key in keys]
    packed = [_packed(columns, [*zip(keys, widths, strict=True)]) for columns in articles]
    places = [*zip(keys, accumulate(widths, initial=0), accumulate(widths), strict=False)]
    chance, size = Random(seed), sum(widths)
    for _ in range(count):
        raw = sum(chance.choices(packed, k=len(packed))).to_bytes(size, "little")
        yield {key: int.from_bytes(raw[start:end], "little") for key, start, end in places}


def _packed(columns: Sums, widths: Sequence[tuple[Key, int]]) -> int:
    return int.from_bytes(b"".join(columns.get(key, 0).to_bytes(width, "little") for key, width in widths), "little")


def intervals(
    articles: Sequence[Sums], measure: Callable[[Sums], dict[Name, Result]], count: int = RESAMPLES, seed: int = SEED
) -> dict[Name, Interval]:
    """Return the 95 % percentile interval of each measure; the same seed gives the same intervals."""
    if len(articles) < FEWEST_ARTICLES or not count:
        return {}
    drawn: dict[Name, list[float]] = {}
    for sums in resampled(articles, count, seed):
        for name, result in measure(sums).items():
            numbers = drawn.setdefault(name, [])
            if isinstance(result, float):
                numbers.append(result)
    return {name: _interval(numbers, count) for name, numbers in drawn.items()}


def _interval(numbers: list[float], count: int) -> Interval:
    if len(numbers) < (1 - MOST_UNDEFINED) * count:
        return Reason.TOO_FEW
    numbers.sort()
    return quantile(numbers, TAIL), quantile(numbers, 1 - TAIL)


def quantile(rising: Sequence[float], share: float) -> float:
    """Return the quantile of sorted numbers, interpolated between neighbours (Hyndman and Fan 1996, type 7)."""
    at = share * (len(rising) - 1)
    below = floor(at)
    above = min(below + 1, len(rising) - 1)
    return rising[below] + (at - below) * (rising[above] - rising[below])
