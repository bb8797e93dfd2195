"""Rules on figures: short texts with an inconsistency, and texts without one that look alike."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from annotator.facts.figures.mismatches import mismatches
from annotator.facts.figures.rows import figure_rows
from annotator.model.document import Document
from annotator.model.items import altered
from annotator.storage.schemes.scheme_lookup import built_in_scheme
from tests.facts.figures.cases import FITS, cases_in

CASES = [case for path in sorted((Path(__file__).parent / "texts").glob("*.txt")) for case in cases_in(path)]
FEWEST_WITH, FEWEST_WITHOUT = 35, 75
LEAST_PRECISION = 0.95
TOLD = frozenset({"people", "place", "as_of"})
"""Attributes that no rule fills."""


def as_it_is(document: Document) -> Document:
    return document


def without_attributes(document: Document) -> Document:
    """The document with figures of which nobody has filled what can be read."""
    figures = {
        id: altered(one, attributes={name: one.attributes[name] for name in TOLD & one.attributes.keys()}, by_rule=())
        for id, one in document.annotations.items()
    }
    return replace(document, annotations=figures)


@pytest.mark.parametrize(
    ("attributes", "made", "least_recall"), [("filled", as_it_is, 0.8), ("read", without_attributes, 0.65)]
)
def test_precision_comes_before_recall(
    attributes: str, made: Callable[[Document], Document], least_recall: float, capsys: pytest.CaptureFixture[str]
) -> None:
    found = {case.name: found_in(made(case.document)) for case in CASES}
    right = sum(case.rule in found[case.name] for case in CASES if case.rule != FITS)
    precision = right / sum(map(len, found.values()))
    recall = right / sum(case.rule != FITS for case in CASES)
    with capsys.disabled():
        sys.stdout.write(f"\nfigures, {attributes}: precision {precision:.3f}, recall {recall:.3f}\n")
    wrong = {case.name: found[case.name] for case in CASES if {*found[case.name]} - {case.rule}}
    assert precision >= LEAST_PRECISION, wrong
    assert recall >= least_recall


def test_there_are_enough_texts_of_each_rule() -> None:
    counts = Counter(case.rule for case in CASES)
    assert counts[FITS] >= FEWEST_WITHOUT
    assert counts.total() - counts[FITS] >= FEWEST_WITH
    assert {*counts} - {FITS} == {"same-thing", "parts", "sums", "percentage", "growth", "age", "range"}


def found_in(document: Document) -> list[str]:
    return [finding.rule for finding in mismatches(document, figure_rows(document, built_in_scheme()))]
