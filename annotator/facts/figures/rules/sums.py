"""Numbers of a sentence that do not add up.

Example: “12 adults and 9 children, a total of 22”; “the crew of 31 is made up of 18 sailors and 15
engineers”; “60 men and 45 women were among the 100 people on board”; “58 %
voted for the plan and 47 % against it”.

“Of 100 employees, 60 are men and 35 women” leaves five.

Counter-example: “12 adults and 9 children, bringing the total to 60”, which counts others too; “60 of the 100 are women
and 55 are teachers”, who may be the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from annotator.facts.figures.bounds import bounds_of, is_exact
from annotator.facts.figures.by_sentence import are_comparable, by_sentence, exclude_each_other, group_of, words_behind
from annotator.facts.figures.counted import stems, stems_of
from annotator.facts.figures.rows import FigureRow
from annotator.facts.figures.surroundings import Surroundings
from annotator.facts.figures.telling import place_of, told
from annotator.facts.figures.wording import Wording
from annotator.facts.finding import Finding
from annotator.language.values.numbers import number_text
from annotator.translation.messages import _

RULE = "sums"
KINDS = frozenset({"", "count", "money", "measure"})
HUNDRED = Decimal(100)
NEAR = Decimal("0.5")
"""Least ratio of sum and total: those that differ more are not meant for each other."""
FEWEST = 2
"""Figures that make a sum, at least."""
MOST_WORDS = 3
"""Words between two figures that are added, apart from what is between them in any list."""

TOTAL = Wording(
    en="(?:for |making |, )?(?:a |the )?total of|in all|in total|altogether|all told|a combined",
    de="insgesamt|zusammen|in summe|alles in allem",
)
AFTERWARDS = Wording(en="in all|in total|altogether|all told|together", de="insgesamt|zusammen")
COMPRISES = Wording(
    en="made up of|consist(?:s|ed|ing) of|compris(?:es|ed|ing)|composed of",
    de="besteht aus|bestand aus|bestehend aus|setzt sich zusammen aus",
)
RUNNING = Wording(
    en="since|so far|this year|bringing|brings|brought|taking|takes|to date|other|others|more",
    de="seit|bisher|bislang|damit|steigt|stieg|andere|weitere|übrige",
)
AMONG = Wording(
    en="(?:of|among|out of|aboard)(?: (?:the|all|its|their|a total of|those|these))*",
    de="(?:von|unter|der)(?: (?:den|allen|insgesamt|ihren|seinen|diesen))*",
)
MEN_OR_WOMEN = Wording(en="(?:(?:are|were) )?(?:wo)?men", de="(?:(?:sind|waren) )?(?:frauen|männer)")
ARE = Wording(en="are|were", de="sind|waren")
REST = Wording(
    en="rest|others?|unknown|children|boys?|girls?|non-binary|diverse",
    de="rest|übrige[nr]?|andere|unbekannt|kinder|divers",
)
GROWN = stems_of(
    "employees staff members officers soldiers teachers voters councillors deputies senators jurors workers "
    "doctors nurses candidates mitglieder beschäftigte angestellte abgeordnete soldaten lehrer wähler ärzte kandidaten"
)
"""Grown people, among whom there is nobody but men and women where an article counts both."""
AND = Wording(en=",|and|, and|plus|or", de=",|und|sowie|plus")


def findings(rows: Sequence[FigureRow], around: Surroundings) -> list[Finding]:
    """Return the sums that are not what they are said to be, and groups that are more than all there are."""
    found = list[Finding]()
    for sentence in by_sentence(rows):
        found += _totals(sentence, around)
        found += _groups(sentence, around)
        found += _shares(sentence, around)
    return found


def _totals(sentence: Sequence[FigureRow], around: Surroundings) -> Iterator[Finding]:
    parts, total = _parts_and_total(sentence, around)
    if total is None or len(parts) < FEWEST or not all(is_exact(row) and row.kind in KINDS for row in sentence):
        return
    if all(are_comparable(total, part) for part in parts) and _are_listed(parts, around):
        yield from _unequal(parts, total, around)


def _parts_and_total(
    sentence: Sequence[FigureRow], around: Surroundings
) -> tuple[Sequence[FigureRow], FigureRow | None]:
    """Return the figures that are added, and their sum, which stands behind them or before them; None for no sum."""
    if COMPRISES.ends(around.between(sentence[0], sentence[1]), around.language):
        return sentence[1:], sentence[0]
    return sentence[:-1], sentence[-1] if _is_total(sentence, around) else None


def _is_total(sentence: Sequence[FigureRow], around: Surroundings) -> bool:
    total, lead = sentence[-1], around.between(sentence[-2], sentence[-1])
    after = around.after(total)
    behind = " ".join(after.split()[:MOST_WORDS])
    if not AFTERWARDS.within(behind, around.language) and not TOTAL.ends(lead, around.language):
        return False
    return not any(RUNNING.within(words, around.language) for words in (lead, after))


def _are_listed(parts: Sequence[FigureRow], around: Surroundings) -> bool:
    """Tell whether only what is counted and an “and” or a comma stands between the figures."""
    for one, other in pairwise(parts):
        between = around.between(one, other)
        if not AND.ends(between, around.language) or len(between.replace(",", " ").split()) > MOST_WORDS + 1:
            return False
    return True


def _unequal(parts: Sequence[FigureRow], total: FigureRow, around: Surroundings) -> Iterator[Finding]:
    bounds, most = [bounds_of(part) for part in parts], bounds_of(total, rounded=True)
    low = sum((one.low for one in bounds if one), Decimal(0))
    high = sum((one.high for one in bounds if one), Decimal(0))
    value, added = total.value or Decimal(0), sum((part.value or Decimal(0) for part in parts), Decimal(0))
    if most and (low > most.high or high < most.low) and NEAR <= added / (value or Decimal(1)) <= 1 / NEAR:
        yield _finding(_("{sum} is {added}, not “{total}”."), parts, total, around)


def _groups(sentence: Sequence[FigureRow], around: Surroundings) -> Iterator[Finding]:
    """Yield the groups that exclude each other and are more than the whole that the sentence names."""
    for whole in sentence:
        parts = [row for row in sentence if row is not whole and are_comparable(row, whole)]
        if len(parts) < FEWEST or whole.kind not in KINDS:
            continue
        if AMONG.ends(around.before(whole), around.language) and _exclude_each_other(parts, around):
            yield from _too_many(parts, whole, around)
            if _are_men_and_women(parts, whole, around):
                yield from _too_few(parts, whole, around)


def _are_men_and_women(parts: Sequence[FigureRow], whole: FigureRow, around: Surroundings) -> bool:
    """Tell whether a group of grown people is said to be so many men and so many women, and nobody else."""
    if len(parts) != FEWEST or not all(map(is_exact, (*parts, whole))):
        return False
    grown = stems(f"{whole.counted} {' '.join(words_behind(whole, around)[:1])}") & GROWN
    language, behind = around.language, [around.after(part) for part in parts]
    are = ARE.begins(behind[0], language) or ARE.ends(around.before(parts[0]), language)
    said = are and all(MEN_OR_WOMEN.begins(words, language) for words in behind)
    end = MEN_OR_WOMEN.after(behind[1], language).strip()
    return bool(grown) and said and end[:1] in ("", ".", ";") and not REST.within(around.words_of(whole), language)


def _too_few(parts: Sequence[FigureRow], whole: FigureRow, around: Surroundings) -> Iterator[Finding]:
    added = sum((part.value or Decimal(0) for part in parts), Decimal(0))
    if whole.value is not None and added < whole.value:
        yield _finding(_("{sum} is {added}, not “{total}”."), parts, whole, around)


def _too_many(parts: Sequence[FigureRow], whole: FigureRow, around: Surroundings) -> Iterator[Finding]:
    bounds, most = [bounds_of(part) for part in parts], bounds_of(whole, rounded=True)
    if most and all(bounds) and sum((one.low for one in bounds if one), Decimal(0)) > most.high:
        yield _finding(_("{sum} is {added}, more than “{total}”."), parts, whole, around)


def _shares(sentence: Sequence[FigureRow], around: Surroundings) -> Iterator[Finding]:
    """Yield percentages of groups that exclude each other and are more than a hundred."""
    parts = [row for row in sentence if row.kind == "percent" and is_exact(row)]
    if len(parts) < FEWEST or not _exclude_each_other(parts, around):
        return
    added = sum((part.value or Decimal(0) for part in parts), Decimal(0))
    if added > HUNDRED + len(parts):  # each may have been rounded
        told_of = _("{sum} is {added}, more than a hundred per cent.").format(
            sum=_sum(parts, around), added=number_text(added, around.separators)
        )
        yield Finding(RULE, _("Numbers that do not add up"), told_of, tuple(map(place_of, parts)))


def _finding(sentence: str, parts: Sequence[FigureRow], total: FigureRow, around: Surroundings) -> Finding:
    added = sum((part.value or Decimal(0) for part in parts), Decimal(0))
    said = {"sum": _sum(parts, around), "added": number_text(added, around.separators), "total": told(total)}
    places = sorted(map(place_of, (*parts, total)), key=lambda place: place.span)
    return Finding(RULE, _("Numbers that do not add up"), sentence.format(**said), tuple(places))


def _exclude_each_other(parts: Sequence[FigureRow], around: Surroundings) -> bool:
    return exclude_each_other([group_of(part, around) for part in parts])


def _sum(parts: Sequence[FigureRow], around: Surroundings) -> str:
    return " + ".join(number_text(part.value, around.separators) for part in parts if part.value is not None)
