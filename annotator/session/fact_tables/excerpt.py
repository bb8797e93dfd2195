"""Excerpt of an article around a place, with the annotations that stand in it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from annotator.model.annotation import Annotation
from annotator.model.items import altered
from annotator.model.span import Span

MOST, BEFORE = 700, 260
"""Code points of an excerpt of a long paragraph, and those of them before the place."""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Text from an article with annotations moved to it; ``span`` is the place in the text, in code points."""

    text: str
    annotations: tuple[Annotation, ...]
    span: Span


def excerpt(text: str, span: Span, near: Iterable[Annotation]) -> Excerpt | None:
    """Return the paragraph of the place, or as much of a long one as is around it; None for a place beyond the text.

    ``near`` are at least those annotations of the text that touch the paragraph.
    """
    if span.end > len(text):
        return None
    whole = _around(text, span)
    at = Span(span.start - whole.start, span.end - whole.start)
    return Excerpt(whole.of(text), tuple(_moved(near, whole)), at)


def _around(text: str, span: Span) -> Span:
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.end)
    end = len(text) if end < 0 else end
    if end - start > MOST:
        start = _word_start(text, max(start, span.start - BEFORE), start)
        end = _word_end(text, min(end, max(start + MOST, span.end)), end)
    return Span(start, end)


def _word_start(text: str, at: int, least: int) -> int:
    return at if at == least else text.find(" ", at) + 1 or at


def _word_end(text: str, at: int, most: int) -> int:
    found = text.find(" ", at)
    return at if at == most or found < 0 else min(found, most)


def _moved(annotations: Iterable[Annotation], whole: Span) -> Iterable[Annotation]:
    for one in annotations:
        start, end = max(one.span.start, whole.start), min(one.span.end, whole.end)
        if start < end and not one.displaced:
            yield altered(one, span=Span(start - whole.start, end - whole.start))
