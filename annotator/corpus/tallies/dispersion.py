"""Dispersion of a label or a word through articles: each place as a share of the article's length."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from annotator.corpus.tallies.counts import Places
from annotator.corpus.tallies.tally import SHOWN, Marked, Tally

NO_BLANKS = re.compile("[\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff\u2e80-\ud7ff\uf900-\ufaff]")
"""Letters of scripts that are written without blanks between words."""


@dataclass(frozen=True, slots=True)
class Dispersion:
    """Places of a label and of a word in one article, in the order of the text; ``length`` is in code points."""

    article: str
    length: int
    label: Places
    word: Places

    def at(self, item: Marked) -> float:
        """Return where in the article the item begins, 0–1."""
        return item.start / self.length if self.length else 0.0


def dispersion(tallies: Iterable[Tally], label: str, word: str = "") -> list[Dispersion]:
    """Return the places of the label and of the word in each article that has one, in the order of the articles.

    An article of several annotators is taken once, with the annotations of all. The word is looked for as a whole
    word, whatever its case.
    """
    parts = dict[str, list[Tally]]()
    for tally in tallies:
        parts.setdefault(tally.article, []).append(tally)
    pattern = word_pattern_of(word)
    found = (_of_article(some, label, pattern) for some in parts.values())
    return [one for one in found if one.label or one.word]


def word_pattern_of(word: str) -> re.Pattern[str] | None:
    """Return the pattern of a word or words, blanks of any kind between them; None for an empty word."""
    parts = [re.escape(part) for part in word.split()]
    if not parts:
        return None
    around = ("", "") if NO_BLANKS.search(word) else (r"(?<!\w)", r"(?!\w)")
    return re.compile(r"\s+".join(parts).join(around), re.IGNORECASE)


def _of_article(tallies: list[Tally], label: str, pattern: re.Pattern[str] | None) -> Dispersion:
    first = tallies[0]
    marked = sorted((it for tally in tallies for it in tally.marked if it.label == label), key=lambda it: it.start)
    return Dispersion(first.article, first.length, tuple(marked), tuple(_words(first, pattern)))


def _words(tally: Tally, pattern: re.Pattern[str] | None) -> Iterator[Marked]:
    for match in pattern.finditer(tally.text) if pattern else ():
        start, end = match.span()
        yield Marked(tally.article, "", "", "", start, end, _around(tally.text, start))


def _around(text: str, start: int) -> str:
    """Return the words from a little before the place on."""
    line = text.rfind("\n", 0, start) + 1
    return text[max(line, start - SHOWN // 4) : start + SHOWN]
