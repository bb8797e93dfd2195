"""A quote checked against a long text, the first time and again, and the names of a long article."""

from __future__ import annotations

from collections.abc import Iterator

from annotator.facts.names.rows import name_rows
from annotator.facts.quotes.checking import check_quote
from annotator.model.article import Article
from annotator.model.document import Document
from annotator.storage.schemes.scheme_lookup import built_in_scheme
from tests.benchmarks.table import Row
from tests.benchmarks.texts import Sample
from tests.benchmarks.timing import Times

FIRST_BAR, AGAIN_BAR = 1000, 50
WORDS = 40
"""Words of the quote, of which one is changed."""


def names_and_quotes(shown: Sample, times: int) -> Iterator[Row]:
    """Check a quote from the middle of the article against it, and read the names of the article."""
    middle = len(shown.text) // 2
    quoted = shown.text[middle : middle + 20 * WORDS].split()[1 : WORDS + 1]
    quote = " ".join([*quoted[:-5], "elsewhere", *quoted[-4:]])
    first, again, named = Times(), Times(), Times()
    for turn in range(times):
        text = f"{shown.text}\n{turn}"  # one that has not been read before
        first.measure(lambda text=text: check_quote(quote, text))
        again.measure(lambda text=text: check_quote(quote, text))
        document = Document(Article("a.txt", text, ""))
        named.measure(lambda document=document: name_rows(document, built_in_scheme(), "en"))
    yield Row("quote checked the first time", shown.name, first.cpu_median, limit=FIRST_BAR)
    yield Row("quote checked again", shown.name, again.cpu_median, limit=AGAIN_BAR)
    yield Row("names found", shown.name, named.cpu_median)
