"""Tokens of a document for CoNLL, split where an annotation begins or ends, so that no boundary is lost.

A document that was imported from CoNLL has the tokens that it came with.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from annotator.interop.formats.conll.own_tokens import own_tokens
from annotator.interop.report import Report
from annotator.language.tokens import listed_bounds
from annotator.model.annotation import Annotation
from annotator.model.entry import Entry
from annotator.model.span import Span
from annotator.translation.messages import N_

BLANK = N_("it marks only blanks, which are not tokens")
TRIMMED = N_("the blanks at its ends are left out, as they are not tokens")
OVERLAPPING = N_("it overlaps another of its label, of which the longest is kept")


@dataclass(frozen=True, slots=True)
class Tokens:
    """``ranges`` are the token ranges of annotations by label; ``breaks`` are the tokens that begin a line."""

    spans: Sequence[Span]
    ranges: dict[str, list[tuple[int, int]]] = field(default_factory=dict)
    breaks: Sequence[int] = ()


def tokens_of(entry: Entry, report: Report) -> Tokens:
    """Return the article's tokens and annotated ranges; annotations that IOB2 cannot represent are reported."""
    text = entry.text
    borders = sorted({place for item in entry.annotations for place in (item.span.start, item.span.end)})
    own = own_tokens(entry)
    spans = [*_cut(listed_bounds(text) if own is None else own, borders)]
    starts = [span.start for span in spans]
    ranges: dict[str, list[tuple[int, int]]] = {}
    for item in sorted(entry.annotations, key=lambda item: (-len(item.span), item.position)):
        first, end = bisect_left(starts, item.span.start), bisect_left(starts, item.span.end)
        taken = ranges.get(item.label, [])
        if first == end:
            report.left_out(entry, item, BLANK)
        elif not _is_free(taken, first, end):
            report.left_out(entry, item, OVERLAPPING)
        else:
            insort(taken, (first, end))
            ranges[item.label] = taken
            _tell_if_trimmed(entry, item, Span(spans[first].start, spans[end - 1].end), report)
    inside = {at for taken in ranges.values() for first, end in taken for at in range(first + 1, end)}
    breaks = [at for at in _after_newlines(text, spans) if at not in inside]
    return Tokens(spans, ranges, breaks)


def _cut(tokens: Iterable[tuple[int, int]], borders: Sequence[int]) -> Iterator[Span]:
    for start, stop in tokens:
        first = bisect_left(borders, start + 1)
        if first == len(borders) or borders[first] >= stop:
            yield Span(start, stop)
        else:
            last = bisect_left(borders, stop, first)
            yield from (Span(one, two) for one, two in pairwise((start, *borders[first:last], stop)))


def _is_free(taken: Sequence[tuple[int, int]], first: int, end: int) -> bool:
    at = bisect_left(taken, (first, end))
    return (at == len(taken) or taken[at][0] >= end) and (at == 0 or taken[at - 1][1] <= first)


def _tell_if_trimmed(entry: Entry, item: Annotation, held: Span, report: Report) -> None:
    if held != item.span:
        report.altered(entry, item, TRIMMED)


def _after_newlines(text: str, spans: Sequence[Span]) -> Iterable[int]:
    """Yield the indexes of tokens that begin a line, except the first token."""
    for at, (before, span) in enumerate(pairwise(spans), 1):
        if "\n" in text[before.end : span.start]:
            yield at
