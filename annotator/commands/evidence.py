"""``annotator evidence``: list the evidence of a folder."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from annotator.commands.reporting import FINE, PROBLEMS, wrong_use
from annotator.commands.running import run_command
from annotator.corpus.evidence.listing import ListedEvidence, evidence_below
from annotator.corpus.evidence.table import csv_of, open_ones, values_of
from annotator.corpus.tree import why_unreadable
from annotator.storage.evidence.states import THERE
from annotator.storage.files.file_error import Problem, shown

GAP = "  "


def command(arguments: Sequence[str]) -> int:
    """Run ``annotator evidence`` with its arguments; return the exit code."""
    parser = argparse.ArgumentParser(
        prog="annotator evidence",
        description="List the evidence of the articles below PATH: what it is, which claims it serves, and whether its "
        "file is as it was kept. What is confidential is left out, and counted. Nothing is changed.",
        epilog="exit code: 0, 1 where a sidecar cannot be read or a file is missing or altered, 2 for wrong use",
    )
    parser.add_argument("paths", metavar="PATH", type=Path, nargs="+", help="a folder, an article or a sidecar")
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--csv", action="store_true", help="print a table for spreadsheets")
    form.add_argument("--json", action="store_true", help="print one JSON object instead of lines")
    options = parser.parse_args(arguments)
    form_chosen = "csv" if options.csv else "json" if options.json else ""
    return run_command("evidence", lambda: evidence(options.paths, form_chosen), options.paths)


def evidence(paths: Sequence[Path], form: str) -> int:
    """Print the list as lines, or in the ``form`` “csv” or “json”; return 1 where something is wrong, else 0."""
    if sentence := why_unreadable(paths):
        return wrong_use("evidence", sentence)
    found = [*evidence_below(paths)]
    problems = [one for one in found if isinstance(one, Problem)]
    listed, confidential = open_ones(one for one in found if isinstance(one, ListedEvidence))
    for problem in problems:
        print(problem, file=sys.stderr)
    _print(listed, confidential, form)
    if confidential:
        what = "1 piece is" if confidential == 1 else f"{confidential} pieces are"
        print(f"annotator evidence: {what} confidential and not listed.", file=sys.stderr)
    return PROBLEMS if problems or any(one.file.state not in ("", THERE) for one in listed) else FINE


def _print(listed: Sequence[ListedEvidence], confidential: int, form: str) -> None:
    match form:
        case "csv":
            sys.stdout.flush()
            sys.stdout.buffer.write(csv_of(listed))
        case "json":
            values = {"evidence": [*map(values_of, listed)], "confidential": confidential}
            print(json.dumps(values, indent=2, ensure_ascii=False))
        case _:
            for one in listed:
                print(shown(_line(one)))
            print(f"{len(listed)} {'piece' if len(listed) == 1 else 'pieces'} of evidence")


def _line(one: ListedEvidence) -> str:
    piece = one.row.piece
    said = piece.title or piece.link or piece.quote or piece.publisher or piece.note
    file = f"file {one.file.state}" if one.file.state else ""
    claims = f"{len(one.claims)} {'claim' if len(one.claims) == 1 else 'claims'}"
    parts = (one.row.label, piece.kind, piece.stance, " ".join(said.split()), piece.page, claims, file)
    return f"{one.article}: {GAP.join(part for part in parts if part)}"
