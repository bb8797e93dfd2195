"""Words and sentences of a whole article, with their offsets."""

from __future__ import annotations

from collections.abc import Iterator

from annotator.language.sentences import sentences
from annotator.language.words import count_words, words
from tests.benchmarks.table import Row
from tests.benchmarks.texts import Sample
from tests.benchmarks.timing import Times

BAR = 500


def text_units(shown: Sample, times: int) -> Iterator[Row]:
    """Find all words and sentences of the article, and count its words as the statistics do."""
    found, counted = Times(), Times()
    for _ in range(times):
        found.measure(lambda: (list(words(shown.text)), list(sentences(shown.text))))
        counted.measure(lambda: count_words(shown.text))
    yield Row("words and sentences", shown.name, found.cpu_median, limit=BAR)
    yield Row("words counted", shown.name, counted.cpu_median)
