"""Words and sentences of a whole article, with their offsets; the reading of one figure."""

from __future__ import annotations

from collections.abc import Iterator

from annotator.language.figures.reading import read_figure
from annotator.language.sentences import sentences
from annotator.language.values.numbers import number_of
from annotator.language.words import count_words, words
from tests.benchmarks.table import Row
from tests.benchmarks.texts import Sample
from tests.benchmarks.timing import Times

BAR = 500
MOST_MILLISECONDS = 0.2
"""For one figure."""
TIMES = 20
TEXT = (
    "Some 3,000 civilians and more than 40 wounded were brought out after two and a half years; between 10 and 15 per "
    "cent of the €3.2 million are spent, tens of thousands of homes were left on 15 December 2016 at around 1700 GMT."
)
FIGURES = (
    *("Some 3,000", "more than 40", "two and a half years", "between 10 and 15 per cent", "€3.2 million"),
    *("tens of thousands", "15 December 2016", "around 1700 GMT"),
)


def text_units(shown: Sample, times: int) -> Iterator[Row]:
    """Find all words and sentences of the article, and count its words as the statistics do."""
    found, counted = Times(), Times()
    for _ in range(times):
        found.measure(lambda: (list(words(shown.text)), list(sentences(shown.text))))
        counted.measure(lambda: count_words(shown.text))
    yield Row("words and sentences", shown.name, found.cpu_median, limit=BAR)
    yield Row("words counted", shown.name, counted.cpu_median)


def figures(times: int) -> Iterator[Row]:
    """Read all figures of a text, and as many numbers in digits."""
    places = [(TEXT.index(words), TEXT.index(words) + len(words)) for words in FIGURES]
    read, typed = Times(), Times()
    for _ in range(TIMES * times):
        read.measure(lambda: [read_figure(TEXT, start, end, "en") for start, end in places])
        typed.measure(lambda: [number_of("3,000.50") for _figure in places])
    each = read.cpu_median / len(places)
    yield Row("figure read", "a text", each, limit=MOST_MILLISECONDS)
    yield Row("figure read, beside", "a text", each, typed.cpu_median / len(places), other_name="number typed")
