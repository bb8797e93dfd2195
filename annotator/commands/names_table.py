"""Names of a folder as a table for people, as rows for spreadsheets and as values for programs."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from typing import Any, TextIO

from annotator.facts.finding import Finding, Place
from annotator.facts.names.rows import NameRow
from annotator.interop.formats.csv_tables.cells import SEPARATOR, safe
from annotator.storage.files.file_error import shown

HEADINGS = ("name", "kind", "count", "articles", "ticked", "titles", "written")
GAP = "  "


def as_lines(rows: Sequence[NameRow], findings: Sequence[Finding]) -> Iterator[str]:
    """Yield the lines of the table, and a line for each finding."""
    cells = [("name", "kind", "count", "articles", "ticked", "also written"), *map(_cells, rows)]
    wide = [max(map(len, column)) for column in zip(*cells, strict=True)]
    for name, kind, count, articles, *others in cells:
        numbers = count.rjust(wide[2]), articles.rjust(wide[3])
        left = (cell.ljust(width) for cell, width in zip(others, wide[4:], strict=True))
        yield GAP.join([name.ljust(wide[0]), kind.ljust(wide[1]), *numbers, *left]).rstrip()
    if findings:
        yield ""
        yield "does not fit"
    for finding in findings:
        yield shown(f"{_places(finding.places)}: {' '.join([finding.sentence, finding.hint]).strip()}")


def write_csv(rows: Sequence[NameRow], file: TextIO) -> None:
    """Write the rows as CSV, with cells that a spreadsheet does not take for formulas."""
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(HEADINGS)
    for row in rows:
        written = SEPARATOR.join(f"{variant.written} {variant.count} ×" for variant in row.variants)
        ticked = "yes" if row.is_ticked else ""
        cells = (row.name, row.kind, row.count, len(_articles(row)), ticked, SEPARATOR.join(row.titles), written)
        writer.writerow([safe(str(cell)) for cell in cells])


def as_values(rows: Sequence[NameRow], findings: Sequence[Finding]) -> dict[str, Any]:
    """Return the values for ``--json``; offsets are code points."""
    return {"names": [*map(_row_values, rows)], "does_not_fit": [*map(_finding_values, findings)]}


def _cells(row: NameRow) -> tuple[str, ...]:
    others = ", ".join(f"{one.written} {one.count} ×" for one in row.variants if one.written != row.name)
    ticked = "yes" if row.is_ticked else ""
    return shown(row.name), row.kind, f"{row.count:,}", f"{len(_articles(row)):,}", ticked, shown(others)


def _articles(row: NameRow) -> set[str]:
    return {place.article for place in row.places}


def _places(places: Sequence[Place]) -> str:
    return ", ".join(dict.fromkeys(place.article for place in places))


def _row_values(row: NameRow) -> dict[str, Any]:
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


def _finding_values(finding: Finding) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "sentence": finding.sentence,
        "hint": finding.hint,
        "written": [*finding.written],
        "places": [*map(_place_values, finding.places)],
    }


def _place_values(place: Place) -> dict[str, Any]:
    known = {"annotation": place.id} if place.id else {}
    return {"article": place.article, "start": place.span.start, "end": place.span.end, **known}
