"""Passages of a text in BioC: its paragraphs, as far as no annotation goes from one into the next."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from annotator.model.annotation import Annotation

MOST_NEWLINES = 2
"""Most newlines between two passages that are told by their offsets alone; what is more belongs to a passage."""

GAP = re.compile(f"\n{{1,{MOST_NEWLINES}}}(?=[^\n]*\\S)")


def passages_of(text: str, annotations: Sequence[Annotation]) -> Iterator[tuple[int, int, list[Annotation]]]:
    """Yield start, end and annotations of each passage; the annotations are in text order.

    A passage is never blank, unless the whole text is.
    """
    waiting = list(reversed(annotations))
    start, inside, reach = 0, list[Annotation](), 0
    for gap in GAP.finditer(text):
        while waiting and waiting[-1].span.start < gap.end():
            inside.append(waiting.pop())
            reach = max(reach, inside[-1].span.end)
        if reach <= gap.start() and text[start : gap.start()].strip():
            yield start, gap.start(), inside
            start, inside = gap.end(), []
    yield start, len(text), [*inside, *reversed(waiting)]
