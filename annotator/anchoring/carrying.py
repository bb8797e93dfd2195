"""Transfer of read ranges to a changed text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from annotator.anchoring.places import SAME
from annotator.model.span import Span


def carried(old: str | None, new: str, ranges: Sequence[Span]) -> tuple[Span, ...]:
    """Return the read ranges in the new text, without edited, moved or removed sentences; empty if ``old`` is None."""
    if old is None or not ranges:
        return ()
    from annotator.anchoring.from_text import from_text  # imported late: most articles have not changed
    from annotator.anchoring.units import units

    sentences = [unit for unit in units(old) if any(span.covers(unit) for span in ranges)]
    places = from_text(old, new, sentences)
    return _joined(new, (place.span for place in places if place.verdict == SAME and place.span))


def _joined(text: str, spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return the spans sorted; spans with only white space between them are joined."""
    result: list[Span] = []
    for span in sorted(spans):
        if result and not text[result[-1].end : span.start].strip():
            result[-1] = Span(result[-1].start, max(result[-1].end, span.end))
        else:
            result.append(span)
    return tuple(result)
