"""A document: an article with everything annotated in it by one annotator."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from annotator.model.annotation import NOTHING, Annotation, Relation, Value
from annotator.model.article import Article
from annotator.model.span import Span

NEW, IN_WORK, DONE, NOTHING_FOUND, REVIEWED = "new", "in-work", "done", "nothing-found", "reviewed"
STATUSES = (NEW, IN_WORK, DONE, NOTHING_FOUND, REVIEWED)
FINISHED = frozenset({DONE, NOTHING_FOUND, REVIEWED})

NO_ANNOTATIONS: Mapping[str, Annotation] = MappingProxyType({})
NO_RELATIONS: Mapping[str, Relation] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Status:
    """Progress of the annotator: one of ``STATUSES``, or any other word that a file gives."""

    value: str


@dataclass(frozen=True, slots=True)
class Read:
    """The spans that the annotator has read, sorted and merged."""

    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Head:
    """Metadata of a document: everything but its items, its status and the spans that have been read."""

    annotator: str
    scheme: str
    encoding: str
    article_extra: Mapping[str, Value]
    extra: Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Document:
    """An article with everything annotated in it by one annotator.

    ``annotations`` and ``relations`` are keyed by id; ``read`` is sorted and merged; ``extra`` and ``article_extra``
    preserve unknown keys. ``encoding`` names the encoding of an article that has no byte order mark; empty for UTF-8.
    """

    article: Article
    annotations: Mapping[str, Annotation] = field(default_factory=lambda: NO_ANNOTATIONS)
    relations: Mapping[str, Relation] = field(default_factory=lambda: NO_RELATIONS)
    status: Status = Status(NEW)
    read: tuple[Span, ...] = ()
    annotator: str = ""
    scheme: str = ""
    article_extra: Mapping[str, Value] = field(default_factory=lambda: NOTHING)
    extra: Mapping[str, Value] = field(default_factory=lambda: NOTHING)
    encoding: str = ""

    @property
    def head(self) -> Head:
        return Head(self.annotator, self.scheme, self.encoding, self.article_extra, self.extra)

    def in_text_order(self) -> list[Annotation]:
        return in_text_order(self.annotations.values())

    def words(self, annotation: Annotation) -> str:
        return annotation.words(self.article.text)


def in_text_order(annotations: Iterable[Annotation]) -> list[Annotation]:
    """Return the annotations sorted by start, end, id."""
    return sorted(annotations, key=lambda annotation: annotation.position)
