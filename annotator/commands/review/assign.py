"""``annotator assign``: plan who annotates which article of a folder."""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from annotator.commands.reporting import FINE, PROBLEMS, wrong_use
from annotator.commands.running import run_command
from annotator.corpus.plan_lengths import article_lengths
from annotator.model.items import altered
from annotator.model.plan import MOST_SHARE, Plan
from annotator.review.planning import CannotAssignError, loads, planned
from annotator.storage.files.file_bytes import is_folder
from annotator.storage.files.file_error import FileError, shown
from annotator.storage.plans.plan_reading import LARGEST, plan_of, plan_place
from annotator.storage.plans.plan_writing import change_plan
from annotator.storage.sidecars.sidecar_files import is_annotator_name

SHARE = re.compile(r"([0-9]{1,3}) ?%?")


@dataclass(frozen=True, slots=True)
class Asked:
    """The plan that is asked for; without ``annotators``, ``blind`` or ``round`` that of the present plan counts."""

    annotators: tuple[str, ...]
    reviewers: tuple[str, ...]
    double: int | None
    seed: int
    blind: bool | None
    round: int | None


def command(arguments: Sequence[str]) -> int:
    """Run ``annotator assign`` with its arguments; return the exit code."""
    parser = argparse.ArgumentParser(
        prog="annotator assign",
        description="Plan who annotates which article below PATH, balanced by the lengths of the articles, and write "
        "it to .annotator/plan.yaml there. What was assigned before stays; new articles are added.",
        epilog="exit code: 0, 1 where an article cannot be read and is not assigned, 2 for wrong use",
    )
    parser.add_argument("path", metavar="PATH", type=Path, help="a folder")
    parser.add_argument("--annotators", metavar="A,B,…", type=_names, default=(), help="who annotates")
    parser.add_argument("--reviewers", metavar="A,B,…", type=_names, default=(), help="who sees all documents")
    parser.add_argument("--double", metavar="SHARE", type=_share, help="articles for two, as in 20%%")
    parser.add_argument("--seed", metavar="N", type=_number, default=0, help="the same number gives the same plan")
    parser.add_argument("--round", metavar="N", type=_number, help="number of the round; without it the latest")
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--blind", action="store_const", const=True, dest="blind", help="hide others' work (default)")
    form.add_argument("--open", action="store_const", const=False, dest="blind", help="let all see each other's work")
    parser.add_argument("--dry-run", action="store_true", help="write nothing")
    parser.add_argument("--json", action="store_true", help="print one JSON object instead of lines")
    o = parser.parse_args(arguments)
    asked = Asked(o.annotators, o.reviewers, o.double, o.seed, o.blind, o.round or None)
    return run_command("assign", lambda: assign(o.path, asked, write=not o.dry_run, as_json=o.json), [o.path])


def assign(folder: Path, asked: Asked, *, write: bool, as_json: bool) -> int:
    """Write the plan and print how much each annotator has; return 1 where an article cannot be read, else 0 or 2."""
    if not is_folder(folder):
        return wrong_use("assign", f"{shown(str(folder))}: It is not a folder.")
    lengths, problems = article_lengths(folder)
    for problem in problems:
        print(problem, file=sys.stderr)
    try:
        plan = (
            change_plan(folder, lambda before: _plan(before, asked, lengths))
            if write
            else _tried(folder, asked, lengths)
        )
    except CannotAssignError as error:
        return wrong_use("assign", f"{error}.")
    except FileError as error:
        print(error.problem, file=sys.stderr)
        return PROBLEMS
    _print(plan, lengths, str(plan_place(folder).path) if write else "", as_json=as_json)
    return PROBLEMS if problems else FINE


def _tried(folder: Path, asked: Asked, lengths: dict[str, int]) -> Plan:
    read = plan_of(folder)
    return _plan(read.plan if read else None, asked, lengths)


def _plan(before: Plan | None, asked: Asked, lengths: dict[str, int]) -> Plan:
    number = asked.round or max((one.number for one in before.rounds), default=1) if before else asked.round or 1
    plan = planned(before, lengths, asked.annotators, number=number, double=asked.double, seed=asked.seed)
    blind = plan.blind if asked.blind is None else asked.blind
    return altered(plan, blind=blind, reviewers=asked.reviewers or plan.reviewers)


def _print(plan: Plan, lengths: dict[str, int], written: str, *, as_json: bool) -> None:
    load, every = loads(plan, lengths), plan.annotators_of()
    twice = sum(len(names) > 1 for names in every.values())
    if as_json:
        rounds = [{"round": one.number, "articles": one.articles} for one in plan.rounds]
        values = {"written": written, "blind": plan.blind, "rounds": rounds, "code_points": load, "double": twice}
        print(json.dumps(values, indent=2, ensure_ascii=False))
        return
    for name in plan.annotators:
        count = len(plan.articles_of(name))
        print(f"{shown(name)}: {count} {'article' if count == 1 else 'articles'}, {load[name]:,} characters")
    print(f"{len(every)} assigned, {twice} of them to two or more; {'blind' if plan.blind else 'open'}")
    print(f"Written to {shown(written)}" if written else "Nothing is written.")
    if written:
        print("Each annotator opens the folder with: annotator FOLDER --annotator NAME")


def _names(text: str) -> tuple[str, ...]:
    names = tuple(dict.fromkeys(name.strip() for name in text.split(",") if name.strip()))
    if unfit := next((name for name in names if not is_annotator_name(name)), None):
        raise argparse.ArgumentTypeError(f"{shown(unfit)} cannot be the name of an annotator")
    return names


def _share(text: str) -> int:
    found = SHARE.fullmatch(text.strip())
    if not found or int(found[1]) > MOST_SHARE:
        raise argparse.ArgumentTypeError("a share is a whole number of per cent from 0 to 100, as in 20%")
    return int(found[1])


def _number(text: str) -> int:
    if not text.isascii() or not text.isdigit() or int(text) > LARGEST:
        raise argparse.ArgumentTypeError(f"a whole number from 0 to {LARGEST:,} is needed")
    return int(text)
