"""Comparison of two figures: are they numbers of one and the same thing, as far as their sentences tell."""

from __future__ import annotations

from annotator.facts.figures.counted import SMALL, key_of, stems, stems_of
from annotator.facts.figures.rows import FigureRow
from annotator.facts.figures.sameness_words import APART, FRESH, PLACES, SAYING, SCENE, TIMES
from annotator.facts.figures.surroundings import Surroundings
from annotator.language.folding import folded

BEFORE, AFTER = 6, 3
"""Words beside a figure in which is looked for words that set it apart."""
SPECIFIC = 2
"""Words of what is counted that tell by themselves what it is."""
SURE_SLIP = 3
"""Digits that are hardly swapped by chance."""
SCENE_WORDS = 4
KNOWN_LANGUAGES = ("", "en", "de")
"""Languages whose words of time and place are known; the empty one is not told."""

GROUPS = stems_of("man woman child boy girl mann männer frau frauen kind kinder junge mädchen")


def are_of_one_thing(one: FigureRow, other: FigureRow, around: Surroundings, *, slip: int) -> bool:
    """Tell whether the figures of two sentences, whose keys are the same, are numbers of the same thing.

    ``slip``: of how many digits they are where one is likely to be miswritten for the other, else 0; the fewer, the
    more of the sentences must agree.
    """
    return (
        one.sentence != other.sentence
        and _same(one.people, other.people)
        and not _are_compared(one, other, around)
        and not _are_two_accounts(one, other, around)
        and not any(_stands_apart(row, around) for row in (one, other))
        and _are_of_one_time(one, other, around)
        and _are_of_one_place(one, other, around)
        and not _are_contrasted(one, other, around)
        and _is_told_enough(one, other, around, slip)
    )


def is_specific(one: FigureRow, other: FigureRow) -> bool:
    """Tell whether persons have said in several words what is counted, or what became of the people."""
    if any("counted" in row.by_rule or "people" in row.by_rule for row in (one, other)):
        return False
    return bool(one.people) or len(key_of(one)) >= SPECIFIC


def _same(one: str, other: str) -> bool:
    return folded(one).strip() == folded(other).strip()


def _are_compared(one: FigureRow, other: FigureRow, around: Surroundings) -> bool:
    return frozenset((one.claim_id, other.claim_id)) in around.compared


def _are_two_accounts(one: FigureRow, other: FigureRow, around: Surroundings) -> bool:
    """Tell whether two sources say them, of which a reader is told."""
    if one.source_id and other.source_id:
        return one.source_id != other.source_id and not _same(one.source, other.source)
    if one.source_id or other.source_id:
        return False
    return all(SAYING.within(around.words_of(row), around.language) for row in (one, other))


def _stands_apart(row: FigureRow, around: Surroundings) -> bool:
    before = " ".join(around.before(row).split()[-BEFORE:])
    after = " ".join(around.after(row).split()[:AFTER])
    if FRESH.begins(after, around.language):
        return True
    return any(APART.within(words, around.language) for words in (before, after))


def _are_of_one_time(one: FigureRow, other: FigureRow, around: Surroundings) -> bool:
    if one.as_of and other.as_of:
        return _same(one.as_of, other.as_of)
    times = [TIMES.found(around.words_of(row), around.language) for row in (one, other)]
    return times[0] == times[1]


def _are_of_one_place(one: FigureRow, other: FigureRow, around: Surroundings) -> bool:
    if one.place and other.place:
        return _same(one.place, other.place)
    places = [_places(row, around) for row in (one, other)]
    return not all(places) or bool(places[0] & places[1])


def _places(row: FigureRow, around: Surroundings) -> frozenset[str]:
    """Return the names of places beside prepositions in the sentence, and the figure's own place, folded."""
    named = around.written(row)
    found = (words.split()[1] for words in PLACES.found(folded(named), around.language))
    names = {name for name in found if name not in SMALL and name.capitalize() in named}
    return frozenset(names | ({folded(row.place)} if row.place else set()))


def _are_contrasted(one: FigureRow, other: FigureRow, around: Surroundings) -> bool:
    """Tell whether one sentence is of men and the other of women, or begins with a place that the other has not."""
    words = [stems(around.words_of(row)) for row in (one, other)]
    groups = [found & GROUPS for found in words]
    if groups[0] != groups[1] and all(groups):
        return True
    return _sets_a_scene(one, words[1], around) or _sets_a_scene(other, words[0], around)


def _sets_a_scene(row: FigureRow, others: frozenset[str], around: Surroundings) -> bool:
    """Tell whether the figure's sentence begins with a place, or the like, of which there is nothing in the other."""
    before = around.before(row)
    if not SCENE.begins(before, around.language):
        return False
    scene = stems(" ".join(before.split()[:SCENE_WORDS]))
    return bool(scene) and not scene & others


def _is_told_enough(one: FigureRow, other: FigureRow, around: Surroundings, slip: int) -> bool:
    """Tell whether the attributes or the words that the sentences share say enough."""
    specific, shared = is_specific(one, other), _shared(one, other, around)
    if slip >= SURE_SLIP:
        return True
    if not specific:
        return False
    if _both(one.as_of, other.as_of):
        return not one.people or shared > 0
    return shared > 0 and bool(slip or one.people or _both(one.place, other.place)) and _is_known(around)


def _both(one: str, other: str) -> bool:
    return bool(one and other) and _same(one, other)


def _is_known(around: Surroundings) -> bool:
    return around.language.casefold().partition("-")[0] in KNOWN_LANGUAGES


def _shared(one: FigureRow, other: FigureRow, around: Surroundings) -> int:
    """Return how many words the sentences share beside those of what is counted and of the unit."""
    shared = stems(around.words_of(one)) & stems(around.words_of(other))
    return len(shared - stems(one.counted) - stems(one.words) - stems(one.unit))
