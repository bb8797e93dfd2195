"""Edits of what the annotator has read of an article, as pure functions that return a change."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from operator import attrgetter

from annotator.model.change import Change
from annotator.model.document import Document, Read
from annotator.model.edits import begun
from annotator.model.span import Span, trimmed

START, END = attrgetter("start"), attrgetter("end")


def mark_read(document: Document, spans: Iterable[Span]) -> Change:
    """Note that these spans were read. Spans with only blanks between them become one range."""
    read = list(document.read)
    for span in spans:
        _put(document.article.text, read, span)
    return _changed(document, tuple(read))


def mark_unread(document: Document, spans: Iterable[Span]) -> Change:
    """Take these spans out of what was read, with the blanks beside them."""
    read = list(document.read)
    for span in spans:
        _cut(document.article.text, read, span)
    return _changed(document, tuple(read))


def covers(read: Sequence[Span], span: Span) -> bool:
    """Return True if one of the ranges, which are sorted and merged, contains the whole span."""
    before = bisect_right(read, span.start, key=START)
    return before > 0 and read[before - 1].end >= span.end


def altered_reading(change: Change) -> list[Span]:
    """Return the ranges that the change puts into what was read, takes out of it, or alters."""
    before = {span for part in change.removed_of(Read) for span in part.spans}
    after = {span for part in change.added_of(Read) for span in part.spans}
    return sorted(before ^ after)


def place_of(change: Change, text: str) -> int | None:
    """Return the place of the first annotation that the change removes, or the first place where what is read differs.

    Blanks do not count; None for a change of neither.
    """
    if change.annotations_removed:
        return change.annotations_removed[0].span.start
    before = [span for part in change.removed_of(Read) for span in part.spans]
    after = [span for part in change.added_of(Read) for span in part.spans]
    pairs = zip([*before, None], [*after, None], strict=False)
    first = next(((one, other) for one, other in pairs if one != other), None)
    if first is None:
        return None
    start, end = _difference(*first)
    found = trimmed(text, start, end)
    return found.start if found else start


def _difference(one: Span | None, other: Span | None) -> tuple[int, int]:
    """Return the first range of text that is in only one of the two lists of ranges."""
    if one is None or other is None:
        there = one or other
        assert there is not None
        return there.start, there.end
    if one.start != other.start:
        first, second = sorted((one, other))
        return first.start, min(first.end, second.start)
    return min(one.end, other.end), max(one.end, other.end)


def _put(text: str, read: list[Span], span: Span) -> None:
    if covers(read, span):
        return
    first, last = bisect_left(read, span.start, key=END), bisect_right(read, span.end, key=START)
    start = min([span.start, *(one.start for one in read[first : first + 1] if first < last)])
    end = max([span.end, *(one.end for one in read[last - 1 : last] if first < last)])
    while first and text[read[first - 1].end : start].isspace():
        first, start = first - 1, read[first - 1].start
    while last < len(read) and text[end : read[last].start].isspace():
        last, end = last + 1, read[last].end
    read[first:last] = [Span(start, end)]


def _cut(text: str, read: list[Span], span: Span) -> None:
    first, last = bisect_right(read, span.start, key=END), bisect_left(read, span.end, key=START)
    if first >= last:
        return
    left = trimmed(text, read[first].start, max(read[first].start, span.start))
    right = trimmed(text, min(read[last - 1].end, span.end), read[last - 1].end)
    read[first:last] = [one for one in (left, right) if one]


def _changed(document: Document, read: tuple[Span, ...]) -> Change:
    if read == document.read:
        return Change()
    return Change((Read(document.read),), (Read(read),)) + begun(document)
