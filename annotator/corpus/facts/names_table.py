"""Tables of names: as values for programs and as CSV for spreadsheets, with what does not fit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from annotator.facts.finding import Finding, Place
from annotator.facts.names.rows import NameRow
from annotator.language.table_cells import csv_bytes
from annotator.model.span import Span

COLUMNS = ("name", "kind", "count", "articles", "ticked", "titles", "written", "does_not_fit")
SEPARATOR = "; "


def csv_of(rows: Iterable[NameRow], findings: Iterable[Finding]) -> bytes:
    """Return the names as CSV with a byte-order mark, by which Excel knows UTF-8; a line for each name."""
    sentences = _sentences(findings)
    return csv_bytes(COLUMNS, (_cells(row, sentences) for row in rows))


def values_of(row: NameRow) -> dict[str, Any]:
    """Return a name as values for programs; places are in code points."""
    return {
        "name": row.name,
        "kind": row.kind,
        "count": row.count,
        "ticked": row.is_ticked,
        "titles": [*row.titles],
        "written": [
            {"form": variant.written, "count": variant.count, "places": [*map(_place_values, variant.places)]}
            for variant in row.variants
        ],
    }


def finding_values(finding: Finding) -> dict[str, Any]:
    """Return a finding as values for programs; places are in code points."""
    return {
        "rule": finding.rule,
        "title": finding.title,
        "sentence": finding.sentence,
        "hint": finding.hint,
        "written": [*finding.written],
        "places": [*map(_place_values, finding.places)],
    }


def articles_of(row: NameRow) -> frozenset[str]:
    """Return the paths of the articles that have the name."""
    return frozenset(place.article for place in row.places)


def _cells(row: NameRow, sentences: Mapping[Place, Sequence[str]]) -> Sequence[str]:
    written = SEPARATOR.join(f"{variant.written} {variant.count} ×" for variant in row.variants)
    told = dict.fromkeys(sentence for place in row.places for sentence in sentences.get(_key(place), ()))
    counts = str(row.count), str(len(articles_of(row)))
    ticked = "yes" if row.is_ticked else ""
    return row.name, row.kind, *counts, ticked, SEPARATOR.join(row.titles), written, " ".join(told)


def _sentences(findings: Iterable[Finding]) -> Mapping[Place, Sequence[str]]:
    sentences = defaultdict[Place, list[str]](list)
    for finding in findings:
        for place in finding.places:
            sentences[_key(place)].append(finding.sentence)
    return sentences


def _key(place: Place) -> Place:
    """Return the place by its end, which a name has in common with the same name behind its title."""
    return Place(Span(place.span.end - 1, place.span.end), "", place.article)


def _place_values(place: Place) -> dict[str, Any]:
    known = {"annotation": place.id} if place.id else {}
    return {"article": place.article, "start": place.span.start, "end": place.span.end, **known}
