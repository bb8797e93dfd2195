"""Growth that does not match its two values.

Example: “fees rose by 20 % from £50 to £70”, which is 40 %; “the number fell from 400 to 320, a drop of 10 %”; “the
herd grew by 15, from 40 to 65”; “output doubled from 30 to 45 tonnes”; “rents went up from £900 to £850”.

Counter-example: “fares rose by 4 %, while the fleet went from 50 to 70 buses”; “profit rose by 12 % from £3.2 million
to £3.6 million”, as more digits than are shown may be known; “nearly doubled from 30 to 58”.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from annotator.facts.figures.bounds import Bounds, bounds_of, shown_bounds
from annotator.facts.figures.by_sentence import are_comparable, by_sentence
from annotator.facts.figures.changes import Change, changes_of
from annotator.facts.figures.growth_words import DOUBLE, HALVE, HEDGE, POINTS, TRIPLE
from annotator.facts.figures.rows import FigureRow
from annotator.facts.figures.surroundings import Surroundings
from annotator.facts.figures.telling import place_of, rounded_text, told
from annotator.facts.finding import Finding
from annotator.language.folding import folded
from annotator.language.values.numbers import number_text
from annotator.translation.messages import _

RULE = "growth"
PERCENT = "percent"
HUNDRED = Decimal(100)
MULTIPLES = (
    (DOUBLE, Decimal("1.75"), Decimal("2.3")),
    (TRIPLE, Decimal("2.65"), Decimal("3.45")),
    (HALVE, Decimal("0.4"), Decimal("0.6")),
)
"""Verbs that multiply, each with the factors for which it is used loosely."""


def findings(rows: Sequence[FigureRow], around: Surroundings) -> list[Finding]:
    """Return the changes “from … to …” whose size or direction is not that of their values."""
    found = list[Finding]()
    for sentence in by_sentence(rows):
        for change in changes_of(sentence, around):
            told_of = _direction(change) or _by(change, around) or _multiple(change, around)
            found += [told_of] if told_of else []
    return found


def _direction(change: Change) -> Finding | None:
    start, end = bounds_of(change.start), bounds_of(change.end)
    if change.rises is None or not start or not end or min(start.low, end.low) < 0:
        return None
    said = {"start": told(change.start), "end": told(change.end)}
    if change.rises and end.high < start.low:
        return _finding(change, _("It is said to have risen, but “{end}” is less than “{start}”.").format(**said))
    if not change.rises and end.low > start.high:
        return _finding(change, _("It is said to have fallen, but “{end}” is more than “{start}”.").format(**said))
    return None


def _by(change: Change, around: Surroundings) -> Finding | None:
    """Return a finding where the change is said to be another one than its values make."""
    by, start, end = change.by, bounds_of(change.start), bounds_of(change.end)
    said = shown_bounds(by) if by else None
    if by is None or not start or not end or not said or start.low <= 0 or not (start.high + end.high).is_finite():
        return None
    if by.kind == PERCENT and not _is_in_points(by, around):
        return _percent(change, (start, end), said, around)
    if by.kind != PERCENT and not are_comparable(by, change.start):
        return None
    made = _absolute(Bounds(end.low - start.high, end.high - start.low))
    return _difference(change, around) if made.excludes(said) else None


def _percent(change: Change, values: tuple[Bounds, Bounds], said: Bounds, around: Surroundings) -> Finding | None:
    start, end = values
    made = _absolute(Bounds(HUNDRED * (end.low / start.high - 1), HUNDRED * (end.high / start.low - 1)))
    if not made.excludes(said) or not change.start.value or change.end.value is None or change.by is None:
        return None
    percent = abs(HUNDRED * (change.end.value / change.start.value - 1))
    sentence = _("From “{start}” to “{end}” is a change of {percent} %, not of “{change}”.").format(
        start=told(change.start),
        end=told(change.end),
        percent=rounded_text(percent, around.separators),
        change=told(change.by),
    )
    return _finding(change, sentence, _hint(change))


def _difference(change: Change, around: Surroundings) -> Finding | None:
    if change.start.value is None or change.end.value is None or change.by is None:
        return None
    sentence = _("From “{start}” to “{end}” is a change of {difference}, not of “{change}”.").format(
        start=told(change.start),
        end=told(change.end),
        difference=number_text(abs(change.end.value - change.start.value), around.separators),
        change=told(change.by),
    )
    return _finding(change, sentence)


def _multiple(change: Change, around: Surroundings) -> Finding | None:
    if not change.start.value or change.end.value is None or HEDGE.within(change.lead, around.language):
        return None
    times = change.end.value / change.start.value
    for words, least, most in MULTIPLES:
        said = words.found(change.lead, around.language)
        if said and not least <= times <= most:
            sentence = _("The text says “{word}”, but “{end}” is {times} times “{start}”.").format(
                word=min(said),
                end=told(change.end),
                times=rounded_text(times, around.separators),
                start=told(change.start),
            )
            return _finding(change, sentence)
    return None


def _hint(change: Change) -> str:
    """Return a hint where the figure is the difference of two percentages, or the share of the later value."""
    if not change.start.value or not change.end.value or change.by is None or change.by.value is None:
        return ""
    difference = abs(change.end.value - change.start.value)
    if change.start.kind == PERCENT and difference == change.by.value:
        return _("The two differ by so many percentage points: perhaps these are meant.")
    if abs(HUNDRED * difference / change.end.value - change.by.value) < 1:
        return _("It matches if the later value is taken as one hundred.")
    return ""


def _is_in_points(by: FigureRow, around: Surroundings) -> bool:
    behind = " ".join(around.after(by).split()[:2])
    return any(POINTS.within(words, around.language) for words in (folded(by.unit), folded(by.words), behind))


def _absolute(bounds: Bounds) -> Bounds:
    if bounds.low < 0 < bounds.high:
        return Bounds(Decimal(0), max(-bounds.low, bounds.high))
    low, high = sorted((abs(bounds.low), abs(bounds.high)))
    return Bounds(low, high)


def _finding(change: Change, sentence: str, hint: str = "") -> Finding:
    rows = (row for row in (change.by, change.start, change.end) if row)
    places = tuple(sorted(map(place_of, rows), key=lambda place: place.span))
    return Finding(RULE, _("A change that does not match its values"), sentence, places, (), hint)
