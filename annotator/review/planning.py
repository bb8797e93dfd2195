"""Drawing of lots: which annotator gets which article, balanced by the lengths of the articles."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from random import Random

from annotator.model.items import altered
from annotator.model.plan import Plan, Round
from annotator.model.told_error import ToldError

TWO = 2
"""Annotators of an article that is annotated twice."""


class CannotAssignError(ToldError):
    """The articles cannot be assigned as it was asked; the message says why."""


def planned(
    before: Plan | None,
    lengths: Mapping[str, int],
    annotators: Sequence[str],
    *,
    number: int,
    double: int | None = None,
    seed: int = 0,
) -> Plan:
    """Return the plan with the articles added that nobody was assigned in the round of that ``number``.

    ``lengths`` are the code points of each article, ``double`` the share in per cent of the round that two annotators
    get; None for that of the round until now. What was assigned stays; in a later round no annotator gets what is
    theirs already, as long as there are others. Raises CannotAssignError for fewer annotators than the share needs.
    """
    names = tuple(dict.fromkeys(annotators)) or (before.annotators if before else ())
    plan = _with_annotators(before or Plan(()), names)
    present = next((one for one in plan.rounds if one.number == number), Round(number, {}))
    share = present.double if double is None else double
    _check(names, share)
    new = [article for article in lengths if article not in present.articles]
    if not new:
        return plan
    drawn = _drawn(plan, new, lengths, names, _owed(present, len(new), share), Random(seed))
    grown = altered(present, articles={**present.articles, **drawn}, double=share, seed=seed)
    return altered(plan, rounds=_with(plan.rounds, grown))


def loads(plan: Plan, lengths: Mapping[str, int]) -> dict[str, int]:
    """Return the code points of the articles of each annotator; articles that are no longer there count nothing."""
    found = dict.fromkeys(plan.annotators, 0)
    for article, annotators in plan.assigned():
        for name in annotators:
            found[name] = found.get(name, 0) + lengths.get(article, 0)
    return found


def _with_annotators(plan: Plan, names: Sequence[str]) -> Plan:
    return altered(plan, annotators=tuple(dict.fromkeys((*plan.annotators, *names))))


def _check(names: Sequence[str], share: int) -> None:
    """Raise CannotAssignError where there are too few for the share that two get."""
    if not names:
        raise CannotAssignError("nobody is named who is to annotate")
    if share and len(names) < TWO:
        raise CannotAssignError("a share for two annotators needs at least two of them")


def _drawn(
    plan: Plan,
    new: Sequence[str],
    lengths: Mapping[str, int],
    names: Sequence[str],
    doubled: int,
    lot: Random,
) -> dict[str, tuple[str, ...]]:
    """Give each article, the longest first, to whoever has least to read; ties are broken by lot.

    ``doubled`` of them, which are drawn by lot, go to two.
    """
    load, theirs = loads(plan, lengths), plan.annotators_of()
    shuffled = sorted(new)
    lot.shuffle(shuffled)
    twice = frozenset(shuffled[:doubled])
    found: dict[str, tuple[str, ...]] = {}
    for article in sorted(shuffled, key=lambda one: (one not in twice, -lengths[one])):
        ranks = {name: lot.random() for name in names}
        had = theirs.get(article, ())
        order = sorted(names, key=lambda name: (name in had, load[name], ranks[name]))
        found[article] = tuple(order[: TWO if article in twice else 1])
        for name in found[article]:
            load[name] += lengths[article]
    return {article: found[article] for article in sorted(found)}


def _owed(present: Round, new: int, share: int) -> int:
    """Return how many of the new articles two annotators get, so that the share of the whole round comes out."""
    have = sum(len(annotators) > 1 for annotators in present.articles.values())
    return min(max(round((len(present.articles) + new) * share / 100) - have, 0), new)


def _with(rounds: Sequence[Round], changed: Round) -> tuple[Round, ...]:
    """Return the rounds with this one in place of that of the same number, or at the end."""
    if all(one.number != changed.number for one in rounds):
        return (*rounds, changed)
    return tuple(changed if one.number == changed.number else one for one in rounds)
