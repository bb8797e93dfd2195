"""Proposed place of an annotation that has lost its own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from annotator.anchoring.places import AMBIGUOUS, CHANGED, LOST, MOVED, Place
from annotator.model.annotation import Annotation
from annotator.model.document import Document
from annotator.model.span import Span
from annotator.translation.messages import N_, _, number

DIFFERS = "differs"
"""Verdict on words that are not at their offsets though the article has not changed."""

ACCEPTED_TOGETHER = (MOVED, CHANGED)
WORDS: Mapping[str, str] = {
    MOVED: N_("Moved"),
    CHANGED: N_("Changed"),
    AMBIGUOUS: N_("Ambiguous"),
    LOST: N_("Lost"),
    DIFFERS: N_("Differs"),
}


@dataclass(frozen=True, slots=True)
class Proposal:
    """Proposal for one annotation: ``candidates`` in text order, of which the one numbered ``chosen`` is shown."""

    annotation: Annotation
    verdict: str
    candidates: tuple[Span, ...] = ()
    chosen: int = 0

    @property
    def span(self) -> Span | None:
        """Place that would be accepted; None if none was found."""
        return self.candidates[self.chosen] if self.candidates else None

    @property
    def word(self) -> str:
        """Verdict as text."""
        return _(WORDS.get(self.verdict, WORDS[DIFFERS]))

    @property
    def count(self) -> str:
        """Number of the candidate shown, “2 of 3”; empty where there are fewer than two."""
        if len(self.candidates) < 2:
            return ""
        # Translators: which of several places is shown, as “2 of 3”
        count = _("{number} of {total}")
        return count.format(number=number(self.chosen + 1), total=number(len(self.candidates)))

    def stepped(self, step: int) -> Proposal:
        """Return the proposal with the candidate ``step`` further on chosen; the first one follows the last."""
        return replace(self, chosen=(self.chosen + step) % len(self.candidates)) if self.candidates else self


def proposals(document: Document, places: Mapping[str, Place]) -> list[Proposal]:
    """Return a proposal for every displaced annotation, in text order."""
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
