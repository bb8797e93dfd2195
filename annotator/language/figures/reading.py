"""Reading of a figure: its value, bounds, kind and unit, as far as its words say them."""

from __future__ import annotations

from annotator.language.figures.counted import with_behind
from annotator.language.figures.cursor import NotUnderstoodError
from annotator.language.figures.figure_reading import FigureReading
from annotator.language.figures.grammar.amounts import amount
from annotator.language.figures.grammar.dates import date_or_time
from annotator.language.figures.grammar.digit_fractions import with_fractions
from annotator.language.figures.lexing import items_of
from annotator.language.figures.word_files import vocabulary_of

__all__ = ["FigureReading", "read_figure"]

MOST_CHARACTERS = 120
"""Code points of the longest figure that is read: longer marks are no figures."""
MOST_BEFORE = 60


def read_figure(text: str, start: int, end: int, language: str) -> FigureReading | None:
    """Return the reading of the figure at ``text[start:end]``, in code points; None where it is not understood.

    The words behind it may say a unit and what is counted. ``language`` is a code such as ``de`` or ``en-GB``; of
    languages other than English, German, French, Spanish and Arabic digits are read only.
    """
    if not 0 <= start < end <= len(text) or end - start > MOST_CHARACTERS:
        return None
    words = vocabulary_of(language)
    before = text[max(0, start - MOST_BEFORE) : start]
    items = with_fractions(items_of(text[start:end], words), text[end : end + MOST_CHARACTERS], words)
    try:
        return date_or_time(items, before, text[end : end + MOST_CHARACTERS], words) or with_behind(
            amount(items, before, words), text, start, end, words
        )
    except NotUnderstoodError:
        return None
