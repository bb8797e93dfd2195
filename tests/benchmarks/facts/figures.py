"""Table of figures of an article with very many of them, and what does not fit among these."""

from __future__ import annotations

from collections.abc import Iterator

from annotator.facts.figures.mismatches import mismatches
from annotator.facts.figures.rows import figure_rows
from annotator.language.sentences import sentences
from annotator.model.annotation import Annotation
from annotator.model.article import Article
from annotator.model.document import Document
from annotator.model.span import Span
from annotator.storage.schemes.scheme_lookup import built_in_scheme
from tests.benchmarks.table import Row
from tests.benchmarks.timing import Times

BAR = 1000
THINGS = ("power", "water", "light", "a roof")


def figures_table(count: int, times: int) -> Iterator[Row]:
    """Make the rows and find what does not fit, beside finding the sentences of the same article."""
    document, scheme = flooded_towns(count), built_in_scheme()
    ours, bare = Times(), Times()
    for _ in range(times):
        ours.measure(lambda: mismatches(document, figure_rows(document, scheme)))
        bare.measure(lambda: list(sentences(document.article.text)))
    name = f"{count:,} figures"
    yield Row("figures and what does not fit", name, ours.cpu_median, limit=BAR)
    yield Row("figures beside sentences", name, ours.cpu_median, bare.cpu_median, other_name="sentences")


def flooded_towns(count: int) -> Document:
    """An article with that many figures, two in each sentence, of which some do not fit."""
    text, figures = "", dict[str, Annotation]()
    for town in range(count // 2):
        homes, flats = 100 + 7 * town % 900, 3 + 11 * town % 200
        for words, number, counted in (
            (f"In place no. {town} there are ", homes, f"homes without {THINGS[town % len(THINGS)]}"),
            (" homes, including ", flats, "homes of old people"),
        ):
            text += words
            span = Span(len(text), len(text) + len(str(number)))
            figures[f"f{len(figures)}"] = Annotation(f"f{len(figures)}", "figure", span, _said(number, counted))
            text += str(number)
        text += " by the river. "
    return Document(Article.of("towns.txt", text), figures)


def _said(number: int, counted: str) -> dict[str, int | str]:
    return {"value": number, "modifier": "exact", "kind": "count", "counted": counted}
