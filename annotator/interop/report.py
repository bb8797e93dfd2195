"""The truth about an export or an import: how much was written, and what was left out or altered, why and where."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from annotator.model.annotation import Annotation, Relation
from annotator.model.document import Document
from annotator.model.entry import Entry
from annotator.storage.files.file_error import Problem

LEFT_OUT, ALTERED = "left out", "altered"
ANNOTATION, RELATION, DOCUMENT = "annotation", "relation", "document"
MOST_WORDS = 80
"""In characters; a report may have a hundred thousand losses."""


@dataclass(frozen=True, slots=True)
class Loss:
    """Something that did not come over as it was.

    ``what`` is ``left out`` or ``altered``, ``kind`` says of what ``id`` is; ``why`` is a clause without a full stop,
    the same for all that have the same reason; ``start`` is in code points, where there is a place in the text, and
    ``words`` are those of the annotation, or their beginning.
    """

    what: str
    kind: str
    path: str
    id: str
    why: str
    start: int | None = None
    words: str = field(default="", compare=False)  # they follow from the rest


@dataclass(slots=True)
class Report:
    """Gathers what happens. ``problems`` are the files that could not be read, ``not_carried`` what a format lacks."""

    documents: int = 0
    annotations: int = 0
    relations: int = 0
    losses: list[Loss] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    not_carried: set[str] = field(default_factory=set)
    notes: list[str] = field(default_factory=list)

    def left_out(self, entry: Entry, item: Annotation | Relation, why: str) -> None:
        """The item is not in what was written."""
        self._lost(LEFT_OUT, entry, item, why)
        if isinstance(item, Annotation):
            self.annotations -= 1
        else:
            self.relations -= 1

    def altered(self, entry: Entry, item: Annotation | Relation, why: str) -> None:
        """The item was written, but not with all that it has."""
        self._lost(ALTERED, entry, item, why)

    def document_altered(self, entry: Entry, why: str) -> None:
        """The document was written, but not all that it says of itself."""
        self.losses.append(Loss(ALTERED, DOCUMENT, entry.path, "", why))

    def offered(self, entry: Entry) -> None:
        """The document goes to a writer; what is left out of it is taken off again."""
        self.documents += 1
        self.annotations += len(entry.document.annotations)
        self.relations += len(entry.document.relations)

    def add(self, other: Report) -> None:
        """What happened elsewhere happened here."""
        self.documents += other.documents
        self.annotations += other.annotations
        self.relations += other.relations
        self.losses += other.losses
        self.problems += other.problems
        self.not_carried |= other.not_carried
        self.notes += other.notes

    def not_written(self, document: Document) -> None:
        """The document was to be written, and could not be."""
        self.documents -= 1
        self.annotations -= len(document.annotations)
        self.relations -= len(document.relations)

    @property
    def is_whole(self) -> bool:
        """Whether everything came over as it was."""
        return not self.losses and not self.problems

    def reasons(self) -> list[tuple[int, str, str, str]]:
        """How many of what kind were left out or altered for which reason, the most frequent first."""
        return counted(self.losses)

    def _lost(self, what: str, entry: Entry, item: Annotation | Relation, why: str) -> None:
        if isinstance(item, Annotation):
            words = item.words(entry.text)[:MOST_WORDS]
            self.losses.append(Loss(what, ANNOTATION, entry.path, item.id, why, item.span.start, words))
        else:
            self.losses.append(Loss(what, RELATION, entry.path, item.id, why))


def counted(losses: Iterable[Loss]) -> list[tuple[int, str, str, str]]:
    """The losses by what, kind and reason, the most frequent first."""
    counts = Counter((loss.what, loss.kind, loss.why) for loss in losses)
    return [(count, *reason) for reason, count in counts.most_common()]
