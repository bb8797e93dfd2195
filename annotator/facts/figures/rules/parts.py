"""A part that is larger than its whole.

Example: “50,000 people are trapped, including 60,000 civilians”; “19 of the 16 lifts”; “of the 52 trees, 68 are sick”;
a figure that is *part of* another by a relation and larger than it.

Counter-example: “some 3,000 civilians and more than 40 wounded, including 50 children”, where the whole is not the last
figure; “12 hotels, including 1,400 rooms”, where other things are counted.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from annotator.facts.figures.bounds import bounds_of
from annotator.facts.figures.by_sentence import OF, are_comparable, are_of_one_sort, by_sentence
from annotator.facts.figures.rows import FigureRow
from annotator.facts.figures.surroundings import Surroundings
from annotator.facts.figures.telling import place_of, told
from annotator.facts.figures.wording import Wording
from annotator.facts.finding import Finding
from annotator.translation.messages import _

RULE = "parts"
KINDS = frozenset({"", "count", "money", "measure", "percent", "duration"})
COUNTS = frozenset({"", "count"})
NEAREST = 60
"""Code points between “including” and the figure of the part, at most."""

INCLUDING = Wording(
    en="including|includes?|among (?:them|whom|these)|of (?:them|whom|which)|incl\\.",
    de="darunter|davon|einschließlich|inklusive|von (?:ihnen|denen)|unter ihnen",
)


def findings(rows: Sequence[FigureRow], around: Surroundings) -> list[Finding]:
    """Return the parts that are larger than what they are part of, by relations and by words of their sentence."""
    pairs = [*_related(rows, around)]
    for sentence in by_sentence(rows):
        pairs += _of_another(sentence, around)
        pairs += _included(sentence, around)
        pairs += _of_all(sentence, around)
    known = {(part.id, tuple(one.id for one in wholes)): (part, wholes) for part, wholes in pairs}
    return [_finding(part, wholes) for part, wholes in known.values() if _is_larger(part, wholes)]


def _related(rows: Sequence[FigureRow], around: Surroundings) -> Iterator[tuple[FigureRow, list[FigureRow]]]:
    by_id = {row.id: row for row in rows}
    for part in rows:
        wholes = (by_id[id] for id in around.wholes.get(part.id, ()) if id in by_id)
        yield from ((part, [whole]) for whole in wholes if are_comparable(part, whole))


def _of_another(sentence: Sequence[FigureRow], around: Surroundings) -> Iterator[tuple[FigureRow, list[FigureRow]]]:
    """Yield the figures of which one stands before the other with nothing but “of the” between."""
    for part, whole in pairwise(sentence):
        of = OF.is_all(around.between(part, whole), around.language)
        if of and are_comparable(part, whole) and whole.kind in COUNTS:
            yield part, [whole]


def _included(sentence: Sequence[FigureRow], around: Surroundings) -> Iterator[tuple[FigureRow, list[FigureRow]]]:
    """Yield the figures behind “including”, each with all that stand before it and may be its whole."""
    for at in range(1, len(sentence)):
        part, before = sentence[at], sentence[:at]
        lead = around.between(before[-1], part)
        if part.kind in KINDS and _leads_in(lead, around.language):
            wholes = [one for one in before if are_comparable(one, part)]
            if before[-1] in wholes and are_of_one_sort(part, before[-1]):
                yield part, wholes


def _of_all(sentence: Sequence[FigureRow], around: Surroundings) -> Iterator[tuple[FigureRow, list[FigureRow]]]:
    """Yield the figure behind the comma of “Of the 52 trees, …”."""
    whole, part = sentence[:2]
    leads = OF.is_all(around.before(whole), around.language) and around.between(whole, part).rstrip().endswith(",")
    if leads and whole.kind in COUNTS and are_comparable(whole, part) and are_of_one_sort(part, whole):
        yield part, [whole]


def _leads_in(words: str, language: str) -> bool:
    return INCLUDING.within(words, language) and len(INCLUDING.after(words, language)) <= NEAREST


def _is_larger(part: FigureRow, wholes: Sequence[FigureRow]) -> bool:
    least, most = bounds_of(part, rounded=True), [bounds_of(whole, rounded=True) for whole in wholes]
    if least is None or part.kind not in KINDS:
        return False
    return all(most) and least.low > sum((one.high for one in most if one), Decimal(0))


def _finding(part: FigureRow, wholes: Sequence[FigureRow]) -> Finding:
    places = tuple(sorted((place_of(row) for row in (*wholes, part)), key=lambda place: place.span))
    if len(wholes) == 1:
        sentence = _("“{part}” is said to be a part of “{whole}”, but is more.").format(
            part=told(part), whole=told(wholes[0])
        )
    else:
        sentence = _("“{part}” is said to be a part of what stands before it, but is more than all of that.").format(
            part=told(part)
        )
    return Finding(RULE, _("A part larger than its whole"), sentence, places)
