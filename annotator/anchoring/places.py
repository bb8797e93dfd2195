"""Result of re-anchoring an annotation: a verdict and proposed spans."""

from __future__ import annotations

from dataclasses import dataclass

from annotator.model.span import Span

SAME, MOVED, CHANGED, AMBIGUOUS, LOST = "same", "moved", "changed", "ambiguous", "lost"
VERDICTS = (SAME, MOVED, CHANGED, AMBIGUOUS, LOST)


@dataclass(frozen=True, slots=True)
class Place:
    """Place of an annotation in the new text; ``span`` is the proposal or None, ``others`` are further candidates."""

    verdict: str
    span: Span | None = None
    others: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Quoted:
    """Old place of an annotation: its span, its text and the text before and after it."""

    span: Span
    text: str
    before: str = ""
    after: str = ""
