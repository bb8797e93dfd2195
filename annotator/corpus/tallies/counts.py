"""Counts of tallies: annotations by label, state, verdict, voice or any value, each with what is behind it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeAlias

from annotator.corpus.tallies.tally import Marked, Tally

Places: TypeAlias = tuple[Marked, ...]
Groups: TypeAlias = dict[str, Places]
"""Annotations by what they have in common; the number of each is its count."""

NOT_TOLD = ""
"""Group of the annotations that do not tell the value that is counted."""


def all_marked(tallies: Iterable[Tally]) -> list[Marked]:
    """Return the annotations of all documents."""
    return [item for tally in tallies for item in tally.marked]


def facts(tallies: Iterable[Tally]) -> list[Marked]:
    """Return the annotations that are facts to be checked."""
    return [item for tally in tallies for item in tally.marked if item.is_fact]


def by_label(tallies: Iterable[Tally]) -> Groups:
    """Return the annotations by label, the most frequent first."""
    found = defaultdict[str, list[Marked]](list)  # there may be very many: a third of the time of ``grouped``
    for tally in tallies:
        for item in tally.marked:
            found[item.label].append(item)
    return _by_size({label: tuple(some) for label, some in found.items()})


def by_state(items: Iterable[Marked], states: Sequence[str]) -> Groups:
    """Return annotations by state of check, in the order of ``states``, then any other words; last those without."""
    return in_order(grouped(items, lambda item: (item.state,)), states)


def by_value(items: Iterable[Marked], attribute: str, choices: Sequence[str] = ()) -> Groups:
    """Return annotations by the value of an attribute, in the order of ``choices``; last those that do not tell it.

    An annotation with several values is in the group of each.
    """
    return in_order(grouped(items, lambda item: item.values.get(attribute) or (NOT_TOLD,)), choices)


def grouped(items: Iterable[Marked], keys: Callable[[Marked], Iterable[str]]) -> Groups:
    """Return the items by their keys."""
    found: dict[str, list[Marked]] = {}
    for item in items:
        for key in keys(item):
            found.setdefault(key, []).append(item)
    return {key: tuple(some) for key, some in found.items()}


def in_order(groups: Mapping[str, Places], order: Sequence[str]) -> Groups:
    """Return the groups in that order, then all others by size; last those that do not tell."""
    others = _by_size({key: some for key, some in groups.items() if key not in order and key != NOT_TOLD})
    last = [NOT_TOLD] if NOT_TOLD in groups else []
    return {key: groups[key] for key in (*(key for key in order if key in groups), *others, *last)}


def per_thousand(count: int, words: int) -> float | None:
    """Return the count per 1,000 words; None where there are no words."""
    return 1000 * count / words if words else None


def words_in(tallies: Iterable[Tally]) -> int:
    """Return the number of words, those of an article once for each of its documents."""
    return sum(tally.words for tally in tallies)


def _by_size(groups: Mapping[str, Places]) -> Groups:
    return dict(sorted(groups.items(), key=lambda pair: (-len(pair[1]), pair[0])))
