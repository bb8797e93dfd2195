"""What can be said of an annotation's place in a changed article."""

from __future__ import annotations

from dataclasses import dataclass

from annotator.model.span import Span

SAME, MOVED, CHANGED, AMBIGUOUS, LOST = "same", "moved", "changed", "ambiguous", "lost"
VERDICTS = (SAME, MOVED, CHANGED, AMBIGUOUS, LOST)


@dataclass(frozen=True, slots=True)
class Place:
    """``span`` is what is proposed in the new text, None where nothing is; ``others`` are further candidates."""

    verdict: str
    span: Span | None = None
    others: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Quoted:
    """What is known of an annotation's old place: its offsets, its words and those around them."""

    span: Span
    text: str
    before: str = ""
    after: str = ""
