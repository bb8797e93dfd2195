"""Tables of figures: as values for programs and as CSV for spreadsheets, with what does not fit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any

from annotator.corpus.facts.figures import DocumentFigures
from annotator.facts.figures.rows import FigureRow
from annotator.facts.finding import Finding
from annotator.language.table_cells import csv_bytes

COLUMNS = (
    *("article", "annotator", "sentence", "words", "value", "low", "high", "modifier", "kind", "unit", "counted"),
    *("people", "place", "as_of", "claim", "source", "voice"),
)
DOES_NOT_FIT = "does_not_fit"


def values_of(row: FigureRow) -> dict[str, Any]:
    """Return what the table says of a figure, by the names of the columns; numbers as JSON has them."""
    return {name: _plain(getattr(row, name)) for name in COLUMNS}


def finding_values(finding: Finding, article: str, annotator: str) -> dict[str, Any]:
    """Return a finding as values for programs; places are in code points."""
    return {
        "article": article,
        "annotator": annotator,
        "rule": finding.rule,
        "title": finding.title,
        "sentence": finding.sentence,
        "hint": finding.hint,
        "places": [{"start": one.span.start, "end": one.span.end, "annotation": one.id} for one in finding.places],
    }


def csv_of(found: Iterable[DocumentFigures]) -> bytes:
    """Return the figures as CSV with a byte-order mark, by which Excel knows UTF-8; a line for each figure."""
    return csv_bytes([*COLUMNS, DOES_NOT_FIT], (line for document in found for line in _lines(document)))


def _lines(document: DocumentFigures) -> Iterator[list[str]]:
    sentences = sentences_by_figure(document.findings)
    for row in document.rows:
        yield [*map(_cell, values_of(row).values()), " ".join(sentences.get(row.id, ()))]


def sentences_by_figure(findings: Iterable[Finding]) -> Mapping[str, list[str]]:
    """Return the sentences of the findings by the ids of the figures that they are of."""
    sentences = defaultdict[str, list[str]](list)
    for finding in findings:
        for id in finding.of:
            sentences[id].append(finding.sentence)
    return sentences


def _plain(value: Any) -> Any:
    if not isinstance(value, Decimal):
        return value
    return int(value) if value == value.to_integral_value() else float(value)


def _cell(value: Any) -> str:
    return "" if value is None else str(value)
