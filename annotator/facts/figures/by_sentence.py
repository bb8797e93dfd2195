"""Figures of one sentence, and the groups of people and of votes that exclude each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from annotator.facts.figures.counted import counts_persons, key_of
from annotator.facts.figures.rows import FigureRow
from annotator.facts.figures.surroundings import Surroundings
from annotator.facts.figures.wording import Wording
from annotator.language.folding import folded

MOST_FIGURES = 40
"""Figures of a sentence; where there are more, it is a table."""
NEXT = 4
"""Words behind a figure that may say what it counts."""

GROUPS = (
    "man men male males mann männer männern männlich",
    "woman women female females frau frauen weiblich",
    "child children kid kids kind kinder kindern",
    "killed dead died toll tote toten tot getötet starben starb gestorben",
    "wounded injured hurt verletzt verletzte verletzten",
    "missing vermisst vermisste vermissten",
    "for favour favor dafür ja-stimmen zustimmung",
    "against dagegen gegenstimmen",
    "abstained abstain abstentions abstention enthaltungen enthielten enthaltung",
)
"""Words for groups of people and of votes; of one field, nobody is in two of them."""
GROUP_OF = {word: number for number, group in enumerate(GROUPS) for word in group.split()}
FIELDS = ((0, 1, 2), (3, 4, 5), (6, 7, 8))
"""Groups that exclude each other."""


OF = Wording(
    en="(?:(?:out )?of)(?: (?:the|its|their|all|these|those|his|her|our|a total of|some|about))*",
    de="(?:von|der|aus)(?: (?:den|ihren|seinen|allen|insgesamt|rund|etwa|unseren))*",
)
"""What stands between a part and its whole: “19 of the 16 lifts”."""


def by_sentence(rows: Sequence[FigureRow]) -> Iterator[list[FigureRow]]:
    """Yield the figures of each sentence that has several but is no table, in the order of the text."""
    placed = (row for row in rows if row.sentence)
    for _sentence, group in groupby(placed, key=lambda row: row.sentence):
        if 1 < len(found := [*group]) <= MOST_FIGURES:
            yield found


def are_comparable(one: FigureRow, other: FigureRow) -> bool:
    """Tell whether the figures have the same kind and unit, so that they can be added."""
    return one.kind == other.kind and (one.unit == other.unit or folded(one.unit) == folded(other.unit))


def are_of_one_sort(part: FigureRow, whole: FigureRow) -> bool:
    """Tell whether what the part counts can be among what the whole counts: people among people."""
    if counts_persons(part) and counts_persons(whole):
        return True
    some, all_of_it = key_of(part), key_of(whole)
    return not some or bool(some & all_of_it)


def group_of(row: FigureRow, around: Surroundings) -> int | None:
    """Return the number of the group that the figure counts, by its attribute and by the words behind it."""
    said = f"{row.counted} {' '.join(words_behind(row, around)[:NEXT])}"
    found = [GROUP_OF[word] for word in folded(said).replace(",", " ").split() if word in GROUP_OF]
    return found[0] if found else None


def words_behind(row: FigureRow, around: Surroundings) -> list[str]:
    """Return the words behind the figure in its clause, without marks."""
    clause = around.after(row).partition(",")[0].partition(";")[0]
    return [word.strip(".:()-\"'") for word in clause.split()]


def exclude_each_other(groups: Sequence[int | None]) -> bool:
    """Tell whether nobody can be in two of the groups."""
    known = [group for group in groups if group is not None]
    if len(known) != len(groups) or len({*known}) != len(known):
        return False
    return any(set(known) <= set(field) for field in FIELDS)
