"""Figures as findings tell of them."""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, Decimal

from annotator.facts.figures.rows import FigureRow
from annotator.facts.finding import Place
from annotator.language.plain_line import shortened
from annotator.language.values.numbers import Separators, number_text

LONGEST = 60
TENTH = Decimal("0.1")
MOST_PLACES = 18
"""Places of a number that is written out."""


def told(row: FigureRow) -> str:
    """Return the words of the figure on one line."""
    return shortened(row.words, LONGEST)


def told_counted(row: FigureRow) -> str:
    """Return what the figure counts on one line, else what became of the people."""
    return shortened(row.counted or row.people, LONGEST)


def place_of(row: FigureRow) -> Place:
    """Return the place of the figure."""
    return Place(row.span, row.id, row.article)


def rounded_text(value: Decimal, separators: Separators) -> str:
    """Return the number to one decimal, without a last zero, with the separators of the language."""
    if value.adjusted() > MOST_PLACES:
        return f"{value:.3e}"
    text = value.quantize(TENTH, ROUND_HALF_EVEN)
    return number_text(text.normalize() if text == text.to_integral_value() else text, separators)
