"""Changes that a sentence tells: two values, the figure by which they differ, and the words before them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from annotator.facts.figures.by_sentence import are_comparable
from annotator.facts.figures.growth_words import BY, DOWN, FALL, FROM, JOINT, RISE, TO, UP
from annotator.facts.figures.rows import FigureRow
from annotator.facts.figures.surroundings import Surroundings
from annotator.language.folding import folded

KINDS = frozenset({"", "count", "money", "measure", "percent", "duration"})
BETWEEN, LEAD = 5, 8
"""Words between two values, and before them, at most."""


@dataclass(frozen=True, slots=True)
class Change:
    """Two values, what they are said to differ by, and the folded words before them in their clause."""

    start: FigureRow
    end: FigureRow
    by: FigureRow | None
    lead: str
    rises: bool | None


def changes_of(sentence: Sequence[FigureRow], around: Surroundings) -> Iterator[Change]:
    """Yield the changes “from … to …” among the figures of a sentence."""
    for at in range(len(sentence) - 1):
        one, other = sentence[at : at + 2]
        values = _values(one, other, around)
        if values:
            by = _by_before(sentence[:at], one, around) or _by_after(other, sentence[at + 2 :], around)
            lead = _lead(by if by and by.span < one.span else one, around)
            yield Change(*values, by, lead, _rises(lead, by, other, around))


def _values(one: FigureRow, other: FigureRow, around: Surroundings) -> tuple[FigureRow, FigureRow] | None:
    language, between = around.language, around.between(one, other)
    if not are_comparable(one, other) or one.kind not in KINDS or len(between.split()) > BETWEEN:
        return None
    if JOINT.within(between, language):
        return None
    if FROM.ends(around.before(one), language) and TO.ends(between, language):
        return one, other
    if TO.ends(around.before(one), language) and FROM.ends(between, language):
        return other, one
    return None


def _by_before(rows: Sequence[FigureRow], first: FigureRow, around: Surroundings) -> FigureRow | None:
    """Return the figure before the values: “rose by 20 % from …”."""
    if not rows:
        return None
    gap, before = around.between(rows[-1], first), _lead(rows[-1], around)
    moves = any(words.within(before, around.language) for words in (UP, DOWN, RISE, FALL))
    return rows[-1] if moves and len(gap.split()) <= BETWEEN and not JOINT.within(gap, around.language) else None


def _by_after(last: FigureRow, rows: Sequence[FigureRow], around: Surroundings) -> FigureRow | None:
    """Return the figure behind the values: “…, a rise of 20 %”."""
    if not rows:
        return None
    gap = around.between(last, rows[0])
    moves = any(words.ends(gap, around.language) for words in (BY, RISE, FALL))
    return rows[0] if moves and len(gap.split()) <= BETWEEN and not JOINT.within(gap, around.language) else None


def _lead(row: FigureRow, around: Surroundings) -> str:
    """Return the last words before the figure that belong to its clause."""
    words = around.before(row).replace(",", " , ").split()
    clause = list[str]()
    for word in reversed(words[-LEAD:]):
        if word in (",", ";") or JOINT.is_all(word, around.language):
            break
        clause.insert(0, word)
    return " ".join(clause)


def _rises(lead: str, by: FigureRow | None, last: FigureRow, around: Surroundings) -> bool | None:
    """Tell whether the words say that it rises, or falls; None where they say neither or both."""
    after = folded(around.between(last, by)) if by and by.span > last.span else ""
    up = UP.within(lead, around.language) or (RISE.ends(after, around.language) and not BY.ends(after, around.language))
    down = DOWN.within(lead, around.language) or FALL.ends(after, around.language)
    return None if up == down else up
