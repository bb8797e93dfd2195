"""Report of an export or import: how much was written, and what was left out or altered, why and where."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from annotator.model.annotation import Annotation, Relation
from annotator.model.document import Document
from annotator.model.entry import Entry
from annotator.storage.files.file_error import Problem

LEFT_OUT, ALTERED = "left out", "altered"
ANNOTATION, RELATION, DOCUMENT = "annotation", "relation", "document"
MOST_WORDS = 80
"""Most characters of quoted words in a loss; a report may have a hundred thousand losses."""


@dataclass(frozen=True, slots=True)
class Loss:
    """Something that was left out or altered.

    ``what`` is ``left out`` or ``altered``; ``kind`` is the kind of thing that ``id`` names; ``why`` is a clause
    without a full stop, the same for all losses with the same reason. All three are translated where they are shown.
    ``start`` is in code points, None where there is no place in the text; ``words`` are the annotation's words, cut to
    ``MOST_WORDS`` characters.
    """

    what: str
    kind: str
    path: str
    id: str
    why: str
    start: int | None = None
    words: str = field(default="", compare=False)  # determined by the other fields


@dataclass(slots=True)
class Report:
    """Outcome of an export or import: ``problems`` are unreadable files, ``not_carried`` are parts the format lacks.

    ``articles`` are the articles that an import of articles has written.
    """

    documents: int = 0
    annotations: int = 0
    relations: int = 0
    losses: list[Loss] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    not_carried: set[str] = field(default_factory=set)
    notes: list[str] = field(default_factory=list)
    articles: list[Path] = field(default_factory=list)

    def left_out(self, entry: Entry, item: Annotation | Relation, why: str) -> None:
        """Record that the item was not written."""
        self._lost(LEFT_OUT, entry, item, why)
        if isinstance(item, Annotation):
            self.annotations -= 1
        else:
            self.relations -= 1

    def altered(self, entry: Entry, item: Annotation | Relation, why: str) -> None:
        """Record that the item was written, but incompletely."""
        self._lost(ALTERED, entry, item, why)

    def document_left_out(self, entry: Entry, why: str) -> None:
        """Record that nothing of the document was written."""
        self.losses.append(Loss(LEFT_OUT, DOCUMENT, entry.path, "", why))
        self.documents -= 1

    def document_altered(self, entry: Entry, why: str) -> None:
        """Record that the document was written, but not all of its own fields."""
        self.losses.append(Loss(ALTERED, DOCUMENT, entry.path, "", why))

    def offered(self, entry: Entry) -> None:
        """Count the document and its items as written; ``left_out`` and ``not_written`` subtract again."""
        self.documents += 1
        self.annotations += len(entry.document.annotations)
        self.relations += len(entry.document.relations)

    def add(self, other: Report) -> None:
        """Add the counts, losses, problems and notes of another report."""
        self.documents += other.documents
        self.annotations += other.annotations
        self.relations += other.relations
        self.losses += other.losses
        self.problems += other.problems
        self.not_carried |= other.not_carried
        self.notes += other.notes

    def not_written(self, document: Document) -> None:
        """Subtract a document that was counted but could not be written."""
        self.documents -= 1
        self.annotations -= len(document.annotations)
        self.relations -= len(document.relations)

    @property
    def is_whole(self) -> bool:
        """True if nothing was left out or altered and every file could be read."""
        return not self.losses and not self.problems

    def reasons(self) -> list[tuple[int, str, str, str]]:
        """Return the losses as count, what, kind and reason, the most frequent first."""
        return counted(self.losses)

    def _lost(self, what: str, entry: Entry, item: Annotation | Relation, why: str) -> None:
        if isinstance(item, Annotation):
            words = item.words(entry.text)[:MOST_WORDS]
            self.losses.append(Loss(what, ANNOTATION, entry.path, item.id, why, item.span.start, words))
        else:
            self.losses.append(Loss(what, RELATION, entry.path, item.id, why))


def counted(losses: Iterable[Loss]) -> list[tuple[int, str, str, str]]:
    """Count the losses by what, kind and reason, the most frequent first."""
    counts = Counter((loss.what, loss.kind, loss.why) for loss in losses)
    return [(count, *reason) for reason, count in counts.most_common()]
