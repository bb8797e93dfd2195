"""The words on either side of an annotation that a look-alike of its sentence elsewhere lacks."""

from __future__ import annotations

from annotator.anchoring.known_text import Passage
from annotator.anchoring.units import units
from annotator.language.tokens import is_word

OUTERMOST = 3


def flanks(passage: Passage, reach: int) -> tuple[list[int], list[int]]:
    """The outermost words within reach, by their numbers."""
    span, words = passage.span, _words(passage)
    before = [n for n, start, end in words if span.start - reach <= start < end <= span.start]
    after = [n for n, start, end in words if span.end <= start < end <= span.end + reach]
    return before[:OUTERMOST], after[-OUTERMOST:]


def beyond(passage: Passage) -> tuple[list[int], list[int]]:
    """The words before the annotation's own sentence and those after it, by their numbers."""
    sentences, words = units(passage.text), _words(passage)
    first = max((unit.start for unit in sentences if unit.start <= passage.span.start), default=0)
    last = min((unit.end for unit in sentences if unit.end >= passage.span.end), default=len(passage.text))
    return [n for n, _, end in words if end <= first], [n for n, start, _ in words if start >= last]


def _words(passage: Passage) -> list[tuple[int, int, int]]:
    return [(n, token.start, token.end) for n, token in enumerate(passage.tokens) if is_word(token.form)]
