"""Evidence of an article as rows, numbered as the labels of back-up material are: E1, E2, …"""

from __future__ import annotations

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
    found = [(piece, _claims(document, piece)) for piece in document.of(Evidence).values()]
    found.sort(key=lambda pair: (not pair[1], pair[1][0].position if pair[1] else (0, 0, ""), pair[0].id))
    return [EvidenceRow(number, piece, claims) for number, (piece, claims) in enumerate(found, start=1)]


def evidence_of(document: Document, claim: str) -> list[EvidenceRow]:
    """Return the pieces of evidence that serve the claim with this id."""
    return [row for row in evidence_rows(document) if claim in row.piece.claims]


def _claims(document: Document, piece: Evidence) -> tuple[Annotation, ...]:
    known = (document.annotations[id] for id in dict.fromkeys(piece.claims) if id in document.annotations)
    return tuple(sorted(known, key=lambda claim: claim.position))
