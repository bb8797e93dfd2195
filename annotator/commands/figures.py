"""``annotator figures``: print the figures of a folder and what does not fit."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from annotator.commands.progress import progress
from annotator.commands.reporting import FINE, PROBLEMS, wrong_use
from annotator.commands.running import run_command
from annotator.corpus.facts.figures import DocumentFigures, figures_below
from annotator.corpus.facts.figures_table import csv_of, finding_values, values_of
from annotator.corpus.tree import count_sidecars, why_unreadable
from annotator.facts.figures.amount_words import amount_words
from annotator.facts.figures.rows import FigureRow
from annotator.language.annotator_names import annotator_name
from annotator.language.plain_line import shortened
from annotator.language.values.numbers import ENGLISH
from annotator.storage.files.file_error import Problem, shown

GAP = "  "
HEAD = ("sentence", "value", "said as", "unit", "counted", "as of", "source", "words")
NUMBERS = 2
"""Columns that are aligned to the right."""
LONGEST = 40


def command(arguments: Sequence[str]) -> int:
    """Run ``annotator figures`` with its arguments; return the exit code."""
    parser = argparse.ArgumentParser(
        prog="annotator figures",
        description="Print the figures of the articles below PATH, each with what it counts and who says it, and what "
        "does not fit among those of each document. Nothing is changed.",
        epilog="exit code: 0, 1 where something does not fit or a sidecar cannot be read, 2 for wrong use",
    )
    parser.add_argument("paths", metavar="PATH", type=Path, nargs="+", help="a folder, an article or a sidecar")
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--csv", action="store_true", help="print a table for spreadsheets")
    form.add_argument("--json", action="store_true", help="print one JSON object instead of tables")
    options = parser.parse_args(arguments)
    chosen = "csv" if options.csv else "json" if options.json else ""
    return run_command("figures", lambda: figures(options.paths, chosen), options.paths)


def figures(paths: Sequence[Path], form: str = "") -> int:
    """Print the figures as tables, or in the ``form`` “csv” or “json”; return 1 where something is wrong, else 0."""
    if sentence := why_unreadable(paths):
        return wrong_use("figures", sentence)
    problems, found = list[Problem](), list[DocumentFigures]()
    with progress("Reading figures", lambda: count_sidecars(paths)) as passed:
        for one in figures_below(paths, passed):
            if isinstance(one, Problem):
                problems.append(one)
            elif one.rows:
                found.append(one)
    for problem in problems:
        print(problem, file=sys.stderr)
    _print(found, form)
    return PROBLEMS if problems or any(one.findings for one in found) else FINE


def _print(found: Sequence[DocumentFigures], form: str) -> None:
    match form:
        case "csv":
            sys.stdout.flush()
            sys.stdout.buffer.write(csv_of(found))
        case "json":
            print(json.dumps(_values(found), indent=2, ensure_ascii=False))
        case _:
            for line in _lines(found):
                print(line)


def _values(found: Iterable[DocumentFigures]) -> dict[str, object]:
    documents = [*found]
    return {
        "figures": [values_of(row) for one in documents for row in one.rows],
        "findings": [finding_values(each, one.article, one.annotator) for one in documents for each in one.findings],
        "dismissed": sum(len(one.dismissed) for one in documents),
    }


def _lines(found: Sequence[DocumentFigures]) -> Iterator[str]:
    for one in found:
        yield shown(f"{one.article} ({annotator_name(one.annotator)})" if one.annotator else one.article)
        yield from _table([HEAD, *map(_cells, one.rows)])
        for finding in one.findings:
            hint = f" {finding.hint}" if finding.hint else ""
            yield shown(f"{finding.title}: {finding.sentence}{hint}")
        yield ""
    count, wrong = sum(len(one.rows) for one in found), sum(len(one.findings) for one in found)
    dismissed = sum(len(one.dismissed) for one in found)
    told = f", {dismissed} dismissed" if dismissed else ""
    yield f"{count} {'figure' if count == 1 else 'figures'}, {wrong} {'does' if wrong == 1 else 'do'} not fit{told}"


def _cells(row: FigureRow) -> tuple[str, ...]:
    value = amount_words(row.amount, ENGLISH)
    sentence = str(row.sentence or "")
    said = (row.modifier, row.unit, row.counted, row.as_of, row.source, row.words)
    return (sentence, value, *(shown(shortened(text, LONGEST)) for text in said))


def _table(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = [
            cell.rjust(width) if at < NUMBERS else cell.ljust(width)
            for at, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        yield f"{GAP}{GAP.join(cells)}".rstrip()
