"""The same claim elsewhere, by its words: rare words that two claims share count more than frequent ones."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from heapq import nlargest
from math import log

from annotator.language.folding import folded
from annotator.language.words import words_of

SHORTEST, FEWEST, ALIKE, MOST = 4, 3, 0.55, 3
"""Letters of a word that counts unless it is a number, words that are shared at least, share of the weight of the
shorter claim that must be shared, and how many are found at most."""


class AlikeClaims:
    """Index of claims by their words; ``texts`` are these by any key."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._words = {key: frozenset(_counting(text)) for key, text in texts.items()}
        self._with: dict[str, list[str]] = defaultdict(list)
        for key, words in self._words.items():
            for word in words:
                self._with[word].append(key)

    def like(self, key: str, text: str) -> list[str]:
        """Return the keys of the claims that say the same as the text, but for ``key``, the most alike first."""
        words = frozenset(_counting(text))
        shared: Counter[str] = Counter(other for word in words for other in self._with.get(word, ()) if other != key)
        scores = {other: self._score(words, other) for other, count in shared.items() if count >= FEWEST}
        found = nlargest(MOST, scores, key=lambda other: (scores[other], other))
        return [other for other in found if scores[other] >= ALIKE]

    def _score(self, words: frozenset[str], other: str) -> float:
        there = self._words[other]
        shorter = min(self._weight(words), self._weight(there))
        return self._weight(words & there) / shorter if shorter else 0.0

    def _weight(self, words: Iterable[str]) -> float:
        total = len(self._words)
        return sum(log(1 + (total + 1) / (1 + len(self._with.get(word, ())))) for word in words)


def _counting(text: str) -> Iterable[str]:
    words = (folded(word) for word in words_of(text))
    return (word for word in words if len(word) >= SHORTEST or any(letter.isdecimal() for letter in word))
