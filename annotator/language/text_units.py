"""Units that a selection grows and shrinks by: word, sentence, paragraph, all of the text."""

from __future__ import annotations

from collections.abc import Iterator

from annotator.language.paragraphs import paragraph_at
from annotator.language.sentences import sentence_at
from annotator.language.words import word_at
from annotator.model.span import Span, trimmed


def grown(text: str, span: Span | None, position: int, language: str = "") -> Span | None:
    """Return the smallest unit that covers ``span``, or the caret at ``position``, and is larger; None beyond all.

    A caret between two paragraphs has the units of the one below, after the last paragraph those of that one.
    """
    for unit in _units(text, span.start if span else _nearest(text, position), language):
        if unit and (span is None or (unit.covers(span) and len(unit) > len(span))):
            return unit
    return None


def shrunk(text: str, span: Span, position: int, language: str = "") -> Span | None:
    """Return the largest unit around the caret at ``position`` that is smaller than ``span``; None below a word."""
    inside = [unit for unit in _units(text, min(max(position, span.start), span.end - 1), language) if unit]
    return next((unit for unit in reversed(inside) if span.covers(unit) and unit != span), None)


def _nearest(text: str, position: int) -> int:
    """Return the position, or the nearest one in a paragraph where it is in none."""
    if paragraph_at(text, position):
        return position
    below, above = trimmed(text, position, len(text)), trimmed(text, 0, position)
    return below.start if below else above.end if above else position


def _units(text: str, position: int, language: str) -> Iterator[Span | None]:
    yield word_at(text, position)
    yield sentence_at(text, position, language)
    yield paragraph_at(text, position)
    yield trimmed(text, 0, len(text))
