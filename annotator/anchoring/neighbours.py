"""Words around an annotation that distinguish its place from a similar sentence elsewhere."""

from __future__ import annotations

from annotator.anchoring.known_text import Passage
from annotator.anchoring.units import units
from annotator.language.tokens import is_word

OUTERMOST = 3


def flanks(passage: Passage, reach: int) -> tuple[list[int], list[int]]:
    """Return the token numbers of the outermost words within ``reach`` code points, before and after the span."""
    span, words = passage.span, _words(passage)
    before = [n for n, start, end in words if span.start - reach <= start < end <= span.start]
    after = [n for n, start, end in words if span.end <= start < end <= span.end + reach]
    return before[:OUTERMOST], after[-OUTERMOST:]


def beyond(passage: Passage) -> tuple[list[int], list[int]]:
    """Return the token numbers of the words before and after the annotation's sentence."""
    sentences, words = units(passage.text), _words(passage)
    first = max((unit.start for unit in sentences if unit.start <= passage.span.start), default=0)
    last = min((unit.end for unit in sentences if unit.end >= passage.span.end), default=len(passage.text))
    return [n for n, _, end in words if end <= first], [n for n, start, _ in words if start >= last]


def _words(passage: Passage) -> list[tuple[int, int, int]]:
    return [(n, token.start, token.end) for n, token in enumerate(passage.tokens) if is_word(token.form)]
