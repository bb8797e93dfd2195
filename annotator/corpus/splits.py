"""Which articles are to train a program, which to choose among programs, which to test the one that was chosen."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256

from annotator.corpus.groups import Groups
from annotator.corpus.near_duplicates import Sketch, near_duplicates, sketch
from annotator.model.entry import SPLITS, Entry


def splits(entries: Iterable[Entry], shares: Sequence[int], seed: int) -> Mapping[str, str]:
    """One of ``SPLITS`` for each article by its path; ``shares`` are in their order and make 100, or any other sum.

    Near duplicates are in one split, and so are the documents that different annotators made of one article. The same
    articles, shares and seed give the same splits, in whatever order the entries come.
    """
    sketches: dict[tuple[str, str], Sketch] = {}
    for entry in entries:
        text = entry.path, entry.document.article.sha256  # articles of two folders can have one path
        if text not in sketches:
            sketches[text] = sketch(entry.text)
    return _divided(_together(sketches), shares, seed)


def _together(sketches: Mapping[tuple[str, str], Sketch]) -> list[frozenset[str]]:
    groups = Groups(path for path, _ in sketches)
    for texts in near_duplicates(sketches):
        first, *others = texts
        for other in others:
            groups.join(first[0], other[0])
    return groups.all()


def _divided(groups: Sequence[frozenset[str]], shares: Sequence[int], seed: int) -> dict[str, str]:
    """The largest groups first, each to the split that lacks most; among those of one size, chance decides."""
    total = sum(map(len, groups))
    lacking = {split: total * share / sum(shares) for split, share in zip(SPLITS, shares, strict=True)}
    found: dict[str, str] = {}
    for group in sorted(groups, key=lambda group: (-len(group), _drawn(group, seed))):
        split = max(lacking, key=lambda split: lacking[split])
        lacking[split] -= len(group)
        found |= dict.fromkeys(group, split)
    return found


def _drawn(group: frozenset[str], seed: int) -> bytes:
    """A number as good as drawn at random, but the same each time."""
    return min(sha256(f"{seed}\n{path}".encode("utf-8", "surrogatepass")).digest() for path in group)
