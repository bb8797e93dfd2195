"""Conversion of a BioC document: its passages put together, their annotations and relations."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import count

from annotator.interop.foreign.newlines import Newlines
from annotator.interop.format import Incoming
from annotator.interop.formats.bioc.infons import NOTE, TYPE, Infons
from annotator.interop.formats.bioc.kept import ABOUT, ARTICLE, ATTRIBUTES, ENDS, KEPT, OURS, OWN_PATH, ROLES
from annotator.interop.formats.bioc.passages import MOST_NEWLINES
from annotator.interop.json.reading import Fields, fields_of
from annotator.interop.report import ALTERED, ANNOTATION, LEFT_OUT, RELATION, Loss, Report
from annotator.model.annotation import Annotation, Relation, Value
from annotator.model.span import Span
from annotator.translation.messages import N_

LABEL, JOINS = "annotation", "relation"
LONGEST_GAP = 1 << 20
NO_WORDS = N_("it marks no words")
IN_PIECES = N_("it is in several pieces: the text between them is marked with them")
SEVERAL = N_("it joins more or fewer than two annotations")


class BiocDocument:
    """One document; offsets of annotations count as its passages do, wherever these come to stand in the text."""

    def __init__(self, document: Fields, path: str, report: Report) -> None:
        self._document, self._path, self._report = document, path, report
        self._parts = [*_parts(document)]
        self._text, self._bases = self._put_together()
        self._newlines = Newlines(self._text)
        self._quotes: dict[str, str] = {}

    def incoming(self, *, named: bool) -> Incoming:
        """Return the document. Raises ForeignError."""
        annotations, relations = tuple(self._annotations()), tuple(self._relations())
        whole = Incoming(self._path, self._newlines.text, annotations, relations, quotes=self._quotes, named=named)
        infons = Infons(self._document.fields("infons"))
        if infons.taken(OWN_PATH):
            return replace(self._of_ours(whole, infons), extra=self._extra({}))
        return replace(whole, extra=self._extra(infons.rest()))

    def _of_ours(self, whole: Incoming, infons: Infons) -> Incoming:
        """Return the document with what an export of this program says of it."""
        annotator, scheme, status, _split = (infons.taken(f"{OURS}{name}") for name in ABOUT)
        rest = infons.taken(f"{OURS}{ARTICLE}")
        article = fields_of(rest.encode(), self._document.line).others() if rest else {}
        attributes = infons.rest()
        article |= {ATTRIBUTES: attributes} if attributes else {}
        return replace(whole, annotator=annotator, scheme=scheme, status=status, article=article)

    def _put_together(self) -> tuple[str, list[int]]:
        """Return the text, with each part at its offset where that is free, and what is added to offsets of a part."""
        text, bases, end = "", [], 0
        for part in self._parts:
            offset = part.whole("offset")
            start = offset if end <= offset <= end + LONGEST_GAP else end + 1
            gap = start - end if end or start else 0
            text += _between(gap, at_start=not end) + part.text("text")
            end = len(text)
            bases.append(end - len(part.text("text")) - offset)
        return text, bases

    def _annotations(self) -> Iterator[Annotation]:
        ids = (f"a{number}" for number in count(1))
        for part, base in zip(self._parts, self._bases, strict=True):
            for item in part.objects("annotations"):
                id = _id(item) or next(ids)
                spans = [*self._spans(item, base)]
                if not spans:
                    self._report.losses.append(Loss(LEFT_OUT, ANNOTATION, self._path, id, NO_WORDS))
                    continue
                span = Span(min(spans).start, max(each.end for each in spans))
                if len(spans) > 1:
                    self._report.losses.append(Loss(ALTERED, ANNOTATION, self._path, id, IN_PIECES, span.start))
                elif item.text("text"):
                    self._quotes[id] = Newlines(item.text("text")).text
                infons = Infons(item.fields("infons"))
                label, note = infons.taken(TYPE) or LABEL, infons.taken(NOTE)
                yield Annotation(id, label, span, infons.rest(), note)

    def _spans(self, item: Fields, base: int) -> Iterator[Span]:
        for place in item.objects("locations"):
            start, length = place.whole("offset") + base, place.whole("length")
            first, last = (self._newlines.moved(at) for at in (start, start + length))
            if 0 <= first < last:
                yield Span(first, last)

    def _relations(self) -> Iterator[Relation]:
        ids = (f"r{number}" for number in count(1))
        passages = self._document.objects("passages")
        sentences = [sentence for passage in passages for sentence in passage.objects("sentences")]
        for owner in (self._document, *passages, *sentences):
            for item in owner.objects("relations"):
                id, nodes = _id(item) or next(ids), item.objects("nodes")
                if len(nodes) != len(ENDS):
                    self._report.losses.append(Loss(LEFT_OUT, RELATION, self._path, id, SEVERAL))
                    continue
                infons = Infons(item.fields("infons"))
                type, note = infons.taken(TYPE) or JOINS, infons.taken(NOTE)
                source, target = (str(node.values.get("refid", "")) for node in nodes)
                yield Relation(id, type, source, target, infons.rest(), note, _roles(nodes))

    def _extra(self, about: dict[str, Value]) -> dict[str, Value]:
        """Return what is said of the document and its parts, to be kept."""
        parts: list[Value] = [
            {"offset": part.whole("offset") + base, "infons": part.fields("infons").others()}
            for part, base in zip(self._parts, self._bases, strict=True)
            if part.fields("infons").values
        ]
        kept: dict[str, Value] = {**({"infons": about} if about else {}), **({"passages": parts} if parts else {})}
        return {KEPT: kept} if kept else {}


def _between(gap: int, *, at_start: bool) -> str:
    """Return what stands between two passages: newlines, or a newline and blanks where the gap is longer."""
    if at_start:
        return " " * gap
    return "\n" * gap if gap <= MOST_NEWLINES else "\n" + " " * (gap - 1)


def _roles(nodes: list[Fields]) -> dict[str, Value]:
    """Return the roles of a relation's ends, to be kept where they are others than those that an export writes."""
    roles: list[Value] = [node.text("role") for node in nodes]
    return {KEPT: {ROLES: roles}} if any(roles) and roles != [*ENDS] else {}


def _parts(document: Fields) -> Iterator[Fields]:
    """Yield the passages, or the sentences of those that have their text in sentences."""
    for passage in document.objects("passages"):
        sentences = [] if passage.text("text") else passage.objects("sentences")
        own = [item.values for item in passage.objects("annotations")]
        if not sentences:
            inner = passage.objects("sentences")
            more = [item.values for sentence in inner for item in sentence.objects("annotations")]
            yield Fields({**passage.values, "annotations": [*own, *more]}, document.line)
        for at, sentence in enumerate(sentences):
            more = [item.values for item in sentence.objects("annotations")]
            yield Fields({**sentence.values, "annotations": [*(() if at else own), *more]}, document.line)


def _id(item: Fields) -> str:
    id = item.values.get("id")
    return str(id) if isinstance(id, str | int) and not isinstance(id, bool) else ""
