"""Rules on figures: short texts with an inconsistency, and texts without one that look alike."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from annotator.facts.figures.mismatches import mismatches
from annotator.facts.figures.rows import figure_rows
from annotator.storage.schemes.scheme_lookup import built_in_scheme
from tests.facts.figures.cases import FITS, Case, cases_in

CASES = [case for path in sorted((Path(__file__).parent / "texts").glob("*.txt")) for case in cases_in(path)]
LEAST_PRECISION, LEAST_RECALL = 0.95, 0.9
FEWEST_WITH, FEWEST_WITHOUT = 35, 75


def found_in(case: Case) -> list[str]:
    rows = figure_rows(case.document, built_in_scheme())
    return [finding.rule for finding in mismatches(case.document, rows)]


def test_precision_comes_before_recall(capsys: pytest.CaptureFixture[str]) -> None:
    found = {case.name: found_in(case) for case in CASES}
    right = sum(case.rule in found[case.name] for case in CASES if case.rule != FITS)
    all_found, with_one = sum(map(len, found.values())), sum(case.rule != FITS for case in CASES)
    precision, recall = right / all_found, right / with_one
    with capsys.disabled():
        sys.stdout.write(
            f"\nfigures that do not fit: precision {precision:.3f}, recall {recall:.3f}, {len(CASES)} texts\n"
        )
    assert precision >= LEAST_PRECISION
    assert recall >= LEAST_RECALL
