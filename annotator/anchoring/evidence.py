"""Share of a passage's words that is found around a candidate place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from annotator.anchoring.alignment import Matches
from annotator.anchoring.block_map import Landing
from annotator.anchoring.known_text import Passage
from annotator.language.tokens import Token, is_word

LETTERS = 6
PUNCTUATION = 0.3
ATTESTING = 6
"""Letters found outside the annotation's sentence that confirm the place, if they are half of those outside."""

DRIFT = 24
"""Code points by which the distance between an annotation and the words around it may change."""


class Evidence:
    """The words of a passage that are found around a place, at about their old distance from it."""

    def __init__(self, passage: Passage, landing: Landing | None, theirs: Sequence[Token], found: Matches) -> None:
        self._ours = passage.tokens
        near = [(old, new) for old, new in found if _near(passage, landing, self._ours[old], theirs[new])]
        self._shares = _shares(len(self._ours), near)

    def share(self, numbers: Iterable[int]) -> float:
        """Return the share of the tokens that is found, weighted by letters; 1.0 if there are none."""
        found, sought = self._letters(numbers)
        return found / sought if sought else 1.0

    def attests(self, outside: Iterable[int]) -> bool:
        """Return True if enough of the words outside the sentence is found to exclude a similar sentence elsewhere."""
        found, sought = self._letters(outside)
        return found >= ATTESTING and 2 * found >= sought

    def _letters(self, numbers: Iterable[int]) -> tuple[float, float]:
        """Return the number of letters of the tokens that are found, and of all, by weight."""
        found = sought = 0.0
        for number in numbers:
            form = self._ours[number].form
            weight = min(len(form), LETTERS) if is_word(form) else PUNCTUATION
            found, sought = found + weight * self._shares[number], sought + weight
        return found, sought


def _near(passage: Passage, landing: Landing | None, old: Token, new: Token) -> bool:
    """Return True if the token is at about its old distance from the annotation."""
    if landing is None or old.overlaps(passage.span):
        return True
    if old.end <= passage.span.start:
        return abs((landing.span.start - new.end) - (passage.span.start - old.end)) <= DRIFT
    return abs((new.start - landing.span.end) - (old.start - passage.span.end)) <= DRIFT


def _shares(count: int, found: Matches) -> list[float]:
    """Return how far each token of the passage counts as found: 0, 1, or 0.5 without a matching neighbour."""
    both, at = set(found), dict(found)
    shares = []
    for number in range(count):
        new = at.get(number)
        beside = new is not None and {(number - 1, new - 1), (number + 1, new + 1)} & both
        shares.append(0.0 if new is None else 1.0 if beside else 0.5)
    return shares
