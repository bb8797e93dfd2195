"""``annotator agreement``: print how far the annotators of a folder agree."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from annotator.commands.agreement_extras import Extras, extra_lines, extra_values
from annotator.commands.jobs import add_jobs, tell_of_ended
from annotator.commands.progress import progress
from annotator.commands.reporting import FINE, PROBLEMS, wrong_use
from annotator.commands.running import run_command
from annotator.corpus.processes import Processes
from annotator.corpus.tree import count_sidecars, why_unreadable
from annotator.review.agreement.alternative_test import EPSILON
from annotator.review.agreement.article import HALF, Wanted
from annotator.review.agreement.bootstrap import RESAMPLES, SEED
from annotator.review.agreement.folder import Agreement
from annotator.review.agreement.table import as_csv, as_latex, as_lines, as_values
from annotator.review.gamma.asking import GammaError, gammas
from annotator.session.agreement.folder_agreement import (
    MOST_ANNOTATORS,
    ChunkMeasuring,
    Measured,
    agreement_of,
    annotators_in,
    articles_below,
    not_measured,
    tested,
    units_below,
)

NOBODY = "No article is by two annotators, so there is nothing to compare."
NO_MODEL = "{model} has no article in common with others; there are: {names}."
TOO_MANY = "There are {count} annotators: {names}. Name two to {most} of them with --annotators."


@dataclass(frozen=True, slots=True)
class Printing:
    """Form of the output: “json”, “csv”, “latex”, or empty for a table; and how intervals are drawn."""

    form: str = ""
    resamples: int = RESAMPLES
    seed: int = SEED
    model: str = ""
    epsilon: float = EPSILON
    gamma: bool = False


def command(arguments: Sequence[str]) -> int:
    """Run ``annotator agreement`` with its arguments; return the exit code."""
    options = _parser().parse_args(arguments)
    form = next((name for name in ("json", "csv", "latex") if getattr(options, name)), "")
    names = tuple(name.strip() for name in options.annotators.split(",")) if options.annotators else ()
    wanted = Wanted(names, frozenset(options.label), options.overlap, with_places=form == "json")
    printing = Printing(form, options.resamples, options.seed, options.model, options.epsilon, options.gamma)
    return run_command("agreement", lambda: agreement(options.paths, wanted, options.jobs, printing), options.paths)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="annotator agreement",
        description="Print how far the annotators of the articles below PATH agree, for each label and over all, with "
        "95 % intervals over articles. Only articles by two annotators or more are measured. Nothing is changed.",
        epilog="exit code: 0, 1 where a file cannot be read and so is not measured, 2 for wrong use",
    )
    parser.add_argument("paths", metavar="PATH", type=Path, nargs="+", help="a folder or an article")
    _add_measures(parser)
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="print one JSON object, with the places of all differences")
    form.add_argument("--csv", action="store_true", help="print a table for spreadsheets")
    form.add_argument("--latex", action="store_true", help="print a table for a paper")
    add_jobs(parser)
    return parser


def _add_measures(parser: argparse.ArgumentParser) -> None:
    """Add the options that say what is measured."""
    parser.add_argument("--label", metavar="LABEL", action="append", default=[], help="measure only this; repeatable")
    parser.add_argument(
        "--annotators", metavar="A,B", default="", help="measure only these, reviews too; else all who annotate"
    )
    parser.add_argument(
        "--overlap", metavar="SHARE", type=_share, default=HALF, help="least common share of two spans; 0.5 by default"
    )
    parser.add_argument(
        "--resamples", metavar="N", type=_whole, default=RESAMPLES, help="resamples for the intervals; 0 for none"
    )
    parser.add_argument("--seed", metavar="N", type=_whole, default=SEED, help="seed of the resamples")
    parser.add_argument(
        "--model", metavar="NAME", default="", help="test whether this annotator may stand in for others"
    )
    parser.add_argument(
        "--epsilon", metavar="E", type=_share, default=EPSILON, help="bonus of the model in that test; 0.2 by default"
    )
    parser.add_argument("--gamma", action="store_true", help="gamma of each article too, by pygamma-agreement; slow")


def agreement(paths: Sequence[Path], wanted: Wanted, jobs: int, printing: Printing) -> int:
    """Print the agreement, and on stderr each file that cannot be read; return 1 if there is one, else 0."""
    if sentence := why_unreadable(paths):
        return wrong_use("agreement", sentence)
    found = _measured(paths, wanted, jobs)
    names = annotators_in(found.articles)
    if len(names) > MOST_ANNOTATORS:
        sentence = TOO_MANY.format(count=len(names), names=", ".join(names), most=MOST_ANNOTATORS)
        return wrong_use("agreement", sentence)
    for problem in found.problems:
        print(problem, file=sys.stderr)
    if printing.model and printing.model not in names:
        return wrong_use("agreement", NO_MODEL.format(model=printing.model, names=", ".join(names) or "nobody"))
    try:
        units = units_below(paths, wanted) if printing.gamma else {}
        test = tested(found, printing.model, printing.epsilon) if printing.model else None
        told = Extras(test, gammas(units, seed=printing.seed) if units else [])
    except GammaError as error:
        return wrong_use("agreement", str(error))
    _print(agreement_of(found, wanted, resamples=printing.resamples, seed=printing.seed), told, printing.form)
    return PROBLEMS if found.problems else FINE


def _measured(paths: Sequence[Path], wanted: Wanted, jobs: int) -> Measured:
    processes = Processes(ChunkMeasuring(wanted), jobs, not_measured)
    found = Measured()
    with progress("Measuring", lambda: count_sidecars(paths)) as passed:
        for done in processes.results(articles_below(paths)):
            for one in done.articles:
                passed(one.path, len(one.annotators))
            found.add(done)
    tell_of_ended("agreement", processes.ended)
    return found


def _print(found: Agreement, told: Extras, form: str) -> None:
    match form:
        case "json":
            print(json.dumps({**as_values(found), **extra_values(told)}, indent=2, ensure_ascii=False))
        case "csv":
            sys.stdout.flush()
            sys.stdout.buffer.write(as_csv(found))
        case "latex":
            print(as_latex(found), end="")
        case _:
            for line in as_lines(found) if found.articles else [NOBODY]:
                print(line)
            if found.articles:
                articles = "1 article" if len(found.articles) == 1 else f"{len(found.articles)} articles"
                print(f"\n{articles} by two annotators or more, {found.resamples} resamples")
            for line in extra_lines(told):
                print(line)


def _share(text: str) -> float:
    """Parse a share. Raises ArgumentTypeError."""
    try:
        share = float(text)
    except ValueError:
        share = -1.0
    if 0 <= share <= 1:
        return share
    raise argparse.ArgumentTypeError(f"{text!r} is not a number from 0 to 1")


def _whole(text: str) -> int:
    """Parse a whole number. Raises ArgumentTypeError."""
    if text.isdecimal():
        return int(text)
    raise argparse.ArgumentTypeError(f"{text!r} is not a whole number")
