"""Conversion of what a foreign file says of one article into a document."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TypeVar

from annotator.anchoring.anchored import Texts, anchored
from annotator.anchoring.places import Dropped
from annotator.interop.format import Incoming
from annotator.interop.incoming.document_labels import with_labels
from annotator.interop.incoming.incoming_places import UNKNOWN_TEXT, LeftOutError, Places
from annotator.interop.incoming.label_map import LabelMap
from annotator.interop.report import Report
from annotator.model.annotation import Annotation, Relation
from annotator.model.article import Article
from annotator.model.document import IN_WORK, NEW, Document, ItemsById, Status
from annotator.model.entry import Entry
from annotator.model.ids import new_id
from annotator.model.items import Item as FurtherItem
from annotator.model.items import altered
from annotator.model.kinds.table import kind_of
from annotator.model.scheme import Scheme
from annotator.model.span import Span, merged
from annotator.translation.messages import N_

Item = TypeVar("Item", Annotation, Relation)

MAPPED_AWAY = N_("its label is mapped to nothing")
RELATION_MAPPED_AWAY = N_("its type is mapped to nothing")
DANGLING = N_("an annotation that it joins is not there")
UNSETTLED = N_("the article has another text here, so its position must be settled")
BY_WORDS = N_("its offsets refer to another text, so it was placed by its quoted words")
MISQUOTED = N_("its quoted words are not at its position")
NOT_PLACED = N_("the article has another text here, so its read ranges, corrections or times are left out")
SAME_ID = N_("its id occurred twice, so it has a new one")
NOT_TAKEN = N_("evidence, a query, a sign-off or the like whose id occurred twice is left out")


@dataclass(frozen=True, slots=True)
class Terms:
    """Terms of an import: the annotator (None: as the file says), the label map and the target scheme."""

    annotator: str | None
    names: LabelMap
    scheme: Scheme


class IncomingDocument:
    """Convert one incoming document; whatever is altered or left out goes into the report."""

    def __init__(self, incoming: Incoming, article: Article, terms: Terms, report: Report) -> None:
        self._incoming = incoming
        self._terms = terms
        self._report = report
        self._places = Places(incoming, article)
        annotator = incoming.annotator if terms.annotator is None else terms.annotator
        self._empty = Document(article, annotator=annotator, scheme=incoming.scheme or terms.scheme.id)
        theirs = Article.of(article.name, incoming.text or "")  # the report quotes the file's text
        self._entry = Entry(incoming.path, replace(self._empty, article=theirs), terms.scheme)

    def document(self, texts: Texts) -> Document:
        """Return the document; an annotation whose position is uncertain is displaced.

        ``texts`` returns a kept text by its SHA-256, against which annotations made on that text are anchored.
        """
        self._report.documents += 1
        annotations = {item.id: item for item in self._annotations()}
        given = self._empty.with_items(Annotation, MappingProxyType(annotations))
        given = replace(given, read=self._read(), article_extra=self._incoming.article)
        done = anchored(given, lambda sha256: self._text_of(sha256) or texts(sha256), self._made_on())
        placed = done.document
        if done.dropped != Dropped():
            self._report.document_altered(self._entry, NOT_PLACED)
        for item in placed.annotations.values():
            if item.displaced:
                self._report.altered(self._entry, item, UNSETTLED if item.displaced.verdict else MISQUOTED)
            elif self._incoming.text is None and item.span != annotations[item.id].span:
                self._report.altered(self._entry, item, BY_WORDS)
        relations = {item.id: item for item in self._relations(annotations)}
        further = self._further({*annotations, *relations}, annotations)
        return replace(
            placed,
            items={**placed.items, Relation: MappingProxyType(relations), **further},
            status=Status(self._incoming.status or (IN_WORK if annotations else NEW)),
            article_extra=with_labels(placed.article_extra, self._incoming.labels, self._terms.scheme),
            extra=self._incoming.extra,
        )

    def _read(self) -> tuple[Span, ...]:
        """Return the ranges that were read; none where the text they refer to is unknown."""
        return () if self._places.made_on == UNKNOWN_TEXT else merged(self._incoming.read)

    def _made_on(self) -> str:
        return "" if self._places.made_on == self._empty.article.sha256 else self._places.made_on

    def _text_of(self, sha256: str) -> str | None:
        return self._incoming.text if sha256 == self._places.made_on else None

    def _annotations(self) -> Iterator[Annotation]:
        taken: set[str] = set()
        for item in self._incoming.annotations:
            self._report.annotations += 1
            label = self._terms.names.label(item.label)
            try:
                if not label:
                    raise LeftOutError(MAPPED_AWAY)
                placed = self._places.placed(altered(item, label=label))
            except LeftOutError as why:
                self._report.left_out(self._entry, item, str(why))
            else:
                yield self._with_own_id(placed, taken)

    def _relations(self, annotations: dict[str, Annotation]) -> Iterator[Relation]:
        taken = {*annotations}
        for item in self._incoming.relations:
            self._report.relations += 1
            type = self._terms.names.relation(item.type)
            if not type:
                self._report.left_out(self._entry, item, RELATION_MAPPED_AWAY)
            elif item.source not in annotations or item.target not in annotations:
                self._report.left_out(self._entry, item, DANGLING)
            else:
                yield self._with_own_id(altered(item, type=type), taken)

    def _further(self, taken: set[str], annotations: dict[str, Annotation]) -> dict[type[FurtherItem], ItemsById]:
        """Return the items of further kinds, without references to what is not there."""
        found: dict[type[FurtherItem], dict[str, FurtherItem]] = {}
        for item in self._incoming.items:
            kind = kind_of(type(item))
            gone = kind.references(item) - annotations.keys()
            here = kind.without(item, gone) if gone else item
            if here is None or here.id in taken:
                self._report.document_altered(self._entry, NOT_TAKEN)
            else:
                taken.add(here.id)
                found.setdefault(type(here), {})[here.id] = here
        return {kind: MappingProxyType(items) for kind, items in found.items()}

    def _with_own_id(self, item: Item, taken: set[str]) -> Item:
        if item.id in taken:
            self._report.altered(self._entry, item, SAME_ID)
            item = altered(item, id=new_id(taken, random.Random(len(taken))))
        taken.add(item.id)
        return item
