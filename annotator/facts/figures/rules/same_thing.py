"""Two numbers for one thing.

Example: “412 homes were flooded … The water entered 421 of the town's homes”, both with *counted* “homes flooded”. The
two must exclude each other, be near each other (neither is twice the other), differ by swapped digits, or by a power of
ten; and nothing in the sentences may tell them apart: a time, a place, a source, “another”, “at first”.

Counter-example: “at least 20,000” and “about 50,000” fit, and so do 412 on Monday and 421 by Friday.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from annotator.facts.figures.bounds import bounds_of, is_exact
from annotator.facts.figures.counted import key_of
from annotator.facts.figures.rows import FigureRow
from annotator.facts.figures.sameness import are_of_one_thing
from annotator.facts.figures.surroundings import Surroundings
from annotator.facts.figures.telling import place_of, told, told_counted
from annotator.facts.finding import Finding
from annotator.language.folding import folded
from annotator.language.values.numbers import number_text
from annotator.translation.messages import _, number

RULE = "same-thing"
KINDS = frozenset({"", "count", "money", "percent", "measure", "duration"})
NEAR = Decimal("0.5")
"""Least ratio of the smaller number to the larger: below it is a part rather than another count."""
POWERS = (Decimal(10), Decimal(100), Decimal(1000), Decimal(1_000_000))
MOST_MENTIONS = 4
"""Mentions of one number that are compared with those of another one."""
MOST_VALUES = 30
"""Numbers of one thing that are compared with each other; where there are more, they are of several."""


def findings(rows: Sequence[FigureRow], around: Surroundings) -> list[Finding]:
    """Return the pairs of figures that give one thing two numbers, each pair of numbers once."""
    return [_finding(one, other, around) for group in _groups(rows) for one, other in _pairs(group, around)]


def _groups(rows: Iterable[FigureRow]) -> Iterator[list[FigureRow]]:
    groups: defaultdict[tuple[object, ...], list[FigureRow]] = defaultdict(list)
    for row in rows:
        if row.sentence and row.kind in KINDS and (row.counted or row.people):
            groups[key_of(row), row.people, row.kind, folded(row.unit)].append(row)
    yield from groups.values()


def _pairs(group: Sequence[FigureRow], around: Surroundings) -> Iterator[tuple[FigureRow, FigureRow]]:
    mentions: defaultdict[tuple[object, ...], list[FigureRow]] = defaultdict(list)
    for row in group:
        mentions[row.value, row.low, row.high, row.modifier].append(row)
    if len(mentions) > MOST_VALUES:
        return
    for some, others in combinations(mentions.values(), 2):
        pairs = (_in_order(one, other) for one in some[:MOST_MENTIONS] for other in others[:MOST_MENTIONS])
        fitting = (pair for pair in pairs if _do_not_fit(*pair, around))
        yield from ([pair] if (pair := next(fitting, None)) else [])


def _in_order(one: FigureRow, other: FigureRow) -> tuple[FigureRow, FigureRow]:
    return (one, other) if one.span <= other.span else (other, one)


def _do_not_fit(one: FigureRow, other: FigureRow, around: Surroundings) -> bool:
    first, second = bounds_of(one, rounded=True), bounds_of(other, rounded=True)
    if not first or not second or not first.excludes(second) or not _are_alike(one, other):
        return False
    if _are_part_and_whole(one, other, around):
        return False
    return are_of_one_thing(one, other, around, slip=slip_of(one, other))


def _are_alike(one: FigureRow, other: FigureRow) -> bool:
    """Tell whether the numbers can be meant for one: neither is a small part of the other, but for zeros."""
    small, large = _sizes(one, other)
    return bool(small) and (small / large >= NEAR or large / small in POWERS)


def slip_of(one: FigureRow, other: FigureRow) -> int:
    """Return of how many digits the numbers are that differ by two swapped ones, or by zeros at their end; else 0."""
    small, large = _sizes(one, other)
    if not have_swapped_digits(small, large) and large / small not in POWERS:
        return 0
    return len(small.normalize().as_tuple().digits)


def _sizes(one: FigureRow, other: FigureRow) -> tuple[Decimal, Decimal]:
    small, large = sorted(abs(row.value if row.value is not None else row.low or Decimal(0)) for row in (one, other))
    return small, large


def have_swapped_digits(one: Decimal, other: Decimal) -> bool:
    """Tell whether two digits beside each other have changed places, as in 412 and 421."""
    if one == other or len(str(one)) != len(str(other)):
        return False
    differing = [at for at, (a, b) in enumerate(zip(str(one), str(other), strict=True)) if a != b]
    if len(differing) != 2 or differing[1] != differing[0] + 1:  # two places, side by side
        return False
    first, second = differing
    return str(one)[first] == str(other)[second] and str(one)[second] == str(other)[first]


def _are_part_and_whole(one: FigureRow, other: FigureRow, around: Surroundings) -> bool:
    wholes = [set(around.wholes.get(row.id, ())) for row in (one, other)]
    return one.id in wholes[1] or other.id in wholes[0] or bool(wholes[0] & wholes[1])


def _finding(one: FigureRow, other: FigureRow, around: Surroundings) -> Finding:
    said = {"first": number(one.sentence), "second": number(other.sentence), "one": told(one), "other": told(other)}
    if is_exact(one) and is_exact(other) and one.value is not None and other.value is not None:
        difference = number_text(abs(one.value - other.value), around.separators)
        sentence = _(
            "Sentence {first} says “{one}” and sentence {second} “{other}” of the same thing, {counted}. "
            "They differ by {difference}."
        ).format(counted=told_counted(one), difference=difference, **said)
    else:
        sentence = _(
            "Sentence {first} says “{one}” and sentence {second} “{other}” of the same thing, {counted}. "
            "Both cannot be true."
        ).format(counted=told_counted(one), **said)
    return Finding(
        RULE, _("Two numbers for one thing"), sentence, (place_of(one), place_of(other)), (), _hint(one, other)
    )


def _hint(one: FigureRow, other: FigureRow) -> str:
    if one.value is None or other.value is None:
        return ""
    if have_swapped_digits(one.value, other.value):
        return _("Two digits have changed places: often a slip.")
    small, large = sorted((abs(one.value), abs(other.value)))
    if small and large / small in POWERS:
        return _("The digits are the same: perhaps a word such as million or billion was mixed up, or a comma.")
    return ""
