"""Which texts are nearly the same: copies with another headline, trimmed, or with a sentence put in.

A text is compared by its runs of five words. Of the numbers that stand for these the smallest are kept, its sketch:
they are as good as drawn at random, and the same runs are drawn from both texts (A. Broder, 1997). Two texts are near
duplicates where enough of what was drawn from the smaller stands in the other: so copies of a beginning are found too.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Hashable, Iterator, Mapping
from itertools import accumulate, groupby
from typing import TypeAlias, TypeVar
from zlib import crc32

from annotator.corpus.groups import Groups
from annotator.language.scripts import UNSPACED

Sketch: TypeAlias = "array[int]"
"""The smallest numbers of a text, rising; all of them where there are fewer than ``SIZE``."""

Key = TypeVar("Key", bound=Hashable)

WORD = re.compile(r"\w+")
UNSPACED_LETTER = re.compile(f"[{UNSPACED}]")
WORD_OR_LETTER = re.compile(rf"[^\W{UNSPACED}]+|[{UNSPACED}]")
"""In scripts without blanks each letter counts as one; to look for these takes longer."""

RUN = 5
"""Shorter runs are idioms that any two reports share, longer ones do not outlast an editor."""

SIZE = 64
"""How many numbers of a text are kept: what they say of a half is off by more than an eighth once in twenty."""

NEAR = 0.3
"""The share of the smaller text. Where every tenth word was changed, half of the runs are left."""

FEWEST = 3
"""So many runs must be the same: a single one is a quotation."""

BESIDE = 8
"""With how many others that share a number each is compared; where it is one of a group, it shares others too."""


def sketch(text: str) -> Sketch:
    """What is kept of a text to compare it; the same wherever and whenever it is made."""
    pattern = WORD if text.isascii() or not UNSPACED_LETTER.search(text) else WORD_OR_LETTER
    words = [word.encode() for word in pattern.findall(text.casefold()) or [text]]
    data, ends = b"".join(words), [*accumulate(map(len, words))]
    runs = {crc32(data[start:end]) for start, end in zip([0, *ends], ends[RUN - 1 :], strict=False)}
    return array("I", sorted(runs or {crc32(data)})[:SIZE])


def near_duplicates(sketches: Mapping[Key, Sketch]) -> list[frozenset[Key]]:
    """The groups of texts that are nearly the same, also those of one; it does not matter how the texts are ordered."""
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
    """Pairs that share a number: no more than ``BESIDE`` for each number of each."""
    places = sorted(number << 32 | place for place, found in enumerate(sketches) for number in found)
    for _, sharing in groupby(places, lambda place: place >> 32):
        together = [place & 0xFFFFFFFF for place in sharing]
        for index, one in enumerate(together):
            for other in together[index + 1 : index + 1 + BESIDE]:
                yield one, other


def _are_near(one: Sketch, other: Sketch) -> bool:
    """Judged by the numbers up to which both sketches are whole."""
    up_to = min(_whole_up_to(one), _whole_up_to(other))
    these, those = ({number for number in found if number <= up_to} for found in (one, other))
    shared = len(these & those)
    return shared >= min(FEWEST, len(one), len(other)) and shared >= NEAR * min(len(these), len(those))


def _whole_up_to(found: Sketch) -> int:
    return found[-1] if len(found) == SIZE else 0xFFFFFFFF
