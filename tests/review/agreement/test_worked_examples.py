"""Coefficients against published worked examples, with the figures that are printed there."""

import pytest

from annotator.model.span import Span
from annotator.review.agreement.coefficients import alpha, f1, kappa, mean
from annotator.review.agreement.results import Reason
from annotator.review.agreement.unitizing import FINE, alpha_u, disagreement


def test_cohens_table_of_1960() -> None:
    """Two clinicians, three diagnoses, 200 patients: the proportions of his table 1, of which kappa is 0.492."""
    table = [[0.44, 0.07, 0.09], [0.05, 0.20, 0.05], [0.01, 0.03, 0.06]]
    counts = [[round(200 * share) for share in row] for row in table]
    rows = {str(n): sum(row) for n, row in enumerate(counts)}
    columns = {str(n): sum(column) for n, column in enumerate(zip(*counts, strict=True))}
    found = kappa(sum(counts[n][n] for n in range(3)), rows, columns)
    assert found == pytest.approx((0.70 - 0.41) / (1 - 0.41), abs=1e-12)
    assert found == pytest.approx(0.492, abs=5e-4)


def test_krippendorffs_two_observers_with_nominal_data() -> None:
    """Computing Krippendorff's alpha-reliability, B: two observers, twelve units, alpha 0.692."""
    one = "aabbdcccedda"
    other = "babbbccceddd"
    agreeing = 2 * sum(a == b for a, b in zip(one, other, strict=True))
    assert alpha(agreeing, [(one + other).count(letter) for letter in "abcde"]) == pytest.approx(0.692, abs=5e-4)


def test_krippendorffs_four_observers_with_missing_values() -> None:
    """Computing Krippendorff's alpha-reliability, C: four observers, eleven units, alpha 0.743."""
    rows = ["123321412...", "1233224125.3", ".3332342251.", "12332441251."]
    agreeing, totals = 0.0, dict.fromkeys("12345", 0)
    for column in zip(*rows, strict=True):
        values = [value for value in column if value != "."]
        if len(values) > 1:
            for value in totals:
                number = values.count(value)
                totals[value] += number
                agreeing += number * (number - 1) / (len(values) - 1)
    assert sum(totals.values()) == 40
    assert alpha(agreeing, totals.values()) == pytest.approx(0.743, abs=5e-4)


CATEGORY_C = [[(225, 70), (370, 30)], [(220, 80), (355, 20), (400, 20)]]
CATEGORY_K = [[(180, 60), (300, 50)], [(180, 60), (300, 50)]]


def units(rows: list[list[tuple[int, int]]]) -> list[list[Span]]:
    """Return the units of the example, whose continuum goes from 150 to 450."""
    return [[Span(start - 150, start - 150 + size) for start, size in row] for row in rows]


def test_krippendorffs_units_of_2004() -> None:
    """Content Analysis, 2nd edition, page 254: disagreements and alpha of both categories, and of all."""
    observed, expected = disagreement(units(CATEGORY_C), 300)
    square = FINE * 300 * 300
    assert observed / square == pytest.approx(0.0144, abs=1e-4)
    assert expected / square == pytest.approx(0.0532, abs=1e-4)
    assert alpha_u(observed, expected) == pytest.approx(0.7286, abs=1e-4)
    none, other = disagreement(units(CATEGORY_K), 300)
    assert (none, other / square) == (0, pytest.approx(0.0490, abs=1e-4))
    assert alpha_u(observed + none, expected + other) == pytest.approx(0.8591, abs=5e-4)


def test_nothing_is_a_number_that_cannot_be_computed() -> None:
    assert f1(0, 0) is Reason.NOBODY
    assert kappa(0, {}, {}) is Reason.NOBODY
    assert kappa(5, {"a": 5}, {"a": 5}) is Reason.ONE_VALUE
    assert alpha(0, []) is Reason.NOBODY
    assert alpha(10, [10]) is Reason.ONE_VALUE
    assert alpha_u(*disagreement([[Span(0, 3)]], 9)) is Reason.NOBODY
    assert mean([]) is Reason.NO_PAIR
    assert mean([Reason.NOBODY, 0.5]) == 0.5
