"""``annotator names``: print the names, titles and dates of the documents of a folder, and what does not fit."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from annotator.commands.progress import progress
from annotator.commands.reporting import FINE, PROBLEMS, wrong_use
from annotator.commands.running import run_command
from annotator.corpus.facts.names import FolderNames, names_below
from annotator.corpus.facts.names_table import articles_of, csv_of, finding_values, values_of
from annotator.corpus.tree import count_sidecars, why_unreadable
from annotator.facts.finding import Finding
from annotator.facts.names.rows import NameRow
from annotator.storage.files.file_error import Problem, shown

GAP = "  "
HEAD = ("count", "articles", "name", "kind", "ticked", "also written")
NUMBERS = 2
"""Columns that are aligned to the right."""


def command(arguments: Sequence[str]) -> int:
    """Run ``annotator names`` with its arguments; return the exit code."""
    parser = argparse.ArgumentParser(
        prog="annotator names",
        description="List the names, titles and dates of the documents below PATH with their forms and counts, and "
        "what does not fit: variants of a fixed name, two spellings of a person's name, a title that changes, a "
        "weekday that does not fit its date, a date that does not exist. Names by capitals are found in English, "
        "French and Spanish and, with care, in German; in other languages only those that are marked. "
        "Nothing is changed.",
        epilog="exit code: 0, 1 where something does not fit or a file cannot be read, 2 for wrong use",
    )
    parser.add_argument("paths", metavar="PATH", type=Path, nargs="+", help="a folder, an article or a sidecar")
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--csv", action="store_true", help="print the names as CSV instead of a table")
    form.add_argument("--json", action="store_true", help="print one JSON object instead of a table")
    options = parser.parse_args(arguments)
    chosen = "csv" if options.csv else "json" if options.json else ""
    return run_command("names", lambda: names(options.paths, chosen), options.paths)


def names(paths: Sequence[Path], form: str = "") -> int:
    """Print the names as a table, or in the ``form`` “csv” or “json”; return 1 where something is wrong, else 0."""
    if sentence := why_unreadable(paths):
        return wrong_use("names", sentence)
    folder, problems = FolderNames(), list[Problem]()
    with progress("Reading names", lambda: count_sidecars(paths)) as passed:
        for found in names_below(paths, passed):
            if isinstance(found, Problem):
                problems.append(found)
            else:
                folder.add(found)
    for problem in problems:
        print(problem, file=sys.stderr)
    rows, findings = folder.rows(), folder.findings()
    _print(rows, findings, folder.dismissed, form)
    return PROBLEMS if problems or findings else FINE


def _print(rows: Sequence[NameRow], findings: Sequence[Finding], dismissed: int, form: str) -> None:
    match form:
        case "csv":
            sys.stdout.flush()
            sys.stdout.buffer.write(csv_of(rows, findings))
        case "json":
            values = {"names": [*map(values_of, rows)], "findings": [*map(finding_values, findings)]}
            print(json.dumps({**values, "dismissed": dismissed}, indent=2, ensure_ascii=False))
        case _:
            for line in _lines(rows, findings, dismissed):
                print(line)


def _lines(rows: Sequence[NameRow], findings: Sequence[Finding], dismissed: int) -> Iterator[str]:
    yield from _table([HEAD, *map(_cells, rows)])
    for finding in findings:
        where = ", ".join(dict.fromkeys(place.article for place in finding.places))
        hint = f" {finding.hint}" if finding.hint else ""
        yield shown(f"{where}: {finding.title}: {finding.sentence}{hint}")
    yield ""
    count, wrong, told = len(rows), len(findings), f", {dismissed} dismissed" if dismissed else ""
    yield f"{count} {'name' if count == 1 else 'names'}, {wrong} {'does' if wrong == 1 else 'do'} not fit{told}"


def _cells(row: NameRow) -> tuple[str, ...]:
    others = ", ".join(f"{one.written} {one.count} ×" for one in row.variants if one.written != row.name)
    ticked = "yes" if row.is_ticked else ""
    return f"{row.count:,}", f"{len(articles_of(row)):,}", shown(row.name), row.kind, ticked, shown(others)


def _table(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = zip(row, widths, strict=True)
        aligned = (cell.rjust(width) if at < NUMBERS else cell.ljust(width) for at, (cell, width) in enumerate(cells))
        yield GAP.join(aligned).rstrip()
