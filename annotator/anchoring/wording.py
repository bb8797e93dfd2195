"""Likeness of two stretches of text by their shared words, of which rare ones weigh more than frequent ones."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import log2

from annotator.language.tokens import Token, is_word

PUNCTUATION = 0.05
SHORT = 5


@dataclass(frozen=True, slots=True)
class Stretch:
    """Consecutive tokens: a sentence, or a part of one."""

    tokens: Sequence[Token]

    @property
    def start(self) -> int:
        return self.tokens[0].start

    @property
    def end(self) -> int:
        return self.tokens[-1].end

    @property
    def forms(self) -> list[str]:
        return [token.form for token in self.tokens]


class Wording:
    """Weights of words, from the number of stretches of both texts in which each word occurs."""

    def __init__(self, old: Iterable[Stretch], new: Iterable[Stretch]) -> None:
        self._in: Counter[str] = Counter()
        for side in (old, new):
            for stretch in side:
                self._in.update(set(stretch.forms))
        self._weights: dict[str, float] = {}
        self._counted: dict[int, tuple[Stretch, Counter[str], float]] = {}

    def weight(self, form: str) -> float:
        if form not in self._weights:
            rarity = 1 / (1 + log2(max(2, self._in[form]) / 2))
            letters = min(len(form) if form.isascii() else SHORT, SHORT) / SHORT
            self._weights[form] = rarity * letters if is_word(form) else PUNCTUATION
        return self._weights[form]

    def likeness(self, old: Stretch, new: Stretch) -> float:
        """Return the likeness: from 0 for no common word to 1 for the same words."""
        (ours, our_weight), (theirs, their_weight) = self._bag(old), self._bag(new)
        if len(theirs) < len(ours):
            ours, theirs = theirs, ours
        shared = sum(self.weight(form) * min(count, theirs[form]) for form, count in ours.items() if form in theirs)
        return 2 * shared / (our_weight + their_weight)

    def _bag(self, stretch: Stretch) -> tuple[Counter[str], float]:
        found = self._counted.get(id(stretch))
        if found is None:
            bag = Counter(stretch.forms)
            total = sum(self.weight(form) * count for form, count in bag.items())
            found = self._counted[id(stretch)] = stretch, bag, total
        return found[1], found[2]
