"""Statistics as a table for people and as values for programs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from annotator.corpus.statistics import Statistics
from annotator.language.annotator_names import annotator_name
from annotator.storage.files.file_error import shown

GAP = "  "


def as_values(statistics: Statistics, articles: int) -> dict[str, Any]:
    """Return the values for ``--json``; shares are from 0 to 1. ``articles`` counts all articles, annotated or not."""
    return {
        "articles": articles,
        "annotated_articles": statistics.articles,
        "documents": statistics.documents,
        "annotators": ordered(statistics.annotators),
        "statuses": ordered(statistics.statuses),
        "words": statistics.words,
        "annotations": statistics.annotations,
        "annotations_per_1000_words": round(statistics.per_1000_words, 2),
        "displaced": statistics.displaced,
        "coverage": {
            "characters": round(statistics.characters.ratio, 4),
            "sentences": round(statistics.sentences.ratio, 4),
            "read": round(statistics.read.ratio, 4),
            "sentences_read": round(statistics.read_sentences.ratio, 4),
        },
        "signed": statistics.signing.as_values(),
        "labels": _labels(statistics),
        "relations": ordered(statistics.relations),
        "article_attributes": {
            name: {"documents": filled.count, "values": ordered(filled.values)}
            for name, filled in sorted(statistics.article.items())
        },
    }


def _labels(statistics: Statistics) -> dict[str, Any]:
    return {
        label: {
            "annotations": count,
            "median_length": statistics.median_length(label),
            "attributes": _attributes(statistics, label),
        }
        for label, count in ordered(statistics.labels).items()
    }


def as_lines(statistics: Statistics, articles: int) -> Iterator[str]:
    """Yield the lines of the tables, the most frequent rows first."""
    yield from _totals(statistics, articles)
    yield from table(("status", "documents"), [*ordered(statistics.statuses).items()])
    people = [(annotator_name(name), count) for name, count in ordered(statistics.annotators).items()]
    yield from table(("annotator", "documents"), people)
    yield from table(("signed by", "documents"), [*ordered(statistics.signing.by).items()])
    labels = [(label, count, statistics.median_length(label)) for label, count in ordered(statistics.labels).items()]
    yield from table(("label", "annotations", "median characters"), labels)
    yield from table(("attribute", "annotations"), [*_attribute_rows(statistics)])
    yield from table(("relation", "count"), [*ordered(statistics.relations).items()])
    yield from table(("article", "documents"), [*_article_rows(statistics)])


def _totals(statistics: Statistics, articles: int) -> Iterator[str]:
    shares = (statistics.characters, statistics.sentences, statistics.read, statistics.read_sentences)
    covered, sentences, read, read_sentences = (f"{share.ratio:.1%}" for share in shares)
    rows = [
        ("articles", f"{articles:,}", ""),
        ("annotated", f"{statistics.articles:,}", "of the articles; all other numbers are about these"),
        ("documents", f"{statistics.documents:,}", ""),
        ("words", f"{statistics.words:,}", ""),
        ("annotations", f"{statistics.annotations:,}", f"{statistics.per_1000_words:.1f} per 1,000 words"),
        ("covered", covered, f"of the characters; {sentences} of the sentences"),
        ("read", read, f"of the characters; {read_sentences} of the sentences"),
    ]
    if (signing := statistics.signing).documents:
        facts = f"{signing.signed:,} of {signing.facts:,} facts, {signing.reopened:,} open again"
        rows.append(("signed", f"{signing.documents:,}", f"of the documents; {facts}"))
    if statistics.displaced:
        rows.append(("displaced", f"{statistics.displaced:,}", "have lost their place and are not counted"))
    wide = max(len(number) for _, number, _ in rows)
    for name, number, more in rows:
        yield f"{name:<11}{GAP}{number:>{wide}}{GAP}{more}".rstrip()


def _attributes(statistics: Statistics, label: str) -> dict[str, Any]:
    return {
        name: {"annotations": filled.count, "values": ordered(filled.values)}
        for (of, name), filled in sorted(statistics.attributes.items())
        if of == label
    }


def _attribute_rows(statistics: Statistics) -> Iterator[tuple[str, int]]:
    """Yield each attribute, followed by its values if these are counted."""
    for label in ordered(statistics.labels):
        for name, filled in _attributes(statistics, label).items():
            yield f"{label}.{name}", filled["annotations"]
            yield from ((f"{GAP}{value}", count) for value, count in filled["values"].items())


def _article_rows(statistics: Statistics) -> Iterator[tuple[str, int]]:
    """Yield each of the article's own attributes, followed by its values if these are counted."""
    for name, filled in sorted(statistics.article.items()):
        yield name, filled.count
        yield from ((f"{GAP}{value}", count) for value, count in ordered(filled.values).items())


def table(head: Sequence[str], rows: Sequence[Sequence[str | int]]) -> Iterator[str]:
    """Yield the lines of a table: names left-aligned, numbers right-aligned; no line if there are no rows."""
    if not rows:
        return
    cells = [head, *([f"{cell:,}" if isinstance(cell, int) else shown(cell) for cell in row] for row in rows)]
    wide = [max(map(len, column)) for column in zip(*cells, strict=True)]
    yield ""
    for first, *others in cells:
        numbers = (cell.rjust(width) for cell, width in zip(others, wide[1:], strict=True))
        yield GAP.join([first.ljust(wide[0]), *numbers])


def ordered(counts: Counter[str]) -> dict[str, int]:
    """Return the counts sorted by frequency, the highest first, then by name."""
    return dict(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))
