"""A claim without the words that it quotes, as it may be told to the person who is called."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from annotator.facts.quotes.quotation_marks import quoted_spans
from annotator.language.paragraphs import window
from annotator.model.span import Span

LEFT_OUT = "…"
MARKS = '"“”„«»‹›「」『』‚‘’'


def words_without_quotes(text: str, span: Span, quotes: Iterable[Span]) -> str:
    """Return the words at ``span`` without the quotes, each with “…” in its place; empty if none are left.

    Offsets are code points.
    """
    return _told(_without(text, span, quotes))


def sentence_without_quotes(sentence: str, quotes: Iterable[str]) -> str:
    """Return a sentence that somebody wrote for a claim without its quotes and the words of these, as above."""
    spans = [*quoted_spans(sentence)]
    for words in quotes:
        if parts := words.strip(MARKS + " .,;:!?").split():
            pattern = r"(?<!\w)" + r"\s+".join(map(re.escape, parts)) + r"(?!\w)"
            spans += [Span(*found.span()) for found in re.finditer(pattern, sentence, re.IGNORECASE)]
    return _told(_without(sentence, Span(0, len(sentence)), spans)) if sentence else ""


def quotes_around(text: str, span: Span) -> Iterator[Span]:
    """Yield the quotes that the words at ``span`` are in or have in them, also where the marks stand outside."""
    start, end = window(text, span.start)
    for quote in quoted_spans(text, start, max(end, span.end)):
        if quote.overlaps(span):
            yield quote


def _without(text: str, span: Span, gone: Iterable[Span]) -> Sequence[str]:
    """Return the parts of the text at ``span`` between those that are gone."""
    parts, at = [], span.start
    for one in sorted(gone):
        if one.end > at and one.start < span.end:
            parts.append(text[at : max(at, one.start)])
            at = one.end
    return [*parts, text[at : span.end] if at < span.end else ""]


def _told(parts: Sequence[str]) -> str:
    kept = [part.strip(MARKS) for part in parts] if len(parts) > 1 else parts
    told = LEFT_OUT.join(kept).strip()
    return told if any(char.isalnum() for char in told) else ""
