"""Proposals for annotations that have lost their place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from annotator.anchoring.places import AMBIGUOUS, CHANGED, LOST, MOVED, Place
from annotator.model.annotation import Annotation
from annotator.model.document import Document
from annotator.model.span import Span

DIFFERS = "differs"
"""Verdict for words that do not stand where the file says, in an article that has not changed."""

ACCEPTED_TOGETHER = (MOVED, CHANGED)
WORDS: Mapping[str, str] = {
    MOVED: "Moved",
    CHANGED: "Changed",
    AMBIGUOUS: "Ambiguous",
    LOST: "Lost",
    DIFFERS: "Differs",
}


@dataclass(frozen=True, slots=True)
class Proposal:
    """``candidates`` are the places there may be, in text order; ``chosen`` is the one that is shown."""

    annotation: Annotation
    verdict: str
    candidates: tuple[Span, ...] = ()
    chosen: int = 0

    @property
    def span(self) -> Span | None:
        """The place that would be accepted; None where nothing is found."""
        return self.candidates[self.chosen] if self.candidates else None

    @property
    def word(self) -> str:
        """The verdict as it is shown."""
        return WORDS.get(self.verdict, WORDS[DIFFERS])

    @property
    def count(self) -> str:
        """Number of the candidate that is shown, as in “2 of 3”; empty where there is but one."""
        several = len(self.candidates) > 1
        return f"{self.chosen + 1} of {len(self.candidates)}" if several else ""

    def stepped(self, step: int) -> Proposal:
        """Return the proposal with the next candidate shown, or the one before; after the last comes the first."""
        return replace(self, chosen=(self.chosen + step) % len(self.candidates)) if self.candidates else self


def proposals(document: Document, places: Mapping[str, Place]) -> list[Proposal]:
    """Return a proposal for each annotation without a place, in the order they had in the text."""
    displaced = [annotation for annotation in document.in_text_order() if annotation.displaced]
    return [_proposal(annotation, places.get(annotation.id), len(document.article.text)) for annotation in displaced]


def _proposal(annotation: Annotation, place: Place | None, length: int) -> Proposal:
    said = annotation.displaced.verdict if annotation.displaced else ""
    if place is None:
        return Proposal(annotation, said or DIFFERS)
    found = (*((place.span,) if place.span else ()), *place.others)
    candidates = tuple(sorted({span for span in found if span.end <= length}))
    chosen = candidates.index(place.span) if place.span in candidates else 0
    return Proposal(annotation, place.verdict, candidates, chosen)
