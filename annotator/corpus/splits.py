"""Division of articles into train, dev and test splits for machine learning."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256

from annotator.corpus.groups import Groups
from annotator.corpus.near_duplicates import Sketch, near_duplicates, sketch
from annotator.model.entry import SPLITS, Entry


def splits(entries: Iterable[Entry], shares: Sequence[int], seed: int) -> Mapping[str, str]:
    """Return one of ``SPLITS`` for each article, by path; ``shares`` are in the order of ``SPLITS``, with any sum.

    Near duplicates are in one split, and so are the documents of different annotators for one article. The result
    depends only on the articles, the shares and the seed, not on the order of the entries.
    """
    sketches: dict[tuple[str, str], Sketch] = {}
    for entry in entries:
        text = entry.path, entry.document.article.sha256  # articles of two folders can have one path
        if text not in sketches:
            sketches[text] = sketch(entry.text)
    return _divided(_grouped(sketches), shares, seed)


def _grouped(sketches: Mapping[tuple[str, str], Sketch]) -> list[frozenset[str]]:
    groups = Groups(path for path, _ in sketches)
    for texts in near_duplicates(sketches):
        first, *others = texts
        for other in others:
            groups.join(first[0], other[0])
    return groups.all()


def _divided(groups: Sequence[frozenset[str]], shares: Sequence[int], seed: int) -> dict[str, str]:
    """Assign the groups, largest first, to the split that lacks most; the seed orders groups of one size."""
    total = sum(map(len, groups))
    lacking = {split: total * share / sum(shares) for split, share in zip(SPLITS, shares, strict=True)}
    found: dict[str, str] = {}
    for group in sorted(groups, key=lambda group: (-len(group), _random_key(group, seed))):
        split = max(lacking, key=lambda split: lacking[split])
        lacking[split] -= len(group)
        found |= dict.fromkeys(group, split)
    return found


def _random_key(group: frozenset[str], seed: int) -> bytes:
    """Return a pseudo-random sort key that depends only on the group and the seed."""
    return min(sha256(f"{seed}\n{path}".encode("utf-8", "surrogatepass")).digest() for path in group)
