"""Coefficients of agreement by their published formulas, of counts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from annotator.review.agreement.results import Reason, Result


def f1(both: int, total: int) -> Result:
    """Return 2 · both / (number of one + number of the other), of which ``total`` is the sum.

    With one annotator taken for right it is the harmonic mean of precision and recall, and the same whoever is taken
    (Hripcsak and Rothschild 2005, “Agreement, the F-measure, and reliability in information retrieval”).
    """
    return 2 * both / total if total else Reason.NOBODY


def kappa(same: int, one: Mapping[str, int], other: Mapping[str, int]) -> Result:
    """Return Cohen's kappa, (Po - Pe) / (1 - Pe), of units that both have put into categories.

    ``same`` units are in the same category; ``one`` and ``other`` are numbers of units by category. Po = same / n, and
    Pe is the sum of one(c) · other(c) / n² (Cohen 1960, “A coefficient of agreement for nominal scales”).
    """
    units = sum(one.values())
    if not units:
        return Reason.NOBODY
    by_chance = sum(count * other.get(category, 0) for category, count in one.items())
    if by_chance == units * units:
        return Reason.ONE_VALUE
    return (units * same - by_chance) / (units * units - by_chance)


def alpha(agreeing: float, totals: Iterable[int]) -> Result:
    """Return Krippendorff's alpha for nominal data, 1 - Do / De.

    ``totals`` are numbers of values by category, n(c), of all units with two values or more; n is their sum.
    ``agreeing`` is the diagonal of the coincidence matrix: the sum over the units u with m(u) values of
    n(u, c) · (n(u, c) - 1) / (m(u) - 1). Then alpha = 1 - (n - 1) · (n - agreeing) / (n² - sum of n(c)²)
    (Krippendorff 2011, “Computing Krippendorff's alpha-reliability”).
    """
    counts = [*totals]
    values = sum(counts)
    if not values:
        return Reason.NOBODY
    differing = values * values - sum(count * count for count in counts)
    return 1 - (values - 1) * (values - agreeing) / differing if differing else Reason.ONE_VALUE


def mean(results: Iterable[Result]) -> Result:
    """Return the mean of the numbers, as Light's kappa is that of all pairs of annotators (Light 1971).

    Return the first reason if there is no number.
    """
    found = [*results]
    numbers = [result for result in found if isinstance(result, float)]
    if numbers:
        return sum(numbers) / len(numbers)
    return next((result for result in found if isinstance(result, Reason)), Reason.NO_PAIR)
