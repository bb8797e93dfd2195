"""``annotator lists``: print the lists of the desk."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from annotator.commands.progress import progress
from annotator.commands.reporting import FINE, PROBLEMS, wrong_use
from annotator.commands.running import run_command
from annotator.corpus.desk.listing import DocumentLists, lists_below
from annotator.corpus.desk.table import CALLS, NAMES, csv_of, rows_of, values_of
from annotator.corpus.processes import usable_cores
from annotator.corpus.tree import count_sidecars, why_unreadable
from annotator.facts.desk.lists.calls import calls_by_source
from annotator.facts.desk.lists.desk_lists import joined
from annotator.facts.desk.lists.rows import CallRow, DeskLists
from annotator.language.plain_line import plain_line
from annotator.storage.files.file_error import Problem, shown

GAP = "  "
ALL_CRITICISM = "Criticism"
TITLES = {
    "queries": "Queries to the author",
    "calls": "Calls",
    "criticism": "Criticism without an answer",
    "changes": "Proposed changes",
    "open": "Still open",
}
DIRECT_QUOTE = "(a direct quote: ask for the facts)"
MEANINGS = {
    "queries": "list queries to the author",
    "calls": "list which sources are to be called about which facts, without what is quoted of them",
    "criticism": "list criticism to which nobody has replied",
    "changes": "list proposed wordings",
    "open": "list the facts that are open, and why",
}


def command(arguments: Sequence[str]) -> int:
    """Run ``annotator lists`` with its arguments; return the exit code."""
    parser = argparse.ArgumentParser(
        prog="annotator lists",
        description="Print what is to be done about the articles below PATH: queries to the author, sources to call, "
        "criticism that is not answered, proposed changes, and facts that are open. All lists are printed unless some "
        "are chosen. Nothing is changed.",
        epilog="exit code: 0, 1 where a sidecar cannot be read, 2 for wrong use",
    )
    parser.add_argument("paths", metavar="PATH", type=Path, nargs="+", help="a folder, an article or a sidecar")
    for name in NAMES:
        parser.add_argument(f"--{name}", action="append_const", dest="chosen", const=name, help=MEANINGS[name])
    parser.add_argument("--all", action="store_true", help="list what has been answered too")
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--csv", action="store_true", help="print the table of one list for spreadsheets")
    form.add_argument("--json", action="store_true", help="print one JSON object instead of lines")
    options = parser.parse_args(arguments)
    chosen = tuple(name for name in NAMES if name in (options.chosen or NAMES))
    if options.csv and len(chosen) != 1:
        parser.error("--csv prints one list: choose it, as with --queries")
    said = "csv" if options.csv else "json" if options.json else ""
    return run_command("lists", lambda: lists(options.paths, chosen, said, settled=options.all), options.paths)


def lists(paths: Sequence[Path], chosen: Sequence[str], form: str = "", *, settled: bool = False) -> int:
    """Print the ``chosen`` lists as lines, or in the ``form`` “csv” or “json”; return 1 where something is unreadable.

    ``settled``: whether what has been answered is listed too.
    """
    if sentence := why_unreadable(paths):
        return wrong_use("lists", sentence)
    problems, found = list[Problem](), list[DeskLists]()
    with progress("Reading articles", lambda: count_sidecars(paths)) as passed:
        for one in lists_below(paths, passed, usable_cores()):
            if isinstance(one, DocumentLists):
                found.append(one.lists)
            else:
                problems.append(one)
    for problem in problems:
        print(problem, file=sys.stderr)
    _print(joined(found), chosen, form, settled=settled)
    return PROBLEMS if problems else FINE


def _print(found: DeskLists, chosen: Sequence[str], form: str, *, settled: bool) -> None:
    match form:
        case "csv":
            sys.stdout.flush()
            sys.stdout.buffer.write(csv_of(chosen[0], rows_of(found, chosen[0], settled=settled)))
        case "json":
            values = {name: [*map(values_of, rows_of(found, name, settled=settled))] for name in chosen}
            print(json.dumps(values, indent=2, ensure_ascii=False))
        case _:
            for name in chosen:
                rows = rows_of(found, name, settled=settled)
                print(f"{ALL_CRITICISM if settled and name == 'criticism' else TITLES[name]}: {len(rows)}")
                for line in _call_lines(found.calls) if name == CALLS else map(_line, map(values_of, rows)):
                    print(shown(line))
                print()


def _call_lines(rows: Sequence[CallRow]) -> Iterator[str]:
    for source, calls in calls_by_source(rows):
        yield f"{GAP}{source}"
        for row in calls:
            values = values_of(row)
            values["source"] = ""
            values["claim"] = row.said or DIRECT_QUOTE
            yield f"{GAP}{_line(values)}"


def _line(values: dict[str, object]) -> str:
    """Return the values on one line, without those that say nothing, the number first of what is said."""
    cells = [_text(name, value) for name, value in values.items() if name not in ("annotator", "open")]
    return GAP + GAP.join(plain_line(cell) for cell in cells if cell)


def _text(name: str, value: object) -> str:
    if isinstance(value, list):
        return ", ".join(map(str, value))
    if name == "new":
        return f"→ {value}"
    return "" if value is None else f"{value}." if name == "number" else str(value)
