"""Beginning of the documents of several annotators, in which clusters are those of the whole text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from annotator.model.annotation import Annotation
from annotator.model.document import Document


def beginning(documents: Mapping[str, Document], least: int) -> dict[str, Document] | None:
    """Return the documents with the annotations before a place that no annotation and no relation lies across.

    Before it there are at least ``least`` annotations, and less than twice as many; None where there is no such place,
    or most of the annotations would stand before it.
    """
    starts = {name: [item.span.start for item in one.annotations.values()] for name, one in documents.items()}
    if sum(map(len, starts.values())) < 4 * least:
        return None
    far = sorted(chain.from_iterable(starts.values()))[2 * least]
    near = {name: _before(document.annotations, starts[name], far) for name, document in documents.items()}
    reaches = ((item.span.start, item.span.end) for some in near.values() for item in some.values())
    cut = _gap(sorted(chain(reaches, _relations(documents, far))), least)
    if not cut:
        return None
    return {
        name: document.with_items(Annotation, {id: item for id, item in near[name].items() if item.span.start < cut})
        for name, document in documents.items()
    }


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


def _before(items: Mapping[str, Annotation], starts: Sequence[int], place: int) -> dict[str, Annotation]:
    """Return the items that start before ``place``; ``starts`` are those of all."""
    return dict(item for start, item in zip(starts, items.items(), strict=True) if start < place)
