"""Evidence of an article as rows, numbered as the labels of back-up material are: E1, E2, …"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from annotator.model.annotation import Annotation
from annotator.model.document import Document
from annotator.model.kinds.evidence import Evidence


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """A piece of evidence with its number in the article, from 1, and the claims that it serves, in text order."""

    number: int
    piece: Evidence
    claims: tuple[Annotation, ...]

    @property
    def label(self) -> str:
        """Label of the back-up material: “E3”."""
        return f"E{self.number}"


def evidence_rows(document: Document) -> list[EvidenceRow]:
    """Return the pieces of evidence in the order of the first claim that each serves; those that serve none last."""
    annotations = document.annotations
    found = [(piece, _claims(annotations, piece)) for piece in document.of(Evidence).values()]
    found.sort(key=lambda pair: (not pair[1], pair[1][0].position if pair[1] else (0, 0, ""), pair[0].id))
    return [EvidenceRow(number, piece, claims) for number, (piece, claims) in enumerate(found, start=1)]


def evidence_of(document: Document, claim: str) -> list[EvidenceRow]:
    """Return the pieces of evidence that serve the claim with this id."""
    if not any(claim in piece.claims for piece in document.of(Evidence).values()):
        return []  # at once, as this is asked with each selection
    return [row for row in evidence_rows(document) if claim in row.piece.claims]


def _claims(annotations: Mapping[str, Annotation], piece: Evidence) -> tuple[Annotation, ...]:
    found = [claim for id in piece.claims if (claim := annotations.get(id))]
    if len(found) > 1:
        found = sorted({claim.id: claim for claim in found}.values(), key=lambda claim: claim.position)
    return tuple(found)
