"""Grapheme clusters: characters as a reader sees them (Unicode Standard Annex 29)."""

from __future__ import annotations

from annotator.language.paragraphs import window
from annotator.model.span import Span


def whole_graphemes(text: str, span: Span) -> Span:
    """Return the span widened so that it splits no letter from its combining marks and no joined emoji."""
    if text[max(0, span.start - 1) : span.start + 1].isascii() and text[span.end - 1 : span.end + 1].isascii():
        return span
    start, stop = window(text, span.start)[0], window(text, span.end)[1]
    edges = [start, *_ends(text, start, stop)]
    return Span(max(edge for edge in edges if edge <= span.start), min(edge for edge in edges if edge >= span.end))


def _ends(text: str, start: int, stop: int) -> list[int]:
    import regex  # here: ASCII text does without it, and it takes 20 ms to import

    return [match.end() for match in regex.finditer(r"\X", text, pos=start, endpos=stop)]
