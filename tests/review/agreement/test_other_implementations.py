"""Numbers of 324 generated cases against independent implementations, to 1e-9."""

from __future__ import annotations

from functools import cache
from itertools import combinations
from typing import Any

import pytest

from annotator.model.document import Document
from annotator.review.agreement.article import HALF, MeasuredArticle, Wanted, measured
from annotator.review.agreement.folder import ALL, Agreement
from annotator.review.agreement.measures import ALPHA, ATTRIBUTES, EXACT, KAPPA, OVERLAP, UNITIZING, VALUE_KAPPA
from annotator.review.agreement.results import Reason, RowKey
from tests.review.agreement.cases import CASES, KINDS, LABELS, LENGTH, SCHEME, case

CLOSE = 1e-9


def agreement(article: MeasuredArticle) -> Agreement:
    names = article.annotators
    return Agreement([article], names, LABELS, attributes=[(one, "kind") for one in LABELS], resamples=0, least=0)


@cache
def made(number: int) -> tuple[dict[str, Document], Agreement]:
    documents = case(number)
    return documents, agreement(measured("made.txt", documents, SCHEME, Wanted()))


def number_of(found: Agreement, key: RowKey, measure: str) -> float | None:
    return found.row(key).cells[measure].number


def labels_at(document: Document) -> list[str]:
    """The labels on each code point, sorted and joined."""
    marked: list[set[str]] = [set() for _ in range(LENGTH)]
    for item in document.annotations.values():
        for at in range(item.span.start, item.span.end):
            marked[at].add(item.label)
    return ["+".join(sorted(labels)) for labels in marked]


SOME = 4
"""Every fourth case is of every kind, by every number of annotators: these go round with 9 and 27."""


def characters(documents: dict[str, Document], label: str) -> list[list[str]]:
    found = [labels_at(one) for one in documents.values()]
    return [[str(label in one.split("+")) for one in row] for row in found] if label else found


def check(ours: float | None, theirs: float) -> None:
    """Compare; where the other cannot compute it there must be a reason."""
    if theirs != theirs:  # not a number
        assert ours is None
    else:
        assert ours is not None
        assert ours == pytest.approx(theirs, abs=CLOSE)


@pytest.mark.filterwarnings("ignore")
def test_cohens_kappa_of_scikit_learn() -> None:
    metrics: Any = pytest.importorskip("sklearn.metrics")
    for number in range(0, CASES, SOME):
        documents, found = made(number)
        for label in ("", *LABELS):
            key = RowKey("label", label) if label else ALL
            ours, rows = found.row(key).cells[KAPPA].result, characters(documents, label)
            used = [any("True" in row for row in pair) for pair in combinations(rows, 2)]
            pairs = [*combinations(rows, 2)]
            told = [
                metrics.cohen_kappa_score(one, other)
                for (one, other), is_used in zip(pairs, used, strict=True)
                if (is_used or not label) and len({*one, *other}) > 1
            ]
            if not told:
                assert isinstance(ours, Reason)
            else:
                check(number_of(found, key, KAPPA), sum(told) / len(told))


@pytest.mark.filterwarnings("ignore")
def test_f1_of_scikit_learn() -> None:
    """The same label at the same place, as a yes or no of every place that anybody has marked."""
    metrics: Any = pytest.importorskip("sklearn.metrics")
    for number in range(0, CASES, SOME):
        documents, found = made(number)
        if len(documents) > 2:
            continue
        one, other = ({(x.label, x.span) for x in d.annotations.values()} for d in documents.values())
        places = sorted(one | other, key=repr)
        told = metrics.f1_score([p in one for p in places], [p in other for p in places]) if places else float("nan")
        check(number_of(found, ALL, EXACT), told)


def test_alpha_and_kappa_of_nltk() -> None:
    nltk: Any = pytest.importorskip("nltk.metrics.agreement")
    for number in range(CASES):
        documents, found = made(number)
        for label in ("", *LABELS):
            rows = characters(documents, label)
            if len({value for row in rows for value in row}) < 2:
                continue
            key = RowKey("label", label) if label else ALL
            data = [(who, at, value) for who, row in enumerate(rows) for at, value in enumerate(row)]
            task = nltk.AnnotationTask(data=data)
            check(number_of(found, key, ALPHA), task.alpha())
            if len(rows) == 2:
                check(number_of(found, key, KAPPA), task.kappa())


def test_alpha_of_krippendorff() -> None:
    krippendorff: Any = pytest.importorskip("krippendorff", reason="GPL: not installed with the tests")
    for number in range(CASES):
        documents, found = made(number)
        for label in ("", *LABELS):
            rows = characters(documents, label)
            values = sorted({value for row in rows for value in row})
            if len(values) < 2:
                continue
            data = [[values.index(value) for value in row] for row in rows]
            told = krippendorff.alpha(reliability_data=data, level_of_measurement="nominal")
            check(number_of(found, RowKey("label", label) if label else ALL, ALPHA), told)


def test_strict_f1_of_nervaluate() -> None:
    nervaluate: Any = pytest.importorskip("nervaluate", reason="not installed with the tests")
    for number in range(CASES):
        documents, found = made(number)
        one, other = [
            [{"label": x.label, "start": x.span.start, "end": x.span.end} for x in d.in_text_order()]
            for d in [*documents.values()][:2]
        ]
        if len(documents) > 2 or not one or not other:
            continue
        told = nervaluate.Evaluator([one], [other], tags=[*LABELS], loader="dict").evaluate()
        strict = told["overall"]["strict"]
        check(number_of(found, ALL, EXACT), strict.f1)


def test_overlaps_by_another_assignment() -> None:
    """Overlap F1 with scipy's assignment over all pairs of a label."""
    scipy: Any = pytest.importorskip("scipy.optimize")
    for number in range(CASES):
        documents, found = made(number)
        if len(documents) > 2:
            continue
        one, other = ([*d.annotations.values()] for d in documents.values())
        both = 0
        for label in LABELS:
            some, others = ([x.span for x in side if x.label == label] for side in (one, other))
            if some and others:
                fits = [[int(_jaccard((a.start, a.end), (b.start, b.end)) >= HALF) for b in others] for a in some]
                rows, columns = scipy.linear_sum_assignment(fits, maximize=True)
                both += sum(fits[a][b] for a, b in zip(rows, columns, strict=True))
        total = len(one) + len(other)
        check(number_of(found, ALL, OVERLAP), 2 * both / total if total else float("nan"))


def _jaccard(one: tuple[int, int], other: tuple[int, int]) -> float:
    a, b = set(range(*one)), set(range(*other))
    return len(a & b) / len(a | b)


def test_units_by_the_letter_of_the_formula() -> None:
    """Unitizing alpha with every section of every pair of annotators, gaps included, summed one by one."""
    for number in range(CASES):
        documents, found = made(number)
        for label in LABELS:
            continua = [
                _sections([x.span for x in d.annotations.values() if x.label == label], LENGTH)
                for d in documents.values()
            ]
            told = _alpha_u(continua, LENGTH)
            check(number_of(found, RowKey("label", label), UNITIZING), told)


def _sections(spans: list[Any], length: int) -> list[tuple[int, int, int]]:
    """Begin, length and 1 for a unit or 0 for a gap; overlapping units are one."""
    units: list[list[int]] = []
    for span in sorted(spans):
        if units and span.start < units[-1][1]:
            units[-1][1] = max(units[-1][1], span.end)
        else:
            units.append([span.start, span.end])
    sections, at = [], 0
    for start, end in units:
        if start > at:
            sections.append((at, start - at, 0))
        sections.append((start, end - start, 1))
        at = end
    return [*sections, (at, length - at, 0)] if at < length else sections


def _alpha_u(continua: list[list[tuple[int, int, int]]], length: int) -> float:
    count = len(continua)
    units = [section for each in continua for section in each if section[2]]
    if not units:
        return float("nan")
    observed = sum(
        _distance(one, other)
        for i, some in enumerate(continua)
        for j, others in enumerate(continua)
        if i != j
        for one in some
        for other in others
    ) / (count * (count - 1) * length**2)
    gaps = [section for each in continua for section in each if not section[2]]
    expected = sum(
        (len(units) - 1) / 3 * (2 * size**3 - 3 * size**2 + size)
        + size**2 * sum(gap - size + 1 for _at, gap, _unit in gaps if gap >= size)
        for _at, size, _unit in units
    )
    total = count * length
    expected *= 2 / length / (total * (total - 1) - sum(size * (size - 1) for _at, size, _unit in units))
    return 1 - observed / expected


def _distance(one: tuple[int, int, int], other: tuple[int, int, int]) -> int:
    (a, size_a, unit_a), (b, size_b, unit_b) = one, other
    if unit_a and unit_b and -size_a < a - b < size_b:
        return (a - b) ** 2 + (a + size_a - b - size_b) ** 2
    if unit_a and not unit_b and size_b - size_a >= a - b >= 0:
        return size_a**2
    if unit_b and not unit_a and size_a - size_b >= b - a >= 0:
        return size_b**2
    return 0


@pytest.mark.filterwarnings("ignore")
def test_values_of_attributes_by_scikit_learn_and_nltk() -> None:
    """On annotations of both at the same places, where only one matching is possible."""
    metrics: Any = pytest.importorskip("sklearn.metrics")
    nltk: Any = pytest.importorskip("nltk.metrics.agreement")
    compared = 0
    for number in range(CASES):
        documents, found = made(number)
        if len(documents) > 2 or KINDS[number % len(KINDS)] != "revalued":
            continue
        one, other = ([*d.annotations.values()] for d in documents.values())
        for label in LABELS:
            pairs = [
                (a.attributes.get("kind", ""), b.attributes.get("kind", ""))
                for a in one
                for b in other
                if a.label == b.label == label and a.span == b.span
            ]
            others = sum(a.label == b.label == label and a.span.overlaps(b.span) for a in one for b in other)
            if not pairs or others != len(pairs) or len({value for pair in pairs for value in pair}) < 2:
                continue
            compared += 1
            key = RowKey("attribute", "kind", label)
            check(number_of(found, key, VALUE_KAPPA), metrics.cohen_kappa_score(*zip(*pairs, strict=True)))
            data = [(who, at, value) for at, pair in enumerate(pairs) for who, value in enumerate(pair)]
            check(number_of(found, key, ATTRIBUTES), nltk.AnnotationTask(data=data).alpha())
    assert compared > 10
