"""Annotations and evidence that come with an imported text: its parts, and what hangs on its words."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterator, Mapping

from annotator.interop.articles.extracted import REMARK, Extracted, Source
from annotator.interop.articles.inline.inlay import Correction
from annotator.model.annotation import NOTHING, Annotation, Value
from annotator.model.ids import new_id
from annotator.model.items import altered
from annotator.model.kinds.evidence import Evidence
from annotator.model.scheme import Scheme
from annotator.model.span import Span

PART = "part"
"""Label that a passage of a page gets if the scheme defines it; the passage's role is an attribute."""


class Marks:
    """Annotations of the text's parts, if the scheme has the label for them, and of all remarks; and their evidence.

    A source that several remarks name is one piece of evidence for all of them.
    """

    def __init__(self, extracted: Extracted, scheme: Scheme, now: str) -> None:
        self.annotations: dict[str, Annotation] = {}
        self._taken: set[str] = set()
        self._random = random.Random(extracted.text)
        origin = f"import:{extracted.made_by.partition(' ')[0]}" if extracted.made_by else "import"
        by_place: dict[tuple[str, Span], str] = {}
        of = PART if _are_parts(scheme) else REMARK
        for label, span, attributes, note in (*_parts(extracted, scheme), *_remarks(extracted, scheme)):
            id = self._new_id()
            mark = Annotation(id, label, span, attributes, note, origin=origin, created=now, modified=now)
            by_place.setdefault((label, span), id)
            self.annotations[id] = mark
        self._propose(extracted, by_place, of)
        self.evidence = self._evidence(extracted, by_place, of)

    def _propose(self, extracted: Extracted, by_place: Mapping[tuple[str, Span], str], label: str) -> None:
        """Put the wordings that comments propose into the annotations of their words."""
        for remark in extracted.remarks:
            if remark.wording:
                mark = self.annotations[id := by_place[label, remark.span]]
                self.annotations[id] = altered(mark, wording={"old": remark.wording[0], "new": remark.wording[1]})

    def _evidence(
        self, extracted: Extracted, by_place: Mapping[tuple[str, Span], str], label: str
    ) -> dict[str, Evidence]:
        """Return the sources of the remarks, for the annotations with that label on their words."""
        claims: dict[Source, list[str]] = defaultdict(list)
        for remark in extracted.remarks:
            for source in remark.sources:
                claims[source].append(by_place[label, remark.span])
        found = (_piece(self._new_id(), source, ids) for source, ids in claims.items())
        return {piece.id: piece for piece in found}

    def _new_id(self) -> str:
        id = new_id(self._taken, self._random)
        self._taken.add(id)
        return id


def _piece(id: str, source: Source, claims: list[str]) -> Evidence:
    return Evidence(
        id,
        tuple(dict.fromkeys(claims)),
        stance=source.stance,
        kind=source.kind,
        title=source.title,
        publisher=source.publisher,
        link=source.link,
        archived=source.archived,
        quote=source.quote,
        page=source.page,
        seen=source.seen,
        note=source.note,
    )


def corrections_of(extracted: Extracted) -> list[Value]:
    """Return what was deleted, inserted or moved in the file.

    Each has the place of the new words, the old and the new words, and who changed them and when, as far as is known.
    """
    return [_correction(one, extracted.text) for one in extracted.corrections]


def _correction(one: Correction, text: str) -> Value:
    found: dict[str, Value] = {"start": one.start, "end": one.end, "old": one.old, "new": text[one.start : one.end]}
    if one.is_moved:
        found["moved"] = True
    if one.writer:
        found["author"] = one.writer
    if one.time:
        found["date"] = one.time
    return found


def _parts(extracted: Extracted, scheme: Scheme) -> Iterator[tuple[str, Span, Mapping[str, Value], str]]:
    """Yield the parts; where a comment is on exactly the words of one, it is the note of that part."""
    if scheme.label(PART) is not None:
        notes = {remark.span: remark.note for remark in extracted.remarks} if _are_parts(scheme) else {}
        for part in extracted.parts:
            yield PART, part.span, {"role": part.role}, notes.get(part.span, "")


def _remarks(extracted: Extracted, scheme: Scheme) -> Iterator[tuple[str, Span, Mapping[str, Value], str]]:
    """Yield the comments under the label “comment”, or as parts where the scheme has only the label for these."""
    parts = {part.span for part in extracted.parts}
    for remark in extracted.remarks:
        if not _are_parts(scheme):
            yield REMARK, remark.span, NOTHING, remark.note
        elif remark.span not in parts:
            yield PART, remark.span, {"role": REMARK}, remark.note


def _are_parts(scheme: Scheme) -> bool:
    """Return whether comments become parts, as the scheme has a label for parts and none for comments."""
    return scheme.label(REMARK) is None and scheme.label(PART) is not None
