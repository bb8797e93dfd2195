"""Labels that stand together: in one sentence, or overlapping; and labels by article."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import TypeAlias

from annotator.corpus.tallies.counts import Places
from annotator.corpus.tallies.tally import Marked, Tally

Cells: TypeAlias = dict[tuple[str, str], Places]


def together(tallies: Iterable[Tally], *, overlapping: bool = False) -> Cells:
    """Return by (one, other) the annotations of a label that stand with another annotation of the other label.

    They stand together in one sentence, or ``overlapping``. An annotation does not stand with itself, so that (one,
    one) has those that stand with a second one of their label.
    """
    found = defaultdict[tuple[str, str], list[Marked]](list)
    for tally in tallies:
        for item, labels in zip(tally.marked, labels_beside(tally.marked, overlapping=overlapping), strict=True):
            for other in labels:
                found[item.label, other].append(item)
    return {key: tuple(some) for key, some in found.items()}


def labels_beside(items: Sequence[Marked], *, overlapping: bool) -> list[set[str]]:
    """Return for each item of a document the labels of others that it stands with; ``items`` are sorted by start."""
    return _overlapping(items) if overlapping else _in_sentence(items)


def by_article(tallies: Iterable[Tally]) -> Cells:
    """Return the annotations by (label, article)."""
    found = defaultdict[tuple[str, str], list[Marked]](list)
    for tally in tallies:
        for item in tally.marked:
            found[item.label, item.article].append(item)
    return {key: tuple(some) for key, some in found.items()}


def _in_sentence(items: Sequence[Marked]) -> list[set[str]]:
    """Return for each item the labels of others in its sentences."""
    of_sentence = defaultdict[int, list[int]](list)
    for at, item in enumerate(items):
        for sentence in range(item.sentences[0], item.sentences[1] + 1):
            of_sentence[sentence].append(at)
    result = [set[str]() for _item in items]
    for some in (some for some in of_sentence.values() if len(some) > 1):
        counts = defaultdict[str, int](int)
        for at in some:
            counts[items[at].label] += 1
        for at in some:
            result[at].update(label for label, count in counts.items() if count > (label == items[at].label))
    return result


def _overlapping(items: Sequence[Marked]) -> list[set[str]]:
    """Return for each item the labels of others that share a code point with it."""
    result = [set[str]() for _item in items]
    open_: list[int] = []
    for at, item in enumerate(items):
        open_ = [before for before in open_ if items[before].end > item.start]
        for before in open_:
            result[before].add(item.label)
            result[at].add(items[before].label)
        open_.append(at)
    return result
