"""Sign-offs of documents for the lists of a folder: by whom, in which round, and how many facts are open again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from annotator.facts.desk.standing import standing
from annotator.model.document import Document
from annotator.model.kinds.sign_offs import SignOff
from annotator.model.scheme import Scheme


@dataclass(frozen=True, slots=True)
class SignedDocument:
    """Standing of the document in the sidecar ``path``: of its ``facts`` so many are signed, so many reopened.

    ``same_text`` is False if another text than the present one was signed.
    """

    path: str
    by: tuple[str, ...]
    round: int
    same_text: bool
    facts: int
    signed: int
    reopened: int


def signed_document(path: str, document: Document, scheme: Scheme) -> SignedDocument | None:
    """Return how the document stands; None where nobody has signed it."""
    if not document.of(SignOff):
        return None
    found = standing(document, scheme)
    counts = len(found.facts), len(found.signed), len(found.reopened)
    return SignedDocument(path, found.names, found.round, found.same_text, *counts)


@dataclass(slots=True)
class SignedCounts:
    """Numbers of signed ``documents``, by name those that somebody has signed, and of their facts."""

    documents: int = 0
    by: Counter[str] = field(default_factory=Counter)
    facts: int = 0
    signed: int = 0
    reopened: int = 0

    def add(self, document: Document, scheme: Scheme) -> None:
        """Add a document, if it is signed."""
        found = signed_document("", document, scheme)
        if found:
            self.documents += 1
            self.by.update(found.by)
            self.facts += found.facts
            self.signed += found.signed
            self.reopened += found.reopened

    def merge(self, other: SignedCounts) -> None:
        """Add the numbers of other documents."""
        self.documents += other.documents
        self.by.update(other.by)
        self.facts += other.facts
        self.signed += other.signed
        self.reopened += other.reopened

    def as_values(self) -> Mapping[str, object]:
        """Return the numbers for ``--json``."""
        counts = {"documents": self.documents, "by": dict(sorted(self.by.items()))}
        return {**counts, "facts": self.facts, "signed_facts": self.signed, "reopened_facts": self.reopened}
