"""Evidence of a hand-over: the pieces that are not confidential, under the labels that they have in the program."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from annotator.facts.evidence import EvidenceRow, evidence_rows
from annotator.interop.foreign.file_names import safe_name
from annotator.interop.handover.choices import Choices, EvidenceFiles
from annotator.interop.handover.content import Piece
from annotator.language.plain_line import shortened
from annotator.model.document import Document
from annotator.storage.evidence.file_names import plain_suffix, sha256_in

LONGEST_NAME = 60


class Pieces:
    """Pieces of a document with the facts that they serve, by the numbers of the facts."""

    def __init__(self, document: Document, numbers: Mapping[str, int], choices: Choices) -> None:
        self._rows, self._numbers, self._choices = evidence_rows(document), numbers, choices
        self._open: dict[str, list[str]] = {}
        self._confidential: dict[str, int] = {}
        for row in self._rows:
            for id in dict.fromkeys(row.piece.claims):
                if row.piece.confidential:
                    self._confidential[id] = self._confidential.get(id, 0) + 1
                else:
                    self._open.setdefault(id, []).append(row.label)

    def labels_of(self, fact: str) -> tuple[str, ...]:
        """Return the labels of the pieces that serve the fact with this id."""
        return tuple(self._open.get(fact, ()))

    def withheld_from(self, fact: str) -> int:
        """Return how many confidential pieces serve the fact with this id."""
        return self._confidential.get(fact, 0)

    def of(self, facts: Collection[str]) -> tuple[Piece, ...]:
        """Return the pieces that serve one of the facts, or nothing that is a fact."""
        return tuple(self._piece(row) for row in self._wanted(facts) if not row.piece.confidential)

    def confidential_of(self, facts: Collection[str]) -> int:
        """Return how many pieces that would be there are confidential."""
        return sum(row.piece.confidential for row in self._wanted(facts))

    def _wanted(self, facts: Collection[str]) -> Iterable[EvidenceRow]:
        for row in self._rows:
            serves = [claim.id for claim in row.claims if claim.id in self._numbers]
            if not serves or any(id in facts for id in serves):
                yield row

    def _piece(self, row: EvidenceRow) -> Piece:
        piece = row.piece
        has_file = self._choices.evidence_files is not EvidenceFiles.NONE and bool(sha256_in(piece.file))
        return Piece(
            row.label,
            piece.stance,
            piece.kind,
            piece.title,
            piece.publisher,
            piece.link,
            piece.archived,
            piece.quote,
            piece.page,
            piece.seen,
            piece.note if self._choices.notes else "",
            piece.file if has_file else "",
            _readable_name(row) if has_file else "",
            tuple(sorted(self._numbers[claim.id] for claim in row.claims if claim.id in self._numbers)),
        )


def _readable_name(row: EvidenceRow) -> str:
    """Return the name of the copy of the file: the label, the title and the suffix."""
    title = shortened(row.piece.title or row.piece.publisher, LONGEST_NAME)
    return f"{safe_name(f'{row.label} {title}')}{plain_suffix(row.piece.file)}"
