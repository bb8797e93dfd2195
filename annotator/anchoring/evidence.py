"""How much of a passage stands around a place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from annotator.anchoring.alignment import Matches
from annotator.anchoring.block_map import Landing
from annotator.anchoring.known_text import Passage
from annotator.language.tokens import Token, is_word

LETTERS = 6
PUNCTUATION = 0.3
ATTESTING = 6
"""So many letters beyond the annotation's own sentence show that it is not a look-alike, if they are half of them."""

DRIFT = 24
"""By how many letters the words around an annotation may have come nearer or gone farther."""


class Evidence:
    """The words of a passage that stand around a place, about as far from it as they were."""

    def __init__(self, passage: Passage, landing: Landing | None, theirs: Sequence[Token], found: Matches) -> None:
        self._ours = passage.tokens
        near = [(old, new) for old, new in found if _near(passage, landing, self._ours[old], theirs[new])]
        self._shares = _shares(len(self._ours), near)

    def share(self, numbers: Iterable[int]) -> float:
        """How much of the tokens is found, by their letters; all, where there are none."""
        found, sought = self._letters(numbers)
        return found / sought if sought else 1.0

    def attests(self, outside: Iterable[int]) -> bool:
        """Whether enough is found of words that no look-alike elsewhere has beside it."""
        found, sought = self._letters(outside)
        return found >= ATTESTING and 2 * found >= sought

    def _letters(self, numbers: Iterable[int]) -> tuple[float, float]:
        """How many letters of the tokens are found, and how many they have."""
        found = sought = 0.0
        for number in numbers:
            form = self._ours[number].form
            weight = min(len(form), LETTERS) if is_word(form) else PUNCTUATION
            found, sought = found + weight * self._shares[number], sought + weight
        return found, sought


def _near(passage: Passage, landing: Landing | None, old: Token, new: Token) -> bool:
    """Whether the token is about as far from the annotation as it was."""
    if landing is None or old.overlaps(passage.span):
        return True
    if old.end <= passage.span.start:
        return abs((landing.span.start - new.end) - (passage.span.start - old.end)) <= DRIFT
    return abs((new.start - landing.span.end) - (old.start - passage.span.end)) <= DRIFT


def _shares(count: int, found: Matches) -> list[float]:
    """How much each token of the passage counts as found: one that stands alone counts half."""
    both, at = set(found), dict(found)
    shares = []
    for number in range(count):
        new = at.get(number)
        beside = new is not None and {(number - 1, new - 1), (number + 1, new + 1)} & both
        shares.append(0.0 if new is None else 1.0 if beside else 0.5)
    return shares
