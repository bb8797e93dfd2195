"""``annotator names``: print the names, titles and dates of the documents of a folder, and what does not fit."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from annotator.commands.names_table import as_lines, as_values, write_csv
from annotator.commands.progress import progress
from annotator.commands.reporting import wrong_use
from annotator.commands.running import run_command
from annotator.corpus.names import FolderNames, names_below
from annotator.corpus.tree import count_sidecars, why_unreadable
from annotator.storage.files.file_error import Problem

FINE, PROBLEMS = 0, 1


def command(arguments: Sequence[str]) -> int:
    """Run ``annotator names`` with its arguments; return the exit code."""
    parser = argparse.ArgumentParser(
        prog="annotator names",
        description="List the names, titles and dates of the documents below PATH with their forms and counts, and "
        "what does not fit: variants of a fixed name, two spellings of a person's name, a title that changes, a "
        "weekday that does not fit its date, a date that does not exist. Names by capitals are found in English, "
        "French and Spanish and, with care, in German; in other languages only those that are marked. "
        "Nothing is changed.",
        epilog="exit code: 0, 1 where a file cannot be read, 2 for wrong use",
    )
    parser.add_argument("paths", metavar="PATH", type=Path, nargs="+", help="a folder, an article or a sidecar")
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--csv", action="store_true", help="print the names as CSV instead of a table")
    form.add_argument("--json", action="store_true", help="print one JSON object instead of a table")
    options = parser.parse_args(arguments)
    wanted = "csv" if options.csv else "json" if options.json else ""
    return run_command("names", lambda: names(options.paths, wanted), options.paths)


def names(paths: Sequence[Path], wanted: str) -> int:
    """Print the names as ``csv``, ``json`` or lines, and on stderr each file that cannot be read; return 1 for one."""
    if sentence := why_unreadable(paths):
        return wrong_use("names", sentence)
    folder, problems = FolderNames(), list[Problem]()
    with progress("Reading", lambda: count_sidecars(paths)) as passed:
        for found in names_below(paths):
            if isinstance(found, Problem):
                problems.append(found)
            else:
                passed(found.path)
                folder.add(found)
    for problem in problems:
        print(problem, file=sys.stderr)
    _print(folder, wanted)
    return PROBLEMS if problems else FINE


def _print(folder: FolderNames, wanted: str) -> None:
    rows = folder.rows()
    if wanted == "csv":
        write_csv(rows, sys.stdout)
    elif wanted == "json":
        print(json.dumps(as_values(rows, folder.findings()), indent=2, ensure_ascii=False))
    else:
        print("\n".join(as_lines(rows, folder.findings())))
