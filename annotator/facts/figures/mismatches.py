"""Findings of all rules on the figures of a document."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

from annotator.facts.figures.hedges import with_hedges
from annotator.facts.figures.rows import FigureRow
from annotator.facts.figures.rules import ages, differences, growth, parts, percentages, ranges, same_thing, sums
from annotator.facts.figures.surroundings import Surroundings, surroundings_of
from annotator.facts.finding import Finding
from annotator.language.values.numbers import ENGLISH, Separators
from annotator.model.document import Document

Rule: TypeAlias = Callable[[Sequence[FigureRow], Surroundings], list[Finding]]

RULES: tuple[Rule, ...] = (
    same_thing.findings,
    parts.findings,
    sums.findings,
    percentages.findings,
    differences.findings,
    growth.findings,
    ages.findings,
    ranges.findings,
)


def mismatches(document: Document, rows: Sequence[FigureRow], separators: Separators = ENGLISH) -> list[Finding]:
    """Return what does not fit among the rows of the document, in the order of the text; dismissed findings too.

    ``separators`` are those of the numbers in the sentences of the findings.
    """
    if not rows:
        return []
    around = surroundings_of(document, separators)
    hedged = with_hedges(rows, around)
    found = [finding for rule in RULES for finding in rule(hedged, around)]
    return sorted(found, key=lambda finding: (finding.places[0].span, finding.rule))
