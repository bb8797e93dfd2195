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


@pytest.mark.parametrize(
    ("table", "kappa_printed", "alpha_printed"),
    [
        ([[20, 10], [20, 50]], 0.348, None),
        ([[46, 0, 0], [6, 32, 6], [0, 0, 10]], 0.801, 0.800),
    ],
)
def test_the_tables_of_artstein_and_poesio(
    table: list[list[int]], kappa_printed: float, alpha_printed: float | None
) -> None:
    """Inter-coder agreement for computational linguistics, 2008, pages 558 and 568, of 100 utterances."""
    rows = {str(n): sum(row) for n, row in enumerate(table)}
    columns = {str(n): sum(column) for n, column in enumerate(zip(*table, strict=True))}
    same = sum(table[n][n] for n in range(len(table)))
    assert kappa(same, rows, columns) == pytest.approx(kappa_printed, abs=5e-4)
    if alpha_printed:
        assert alpha(2 * same, [rows[key] + columns[key] for key in rows]) == pytest.approx(alpha_printed, abs=1e-3)


@pytest.mark.parametrize(
    ("table", "printed"),
    [([[12, 9, 9], [9, 14, 9], [9, 9, 20]], 0.186), ([[12, 18, 18], [0, 14, 18], [0, 0, 20]], 0.258)],
)
def test_krippendorffs_tables_against_cohens_kappa(table: list[list[int]], printed: float) -> None:
    """Content Analysis, 2nd edition, 2004, page 246: the same disagreements, in both directions and in one."""
    rows = {str(n): sum(row) for n, row in enumerate(table)}
    columns = {str(n): sum(column) for n, column in enumerate(zip(*table, strict=True))}
    assert kappa(sum(table[n][n] for n in range(3)), rows, columns) == pytest.approx(printed, abs=5e-4)


def test_krippendorffs_dichotomy() -> None:
    """Content Analysis, 2nd edition, 2004, page 224: two observers, ten units, two values, alpha 0.095."""
    one, other = "1100000000", "0110010100"
    agreeing = 2 * sum(a == b for a, b in zip(one, other, strict=True))
    assert alpha(agreeing, [(one + other).count(value) for value in "01"]) == pytest.approx(0.095, abs=5e-4)


def test_krippendorffs_three_observers() -> None:
    """Content Analysis, 1st edition, 1980, page 139: three observers, nine units, four values, alpha 0.642."""
    counts = [[column.count(value) for value in "1234"] for column in ("111", "122", "222", "444", "144", "222")]
    counts += [[column.count(value) for value in "1234"] for column in ("123", "333", "222")]
    agreeing = sum(number * (number - 1) / 2 for column in counts for number in column)
    assert alpha(agreeing, map(sum, zip(*counts, strict=True))) == pytest.approx(0.642, abs=1e-3)


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


DIAGNOSES = """444444 222555 233335 555555 222444 113333 333355 113334 114444 555555 144444 124444 222333 144444 224445
333335 111455 111112 224444 133555 555555 244444 224555 114444 144445 222224 111155 224444 133333 555555"""
"""Diagnoses of 30 patients, by six raters each; the raters were not the same."""


def test_fleiss_diagnoses_of_1971() -> None:
    """Measuring nominal scale agreement among many raters, table 1: kappa 0.430 of 30 patients and five diagnoses.

    His kappa is alpha without the correction for small samples: 1 - (1 - alpha) n / (n - 1) of n values.
    """
    rows = DIAGNOSES.split()
    totals = [sum(row.count(value) for row in rows) for value in "12345"]
    agreeing = sum(row.count(value) * (row.count(value) - 1) / 5 for row in rows for value in "12345")
    found = alpha(agreeing, totals)
    assert (len(rows), totals) == (30, [26, 26, 30, 55, 43])
    assert isinstance(found, float)
    assert 1 - (1 - found) * 180 / 179 == pytest.approx(0.430, abs=5e-4)


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


PAIRS_OF_1995 = {
    "A": ([(2, 8), (14, 6)], [(4, 4), (15, 2)]),
    "B": ([(0, 18)], [(0, 2), (2, 1), (3, 1), (4, 1), (5, 1), (6, 3), (9, 1)]),
    "C": ([(2, 6), (10, 2), (14, 4), (20, 2)], [(0, 2), (4, 4), (10, 4), (16, 2), (20, 2)]),
    "D": ([(0, 2), (2, 8), (10, 4), (14, 6), (20, 4)], [(0, 4), (4, 4), (8, 7), (15, 2), (17, 7)]),
}
"""Begin and length of the units of four pairs of observers, of whose continuum 24 parts are drawn."""


def units_of_1995(pair: str, parts: float) -> tuple[list[list[Span]], int]:
    """Return the units of a pair of observers, where each of the 24 is cut into so many parts, and the length."""
    places = [[(at * parts, (at + size) * parts) for at, size in each] for each in PAIRS_OF_1995[pair]]
    return [[Span(int(start), int(end)) for start, end in each] for each in places], int(24 * parts)


@pytest.mark.parametrize(
    ("pair", "parts", "printed", "near"),
    [
        ("C", 0.5, (0.02777, 0.05494, 0.494), 2e-5),
        ("A", 50_000, (0.03125, 0.06990, 0.553), 2e-5),
        ("B", 50_000, (2.26736, 1.17731, -0.926), 5e-3),
        ("C", 50_000, (0.02777, 0.08642, 0.679), 5e-3),
        ("D", 50_000, (0.38715, 0.41445, 0.066), 2e-5),
    ],
)
def test_krippendorffs_units_of_1995(pair: str, parts: float, printed: tuple[float, float, float], near: float) -> None:
    """On the reliability of unitizing contiguous data: observed and expected disagreement, alpha.

    The limits of B and C that were printed then deviate from the formula of 2004, by which A, D and the short continuum
    of C come out to the last figure; the tests of DKPro Statistics, which has the same formula, say so too.
    """
    continua, length = units_of_1995(pair, parts)
    observed, expected = disagreement(continua, length)
    assert observed / FINE / length**2 == pytest.approx(printed[0], abs=1e-5)
    assert expected / FINE / length**2 == pytest.approx(printed[1], abs=near)
    assert alpha_u(observed, expected) == pytest.approx(printed[2], abs=max(4 * near, 5e-4))


@pytest.mark.parametrize(
    ("other", "squares"),
    [((2, 2), 40), ((3, 2), 40), ((4, 2), 26), ((5, 2), 16), ((6, 2), 10), ((7, 2), 8), ((6, 4), 2), ((5, 6), 0)],
)
def test_krippendorffs_distances_of_two_units(other: tuple[int, int], squares: int) -> None:
    """Content Analysis, 2nd edition, 2004: a unit of six from the fifth on, and others beside and within it."""
    start, size = other
    assert disagreement([[Span(5, 11)], [Span(start, start + size)]], 12)[0] == squares * FINE


def test_units_of_dkpro_statistics() -> None:
    """A long unit over three short ones on ten places, of the tests of that library: -0.7003."""
    observed, expected = disagreement([[Span(1, 9)], [Span(2, 3), Span(4, 5), Span(6, 7)]], 10)
    assert (observed / FINE / 100, expected / FINE / 100) == pytest.approx((0.9100, 0.5351), abs=1e-4)
    assert alpha_u(observed, expected) == pytest.approx(-0.7003, abs=1e-4)


def test_nothing_is_a_number_that_cannot_be_computed() -> None:
    assert f1(0, 0) is Reason.NOBODY
    assert kappa(0, {}, {}) is Reason.NOBODY
    assert kappa(5, {"a": 5}, {"a": 5}) is Reason.ONE_VALUE
    assert alpha(0, []) is Reason.NOBODY
    assert alpha(10, [10]) is Reason.ONE_VALUE
    assert alpha_u(*disagreement([[Span(0, 3)]], 9)) is Reason.NOBODY
    assert mean([]) is Reason.NO_PAIR
    assert mean([Reason.NOBODY, 0.5]) == 0.5
