"""Percentages that cannot be, or that do not match their counts.

Example: “104 % of voters backed the plan”; “77 of 184 homes, or 58 %”, which is 42 %; “30 per cent of the pupils (45 of
90)”.

Counter-example: “sales rose by 140 %”, “debt is 134 % of yearly output”, “120 % of the prisoners it was built for”,
which may all be more than a hundred; “nearly 90 % of the 184 homes, 77 of them large”, where the 77 are another share.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import product

from annotator.facts.figures.bounds import Bounds, bounds_of, shown_bounds
from annotator.facts.figures.by_sentence import OF, are_comparable, by_sentence
from annotator.facts.figures.counted import PERSONS, key_of, stem, stems_of
from annotator.facts.figures.rows import FigureRow
from annotator.facts.figures.surroundings import Surroundings
from annotator.facts.figures.telling import place_of, rounded_text, told
from annotator.facts.figures.wording import Wording
from annotator.facts.finding import Finding
from annotator.translation.messages import _

RULE = "percentage"
PERCENT = "percent"
COUNTS = frozenset({"", "count", "money", "measure"})
HUNDRED = Decimal(100)
MOST_GAP = 40
"""Code points between a percentage and its counts, at most."""
COUNTABLE = stems_of("homes households schools votes cases ballots haushalte stimmen fälle schulen")

SHARE_OF = Wording(en="of(?: (?:the|all|its|their|these|those|our))*", de="(?:der|aller|unter den|von(?: den| allen)?)")
COMPARED = Wording(
    en="rose|rise|increase[ds]?|grew|growth|up|more|higher|than|target|capacity|built for|planned|as many|last year|"
    "previous|inflation|compared|jump(?:ed)?|normal|average|level",
    de="stieg(?:en)?|anstieg|wuchs(?:en)?|zuwachs|mehr|höher|als|ziel|soll|plan|vorjahr(?:es)?|gegenüber|verglichen|"
    "kapazität|vorgesehen|durchschnitt|auslastung|belegt|belegung",
)
THAT_IS = Wording(en=r"or|that is|i\.e\.|namely", de=r"oder|das (?:sind|ist)|also|d\. ?h\.")
OF_THEM = Wording(
    en="of|more|less|higher|lower|up|down|above|below|in|a|per",
    de="von|davon|der|mehr|weniger|höher|niedriger|in|pro|je|unter",
)
"""Words behind a number that make it one of something else."""


def findings(rows: Sequence[FigureRow], around: Surroundings) -> list[Finding]:
    """Return the percentages of more than all there are, and those that are not the share that their counts make."""
    found = [_too_high(row) for row in rows if _is_share_above_all(row, around)]
    for sentence in by_sentence(rows):
        found += _of_counts(sentence, around)
    return [*found, *_related(rows, around)]


def _is_share_above_all(row: FigureRow, around: Surroundings) -> bool:
    """Tell whether more than 100 % of people or other things are said to be or do something."""
    if row.kind != PERCENT or row.value is None or row.value <= HUNDRED or row.modifier in ("less-than", "at-most"):
        return False
    after = around.after(row)
    if not SHARE_OF.begins(after, around.language) or COMPARED.within(around.words_of(row), around.language):
        return False
    return _is_of_things(SHARE_OF.after(after, around.language))


def _is_of_things(words: str) -> bool:
    first = [stem(word.strip(",.;:")) for word in words.split()[:2]]
    return any(word in PERSONS | COUNTABLE for word in first)


def _too_high(row: FigureRow) -> Finding:
    sentence = _("“{share}” is more than all there are.").format(share=told(row))
    return Finding(RULE, _("A percentage above one hundred"), sentence, (place_of(row),))


def _of_counts(sentence: Sequence[FigureRow], around: Surroundings) -> Iterator[Finding]:
    """Yield the percentages beside “77 of 184” that are another share, and “58 % of 184 (77)” likewise."""
    for at in range(len(sentence) - 2):
        three = sentence[at : at + 3]
        yield from _share_and_counts(three, around)


def _share_and_counts(three: Sequence[FigureRow], around: Surroundings) -> Iterator[Finding]:
    one, two, last = three
    first, second = around.between(one, two), around.between(two, last)
    if last.kind == PERCENT and _is_of(one, two, first, around) and _explains(second, last, around):
        yield from _mismatch(last, one, two, around)
    elif one.kind == PERCENT and _is_of(two, last, second, around) and _explains(first, last, around):
        yield from _mismatch(one, two, last, around)
    elif _is_share_of(one, two, first, around) and are_comparable(two, last) and _explains(second, last, around):
        yield from _mismatch(one, last, two, around)


def _is_share_of(share: FigureRow, whole: FigureRow, between: str, around: Surroundings) -> bool:
    return share.kind == PERCENT and whole.kind in COUNTS and OF.is_all(between, around.language)


def _is_of(part: FigureRow, whole: FigureRow, between: str, around: Surroundings) -> bool:
    return are_comparable(part, whole) and part.kind in COUNTS and OF.is_all(between, around.language)


def _explains(between: str, last: FigureRow, around: Surroundings) -> bool:
    """Tell whether the words between a share and its counts say that they are the same."""
    ends = THAT_IS.ends(between, around.language) or between.rstrip().endswith(("(", "-", ":", "="))
    return len(between) <= MOST_GAP and ends and not OF_THEM.begins(around.after(last), around.language)


def _related(rows: Sequence[FigureRow], around: Surroundings) -> Iterator[Finding]:
    """Yield the percentages that are part of a figure by a relation, as a count of the same thing is."""
    by_id = {row.id: row for row in rows}
    parts = defaultdict[str, list[FigureRow]](list)
    for row in rows:
        for whole in around.wholes.get(row.id, ()):
            parts[whole].append(row)
    for id, some in parts.items():
        if (whole_row := by_id.get(id)) and whole_row.kind in COUNTS:
            shares = (row for row in some if row.kind == PERCENT and key_of(row))
            for share, part in product(shares, [row for row in some if are_comparable(row, whole_row)]):
                if key_of(part) == key_of(share):
                    yield from _mismatch(share, part, whole_row, around)


def _mismatch(share: FigureRow, part: FigureRow, whole: FigureRow, around: Surroundings) -> Iterator[Finding]:
    said, some, most = shown_bounds(share), bounds_of(part), bounds_of(whole)
    if not said or not some or not most or most.low <= 0 or some.low < 0 or not most.high.is_finite():
        return
    made = Bounds(HUNDRED * some.low / most.high, HUNDRED * some.high / most.low)
    if made.excludes(said) and part.value is not None and whole.value:
        value = rounded_text(HUNDRED * part.value / whole.value, around.separators)
        sentence = _("“{part}” of “{whole}” is {percent} %, not “{share}”.").format(
            part=told(part), whole=told(whole), percent=value, share=told(share)
        )
        places = sorted(map(place_of, (share, part, whole)), key=lambda place: place.span)
        yield Finding(RULE, _("A percentage that does not match its counts"), sentence, tuple(places))
