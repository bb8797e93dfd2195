"""Detection of near-duplicate texts: copies with another headline, shortened, or with an added sentence.

A text is compared by its shingles, runs of five words. The smallest hashes of these are its sketch: a random sample
that contains the same shingles for both texts (MinHash; A. Broder, 1997). Two texts are near duplicates if enough of
the sample of the smaller one is found in the other, so that copies of a beginning are found too.
"""

from __future__ import annotations

from array import array
from collections.abc import Hashable, Iterator, Mapping
from itertools import accumulate, groupby
from typing import TypeAlias, TypeVar
from zlib import crc32

from annotator.corpus.groups import Groups
from annotator.language.words import words_of

Sketch: TypeAlias = "array[int]"
"""The smallest hashes of a text, ascending; all of them if there are fewer than ``SIZE``."""

Key = TypeVar("Key", bound=Hashable)

RUN = 5
"""Words in a shingle: shorter ones are idioms that any two reports share, longer ones rarely survive editing."""

SIZE = 64
"""Hashes in a sketch: an estimated share of one half has an error of more than 1/8 in one of twenty cases."""

NEAR = 0.3
"""Minimum share of the smaller sketch. A text with every tenth word changed keeps about half of its shingles."""

FEWEST = 3
"""Minimum number of shared shingles: a single one may be a quotation."""

BESIDE = 8
"""Number of sketches with the same hash to which each is compared; members of a group share other hashes too."""


def sketch(text: str) -> Sketch:
    """Return the sketch of a text; it is the same on every machine and in every run."""
    words = [word.encode() for word in words_of(text.casefold()) or [text]]
    data, ends = b"".join(words), [*accumulate(map(len, words))]
    runs = {crc32(data[start:end]) for start, end in zip([0, *ends], ends[RUN - 1 :], strict=False)}
    return array("I", sorted(runs or {crc32(data)})[:SIZE])


def near_duplicates(sketches: Mapping[Key, Sketch]) -> list[frozenset[Key]]:
    """Return the groups of near duplicates, including those of one text; the order of ``sketches`` does not matter."""
    alike: dict[bytes, list[Key]] = {}
    for key, found in sketches.items():
        alike.setdefault(found.tobytes(), []).append(key)
    keys = [alike[found] for found in sorted(alike)]
    different = [sketches[same[0]] for same in keys]
    groups = Groups(range(len(different)))
    for one, other in _candidates(different):
        if not groups.are_joined(one, other) and _are_near(different[one], different[other]):
            groups.join(one, other)
    return [frozenset(key for place in group for key in keys[place]) for group in groups.all()]


def _candidates(sketches: list[Sketch]) -> Iterator[tuple[int, int]]:
    """Yield pairs of sketches that share a hash: at most ``BESIDE`` for each hash of each sketch."""
    places = sorted(number << 32 | place for place, found in enumerate(sketches) for number in found)
    for _, sharing in groupby(places, lambda place: place >> 32):
        together = [place & 0xFFFFFFFF for place in sharing]
        for index, one in enumerate(together):
            for other in together[index + 1 : index + 1 + BESIDE]:
                yield one, other


def _are_near(one: Sketch, other: Sketch) -> bool:
    """Return True if the sketches share enough of the hashes in the range that both cover completely."""
    up_to = min(_whole_up_to(one), _whole_up_to(other))
    these, those = ({number for number in found if number <= up_to} for found in (one, other))
    shared = len(these & those)
    return shared >= min(FEWEST, len(one), len(other)) and shared >= NEAR * min(len(these), len(those))


def _whole_up_to(found: Sketch) -> int:
    return found[-1] if len(found) == SIZE else 0xFFFFFFFF
