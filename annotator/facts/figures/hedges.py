"""Hedges that stand before a marked figure, as “more than” before a mark on “30” alone."""

from __future__ import annotations

from collections.abc import Sequence

from annotator.facts.figures.bounds import EXACT
from annotator.facts.figures.rows import FigureRow
from annotator.facts.figures.surroundings import Surroundings
from annotator.facts.figures.wording import Wording
from annotator.model.items import altered

HEDGES = (
    (
        "more-than",
        Wording(
            en="(?:more|greater|longer|higher|larger) than|over|above|at least|no (?:fewer|less) than|upwards of",
            de="mehr als|über|mindestens|wenigstens|gut|nicht weniger als",
        ),
    ),
    (
        "less-than",
        Wording(
            en="(?:fewer|less|lower|shorter|smaller) than|under|below|up to|at most|no more than",
            de="weniger als|unter|höchstens|bis zu|maximal",
        ),
    ),
    (
        "about",
        Wording(
            en="about|around|nearly|almost|some|roughly|approximately|an estimated|close to|not quite|just short of",
            de="etwa|rund|ungefähr|fast|beinahe|nahezu|knapp|annähernd|circa|ca\\.|schätzungsweise|an die",
        ),
    ),
)
"""Modifiers, each with the words that stand for it."""
LONGEST = 24
"""Code points in which a hedge is found."""


def with_hedges(rows: Sequence[FigureRow], around: Surroundings) -> list[FigureRow]:
    """Return the rows, those of exact numbers with the modifier of the words right before them."""
    return [_with_hedge(row, around) for row in rows]


def _with_hedge(row: FigureRow, around: Surroundings) -> FigureRow:
    if row.modifier not in EXACT or not row.sentence:
        return row
    before = around.before(row, LONGEST)
    modifier = next((name for name, words in HEDGES if words.ends(before, around.language)), "")
    return altered(row, modifier=modifier) if modifier else row
