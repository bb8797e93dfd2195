"""``annotator check``: print the problems of the articles, sidecars and schemes below a folder."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Sequence
from pathlib import Path

from annotator.commands.jobs import add_jobs, tell_of_ended
from annotator.commands.reporting import wrong_use
from annotator.commands.running import run_command
from annotator.corpus.checking.problems import Check
from annotator.corpus.tree import why_unreadable
from annotator.storage.files.file_error import Problem

FINE, PROBLEMS, WRONG_USE = 0, 1, 2


def command(arguments: Sequence[str]) -> int:
    """Run ``annotator check`` with its arguments; return the exit code."""
    parser = argparse.ArgumentParser(
        prog="annotator check",
        description="Read every sidecar below PATH with its article and its scheme, and print one line for each "
        "problem: file:line: what is wrong. Nothing is changed.",
        epilog="exit code: 0 without problems, 1 with problems, 2 for wrong use",
    )
    parser.add_argument("paths", metavar="PATH", type=Path, nargs="+", help="a folder, an article or a sidecar")
    parser.add_argument("--json", action="store_true", help="print one JSON object instead of lines")
    add_jobs(parser)
    options = parser.parse_args(arguments)
    return run_command("check", lambda: check(options.paths, options.jobs, as_json=options.json), options.paths)


def check(paths: Sequence[Path], jobs: int = 1, *, as_json: bool) -> int:
    """Print the problems below the paths; return 0 without problems, 1 with problems, 2 for an unsuitable path."""
    if sentence := why_unreadable(paths, schemes=True):
        return wrong_use("check", sentence)
    checking = Check(jobs)
    problems = checking.below(*paths)
    if as_json:
        _print_json(problems, checking)
    else:
        _print_lines(problems, checking)
    tell_of_ended("check", checking.ended)
    return PROBLEMS if checking.problems else FINE


def _print_lines(problems: Iterable[Problem], checking: Check) -> None:
    for problem in problems:
        print(problem)
    count = _counted(checking.problems, "problem") if checking.problems else "No problems"
    print(f"{count} in {_counted(checking.sidecars, 'sidecar')}")


def _print_json(problems: Iterable[Problem], checking: Check) -> None:
    found = [{"file": str(problem.path), "line": problem.line, "problem": problem.sentence} for problem in problems]
    print(json.dumps({"problems": found, "sidecars": checking.sidecars}, indent=2))


def _counted(count: int, what: str) -> str:
    return f"{count} {what}" if count == 1 else f"{count} {what}s"
