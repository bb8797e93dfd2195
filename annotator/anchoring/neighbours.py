"""Words around an annotation that distinguish its place from a similar sentence elsewhere."""

from __future__ import annotations

import re

from annotator.anchoring.known_text import Passage
from annotator.anchoring.units import units
from annotator.language.tokens import is_word
from annotator.model.span import Span

OUTERMOST = 3
LINE_END = re.compile(r"^(.{40,}[\w,;–-])\n(?=[^\W\d_])", re.MULTILINE)
"""End of a line within a sentence, as in a wrapped text: the line is long, and no mark ends a sentence before it."""

TELLING, FEWEST = 24, 4
"""Code points and words that a sentence must have to be known by its words alone."""


def flanks(passage: Passage, reach: int) -> tuple[list[int], list[int]]:
    """Return the token numbers of the outermost words within ``reach`` code points, before and after the span."""
    span, words = passage.span, _words(passage)
    before = [n for n, start, end in words if span.start - reach <= start < end <= span.start]
    after = [n for n, start, end in words if span.end <= start < end <= span.end + reach]
    return before[:OUTERMOST], after[-OUTERMOST:]


def beyond(passage: Passage) -> tuple[list[int], list[int]]:
    """Return the token numbers of the words before and after the annotation's sentence."""
    sentences, words = _sentences(passage), _words(passage)
    first = max((unit.start for unit in sentences if unit.start <= passage.span.start), default=0)
    last = min((unit.end for unit in sentences if unit.end >= passage.span.end), default=len(passage.text))
    return [n for n, _, end in words if end <= first], [n for n, start, _ in words if start >= last]


def is_whole(passage: Passage) -> bool:
    """Return True if the annotation has all words of one or more sentences, and enough of them."""
    span, sentences = passage.span, _sentences(passage)
    first = next((unit.start for unit in sentences if unit.end > span.start), span.start)
    last = next((unit.end for unit in sentences if unit.end >= span.end), span.end)
    words = [(start, end) for _, start, end in _words(passage)]
    outside = any(first <= start < span.start or span.end <= start < last for start, _ in words)
    inside = sum(span.start <= start < span.end for start, _ in words)
    return not outside and inside >= FEWEST and len(span) >= TELLING


def _sentences(passage: Passage) -> list[Span]:
    return units(LINE_END.sub(r"\1 ", passage.text))


def _words(passage: Passage) -> list[tuple[int, int, int]]:
    return [(n, token.start, token.end) for n, token in enumerate(passage.tokens) if is_word(token.form)]
