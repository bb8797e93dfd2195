"""A percentage of growth that matches none of the values of the same thing.

Example: *cost of the programme* is £184.0 million and £261.3 million, £77.3 million more and “58 % more”: £77.3 million
is 42 % of £184.0 million. The difference must be among the figures, so that it is known which values belong together,
and a person must have said of all of them, in several words, that they count the same.

Counter-example: the two values without their difference; a percentage with “about”; 30 %, which £77.3 million is of
£261.3 million.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import permutations

from annotator.facts.figures.bounds import Bounds, bounds_of, is_exact, shown_bounds
from annotator.facts.figures.counted import key_of
from annotator.facts.figures.rows import FigureRow
from annotator.facts.figures.surroundings import Surroundings
from annotator.facts.figures.telling import place_of, rounded_text, told
from annotator.facts.finding import Finding
from annotator.language.folding import folded
from annotator.translation.messages import _

RULE = "percentage"
PERCENT = "percent"
KINDS = frozenset({"count", "money", "measure"})
HUNDRED = Decimal(100)
FEWEST_WORDS = 2
"""Words of what is counted that tell what it is."""


def findings(rows: Sequence[FigureRow], around: Surroundings) -> list[Finding]:
    """Return the percentages that no two of the values, of which a third is the difference, make."""
    groups = defaultdict[frozenset[str], list[FigureRow]](list)
    for row in rows:
        if len(key := key_of(row)) >= FEWEST_WORDS and is_exact(row) and "counted" not in row.by_rule:
            groups[key].append(row)
    return [finding for group in groups.values() for finding in _of_group(group, around)]


def _of_group(group: Sequence[FigureRow], around: Surroundings) -> Iterator[Finding]:
    shares = [row for row in group if row.kind == PERCENT]
    values = [row for row in group if row.kind in KINDS]
    if not shares or len(values) != len({row.value for row in values}) or len(values) != 3:  # a + b = c
        return
    if len({(row.kind, folded(row.unit)) for row in values}) == 1 and (sum_ := _sum(values)):
        for share in shares:
            yield from _mismatch(share, *sum_, around)


def _sum(values: Sequence[FigureRow]) -> tuple[FigureRow, FigureRow, FigureRow] | None:
    """Return the earlier value, the difference and the later value, the difference being smaller; None for no sum."""
    for base, difference, whole in permutations(values):
        bounds = [bounds_of(row) for row in (base, difference, whole)]
        if not all(bounds) or not (base.value and difference.value and whole.value):
            continue
        first, second, both = (one for one in bounds if one)
        added = Bounds(first.low + second.low, first.high + second.high)
        if difference.value < base.value and not added.excludes(both):
            return base, difference, whole
    return None


def _mismatch(
    share: FigureRow, base: FigureRow, difference: FigureRow, whole: FigureRow, around: Surroundings
) -> Iterator[Finding]:
    said = shown_bounds(share)
    pairs = (
        (difference, base),
        (difference, whole),
        (base, whole),
        (whole, base),
        (base, difference),
        (whole, difference),
    )
    made = [HUNDRED * one.value / other.value for one, other in pairs if one.value and other.value]
    if said is None or any(said.low <= one <= said.high for one in made):
        return
    sentence = _("“{part}” of “{whole}” is {percent} %, not “{share}”.").format(
        part=told(difference), whole=told(base), percent=rounded_text(made[0], around.separators), share=told(share)
    )
    places = sorted(map(place_of, (share, difference, base)), key=lambda place: place.span)
    yield Finding(RULE, _("A percentage that does not match its counts"), sentence, tuple(places))
