"""Reading of W3C Web Annotations, Annotator's own and those of other programs that annotate text."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from annotator.interop.foreign.errors import ForeignError
from annotator.interop.foreign.separately import separately
from annotator.interop.format import Incoming
from annotator.interop.formats.web_annotation.document import GatheredDocument
from annotator.interop.formats.web_annotation.items import items_in
from annotator.interop.formats.web_annotation.neighbours import answers
from annotator.interop.formats.web_annotation.terms import (
    ANNOTATION,
    DOCUMENT,
    KEPT,
    LINKING,
    RELATION,
    TAGGING,
    own_id,
)
from annotator.interop.formats.web_annotation.values import (
    Said,
    Target,
    creator_of,
    id_of,
    is_annotation,
    is_more_than_a_name,
    path_of,
    said_by,
    targets_of,
    time_of,
    word_of,
)
from annotator.interop.incoming.incoming_places import NO_WORDS
from annotator.interop.json.reading import Fields
from annotator.interop.report import ALTERED, LEFT_OUT, Loss, Report
from annotator.interop.report import ANNOTATION as AN_ANNOTATION
from annotator.interop.report import RELATION as A_RELATION
from annotator.model.annotation import Annotation, Relation, Value
from annotator.model.span import Span
from annotator.translation.messages import N_, _

KNOWN = ("@context", "id", "@id", "type", "@type", "motivation", "creator", "created", "modified")
HANDLED = (*KNOWN, "body", "bodyValue", "target")
OURS = ("attributes", "origin", "extra", "document")
NO_ANNOTATION = N_("It has no W3C annotations: nothing in it says “type”: “Annotation”.")
ANSWER = N_("it answers another annotation, and marks no words itself")
NOT_ONE = N_("it is not an annotation")
SAYS_MORE = N_("who wrote its tag or comment, and when or in which language, is left out")
ONLY_NAME = N_("only the name of its creator is kept")
DANGLING = N_("an annotation that it joins is not there, or belongs to another document")


class _Reading:
    """Collect annotations one by one; relations are resolved once all annotations are known."""

    def __init__(self, path: Path, report: Report) -> None:
        self._path = path
        self._report = report
        self._known: dict[str, tuple[GatheredDocument, str]] = {}
        self._relations: list[tuple[int, Fields, Said, list[Target]]] = []
        self.documents: dict[tuple[str, str], GatheredDocument] = {}
        self.found_any = False
        self._number = 0

    def take(self, item: Fields) -> None:
        """Take one annotation. Raises ForeignError, with its number as the place."""
        self._number += 1
        try:
            self._take(self._number, item)
        except ForeignError as error:
            raise ForeignError(error.sentence, _("annotation {number}").format(number=self._number)) from error

    def _take(self, number: int, item: Fields) -> None:
        if not is_annotation(item):
            self._report_loss(LEFT_OUT, AN_ANNOTATION, id_of(item) or f"a{number}", NOT_ONE)
            return
        self.found_any = True
        kind, _own = own_id(id_of(item))
        said, targets = said_by(item), targets_of(item)
        if kind == DOCUMENT and targets:
            self._document(targets[0], item).about = item.fields("document")
        elif kind == RELATION or (word_of(item.values.get("motivation")) == LINKING and _ends(said, targets)):
            self._relations.append((number, item, said, targets))
        else:
            self._annotate(number, item, said, targets)

    def relate(self) -> None:
        """Resolve the relations once all annotations that they may join are known."""
        for number, item, said, targets in self._relations:
            iri = id_of(item) or f"r{number}"
            source, target = map(self._end, _ends(said, targets) or ("", ""))
            if not source or not target or source[0] is not target[0]:
                self._report_loss(LEFT_OUT, A_RELATION, iri, DANGLING)
                continue
            kind, id = own_id(iri)
            others = item.others(*HANDLED, *OURS)
            extra = item.fields("extra").others() if kind else {}
            extra |= {KEPT: others} if others else {}
            facts = (item.fields("attributes").others() if kind else {}, "\n\n".join(said.comments), extra)
            source[0].relations.append(Relation(id or iri, said.label or LINKING, source[1], target[1], *facts))

    def _end(self, address: str) -> tuple[GatheredDocument, str] | None:
        return self._known.get(address) or self._known.get(address.removeprefix("#"))

    def _annotate(self, number: int, item: Fields, said: Said, targets: list[Target]) -> None:
        iri = id_of(item) or f"a{number}"
        kind, id = own_id(iri)
        if not any(_marks(target) for target in targets):
            self._report_loss(LEFT_OUT, AN_ANNOTATION, iri, ANSWER if answers(item) else NO_WORDS)
        for target in filter(_marks, targets):
            document = self._document(target, item)
            own = document.own(id if kind == ANNOTATION else iri)
            self._known.setdefault(iri, (document, own))
            document.annotations.append(_annotation(own, item, said, target, is_ours=kind == ANNOTATION))
            if target.quote:
                document.quotes[own] = target.quote
                document.around[own] = target.around
            if not _has_position(target):
                document.unplaced.add(own)
            if said.says_more:
                self._report_loss(ALTERED, AN_ANNOTATION, own, SAYS_MORE)
            if is_more_than_a_name(item):
                self._report_loss(ALTERED, AN_ANNOTATION, own, ONLY_NAME)

    def _document(self, target: Target, item: Fields) -> GatheredDocument:
        key = target.source, creator_of(item)
        if key not in self.documents:
            self.documents[key] = GatheredDocument(path_of(target.source) or self._path.stem, key[1])
        return self.documents[key]

    def _report_loss(self, what: str, kind: str, id: str, why: str) -> None:
        self._report.losses.append(Loss(what, kind, self._path.name, id, why))


def read(path: Path, report: Report) -> Iterator[Incoming]:
    """Yield the documents of the file, by article and annotator. Raises ForeignError and FileError."""
    reading = _Reading(path, report)
    count = items_in(path, report, reading.take)
    if count and not reading.found_any:
        raise ForeignError(_(NO_ANNOTATION))
    reading.relate()
    yield from separately(reading.documents.values(), lambda document: [document.incoming()], report, path)


def _annotation(id: str, item: Fields, said: Said, target: Target, *, is_ours: bool) -> Annotation:
    extra = item.fields("extra").others() if is_ours else {}
    if kept := _kept(item, said, target, is_ours=is_ours):
        extra[KEPT] = kept
    created, modified = item.text("created"), item.text("modified")
    return Annotation(
        id,
        said.label or word_of(item.values.get("motivation")) or ANNOTATION,
        Span(*target.position) if target.position and _has_position(target) else Span(0, max(1, len(target.quote))),
        item.fields("attributes").others() if is_ours else {},
        "\n\n".join(said.comments),
        item.text("origin") if is_ours else "",
        created if is_ours else time_of(created),
        modified if is_ours else time_of(modified),
        extra=extra,
    )


def _kept(item: Fields, said: Said, target: Target, *, is_ours: bool) -> dict[str, Value]:
    """Return what has no other place in an annotation, in the form in which it is exported again."""
    bodies: list[Value] = [*said.others]
    bodies += [{"id": address} for address in said.addresses]
    keys = item.others(*HANDLED, *(OURS if is_ours else ()))
    motivation = item.values.get("motivation")
    if motivation not in (None, TAGGING):
        keys["motivation"] = motivation
    selectors: list[Value] = [*target.others]
    return {key: value for key, value in (("body", bodies), ("selector", selectors), ("keys", keys)) if value}


def _ends(said: Said, targets: list[Target]) -> tuple[str, str] | None:
    """Return the ends of an arrow: target and body, or first and second target; None where it is no arrow."""
    ends = [*(target.source for target in targets), *said.addresses]
    return (ends[0], ends[1]) if len(ends) == 2 and not any(map(_marks, targets)) else None


def _marks(target: Target) -> bool:
    return bool(target.quote) or _has_position(target)


def _has_position(target: Target) -> bool:
    return target.position is not None and target.position[0] < target.position[1]
