"""A document: an article with everything annotated in it by one annotator."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from operator import attrgetter
from types import MappingProxyType
from typing import Any, TypeAlias

from msgspec import Struct

from annotator.model.annotation import NOTHING, Annotation, Relation, Value
from annotator.model.article import Article
from annotator.model.items import Item, Kept
from annotator.model.span import Span

NEW, IN_WORK, DONE, NOTHING_FOUND, REVIEWED = "new", "in-work", "done", "nothing-found", "reviewed"
STATUSES = (NEW, IN_WORK, DONE, NOTHING_FOUND, REVIEWED)
FINISHED = frozenset({DONE, NOTHING_FOUND, REVIEWED})

ATTRIBUTES = "attributes"
"""Key of the article's own attributes in ``article_extra``."""

POSITION = attrgetter("span.start", "span.end", "id")
"""Function that returns what ``Annotation.position`` is, in a quarter of the time."""

ItemsById: TypeAlias = Mapping[str, Item]
NONE: Mapping[str, Any] = MappingProxyType({})
NO_ITEMS: Mapping[type[Item], ItemsById] = MappingProxyType({})


class Status(Struct, frozen=True):
    """Progress of the annotator: one of ``STATUSES``, or any other word that a file gives."""

    value: str


class Read(Struct, frozen=True):
    """The spans that the annotator has read, sorted and merged."""

    spans: tuple[Span, ...]


class Head(Struct, frozen=True):
    """Metadata of a document: everything but its items, its status and the spans that have been read."""

    annotator: str
    scheme: str
    encoding: str
    article_extra: Mapping[str, Value]
    extra: Mapping[str, Value]


UNWORKED = Status(NEW)


@dataclass(frozen=True, slots=True, init=False)
class Document:
    """An article with everything annotated in it by one annotator.

    ``items`` are all items, by kind and by id; a kind without items is not in it. Each can be given on its own by name
    too, also to ``dataclasses.replace``: ``annotations``, ``relations``. ``read`` is sorted and merged; ``extra`` and
    ``article_extra`` preserve unknown keys. ``encoding`` names the encoding of an article that has no byte order mark;
    empty for UTF-8.
    """

    article: Article
    items: Mapping[type[Item], ItemsById]
    status: Status
    read: tuple[Span, ...]
    annotator: str
    scheme: str
    article_extra: Mapping[str, Value]
    extra: Mapping[str, Value]
    encoding: str

    def __init__(  # noqa: PLR0913  # as many as there are fields
        self,
        article: Article,
        annotations: Mapping[str, Annotation] | None = None,
        relations: Mapping[str, Relation] | None = None,
        status: Status = UNWORKED,
        read: tuple[Span, ...] = (),
        annotator: str = "",
        scheme: str = "",
        article_extra: Mapping[str, Value] = NOTHING,
        extra: Mapping[str, Value] = NOTHING,
        encoding: str = "",
        *,
        items: Mapping[type[Item], ItemsById] = NO_ITEMS,
    ) -> None:
        given = dict(items)
        if annotations is not None:
            given[Annotation] = annotations
        if relations is not None:
            given[Relation] = relations
        put = object.__setattr__
        put(self, "article", article)
        put(self, "items", {kind: some for kind, some in given.items() if some})
        put(self, "status", status)
        put(self, "read", read)
        put(self, "annotator", annotator)
        put(self, "scheme", scheme)
        put(self, "article_extra", article_extra)
        put(self, "extra", extra)
        put(self, "encoding", encoding)

    @property
    def annotations(self) -> Mapping[str, Annotation]:
        """Annotations by id."""
        return self.of(Annotation)

    @property
    def relations(self) -> Mapping[str, Relation]:
        """Relations by id."""
        return self.of(Relation)

    def of(self, kind: type[Kept]) -> Mapping[str, Kept]:
        """Return the items of that kind by id."""
        found: Mapping[str, Kept] = self.items.get(kind, NONE)  # type: ignore[assignment]  # those of that kind
        return found

    def with_items(self, kind: type[Kept], items: Mapping[str, Kept]) -> Document:
        """Return the document with these items of that kind in place of its own."""
        return replace(self, items={**self.items, kind: items})

    def item(self, id: str) -> Item | None:
        """Return the item with the id, of whatever kind; None if there is none."""
        return next((some[id] for some in self.items.values() if id in some), None)

    def ids(self) -> Iterator[str]:
        """Iterate over the ids of all items."""
        return (id for some in self.items.values() for id in some)

    @property
    def article_attributes(self) -> Mapping[str, Value]:
        """Attributes of the article itself, such as its outlet or its date."""
        found = self.article_extra.get(ATTRIBUTES)
        return found if isinstance(found, dict) else NOTHING

    @property
    def head(self) -> Head:
        return Head(self.annotator, self.scheme, self.encoding, self.article_extra, self.extra)

    def with_head(self, head: Head) -> Document:
        """Return the document with this metadata."""
        return replace(
            self,
            annotator=head.annotator,
            scheme=head.scheme,
            encoding=head.encoding,
            article_extra=head.article_extra,
            extra=head.extra,
        )

    def in_text_order(self) -> list[Annotation]:
        return in_text_order(self.annotations.values())

    def words(self, annotation: Annotation) -> str:
        return annotation.words(self.article.text)


def in_text_order(annotations: Iterable[Annotation]) -> list[Annotation]:
    """Return the annotations sorted by start, end, id."""
    return sorted(annotations, key=POSITION)
