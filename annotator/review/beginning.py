"""Beginning of the documents of several annotators, in which clusters are those of the whole text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain

from annotator.model.annotation import Annotation
from annotator.model.document import Document


def beginning(documents: Mapping[str, Document], least: int) -> dict[str, Document] | None:
    """Return the documents with the annotations before a place that no annotation and no relation lies across.

    Before it there are at least ``least`` annotations, and less than twice as many; None where there is no such place,
    or most of the annotations would stand before it.
    """
    items = [item for document in documents.values() for item in document.annotations.values()]
    if len(items) < 4 * least:
        return None
    far = sorted(item.span.start for item in items)[2 * least]
    near = ((item.span.start, item.span.end) for item in items if item.span.start < far)
    cut = _gap(sorted(chain(near, _relations(documents, far))), least)
    return {name: _before(document, cut) for name, document in documents.items()} if cut else None


def _relations(documents: Mapping[str, Document], far: int) -> Iterator[tuple[int, int]]:
    """Yield from where to where a relation reaches that begins before ``far``."""
    for document in documents.values():
        for relation in document.relations.values():
            known = (document.annotations.get(id) for id in (relation.source, relation.target))
            ends = [item.span for item in known if item]
            if ends and (start := min(span.start for span in ends)) < far:
                yield start, max(span.end for span in ends)


def _gap(reaches: list[tuple[int, int]], least: int) -> int:
    """Return the first place, after ``least`` of these, that none lies across; 0 where there is none."""
    reach = 0
    for number, (start, end) in enumerate(reaches):
        if number >= least and start >= reach:
            return start
        reach = max(reach, end)
    return 0


def _before(document: Document, cut: int) -> Document:
    some = {id: item for id, item in document.annotations.items() if item.span.start < cut}
    return document.with_items(Annotation, some)
