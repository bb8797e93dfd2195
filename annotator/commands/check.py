"""``annotator check``: print the problems of the articles, sidecars and schemes below a folder."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from pathlib import Path

from annotator.commands.jobs import add_jobs, tell_of_ended
from annotator.commands.reporting import wrong_use
from annotator.commands.running import run_command
from annotator.corpus.checking.problems import Check
from annotator.corpus.desk.signed import SignedDocument
from annotator.corpus.tree import why_unreadable
from annotator.storage.files.file_error import Problem, shown

FINE, PROBLEMS = 0, 1


def command(arguments: Sequence[str]) -> int:
    """Run ``annotator check`` with its arguments; return the exit code."""
    parser = argparse.ArgumentParser(
        prog="annotator check",
        description="Read every sidecar below PATH with its article and its scheme, and print one line for each "
        "problem: file:line: what is wrong, and one for each sidecar that is signed. Nothing is changed.",
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
    for signed in checking.signed:
        print(_signed(signed))
    count = _counted(checking.problems, "problem") if checking.problems else "No problems"
    print(f"{count} in {_counted(checking.sidecars, 'sidecar')}")


def _print_json(problems: Iterable[Problem], checking: Check) -> None:
    found = [{"file": str(problem.path), "line": problem.line, "problem": problem.sentence} for problem in problems]
    signed = [asdict(one) for one in checking.signed]
    print(json.dumps({"problems": found, "sidecars": checking.sidecars, "signed": signed}, indent=2))


def _signed(signed: SignedDocument) -> str:
    """Return a line on a document that is signed: by whom, in which round, and how many of its facts."""
    names = ", ".join(map(shown, signed.by))
    facts = f"{signed.signed} of {_counted(signed.facts, 'fact')} signed, {signed.reopened} open again"
    text = "" if signed.same_text else "; another text than the present one"
    return f"{shown(signed.path)}: signed by {names}, round {signed.round}; {facts}{text}"


def _counted(count: int, what: str) -> str:
    return f"{count} {what}" if count == 1 else f"{count} {what}s"
