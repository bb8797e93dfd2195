"""``annotator report``: hand over checked articles, as web pages, tables of facts and so on."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TextIO

from annotator.commands.progress import progress
from annotator.commands.reporting import FINE, PROBLEMS, wrong_use
from annotator.commands.running import run_command
from annotator.commands.standard_output import STANDARD_OUTPUT, written_to_standard_output
from annotator.corpus.entries import entries_below
from annotator.corpus.kept_back import KeptBack, UnknownConfidenceError
from annotator.corpus.own_input import OwnInput
from annotator.corpus.tree import count_sidecars, why_unreadable
from annotator.interop.handover.choices import Choices, EvidenceFiles
from annotator.interop.handover.delivery import Delivered, Order, deliver, documents_of
from annotator.interop.handover.forms import FORMS
from annotator.interop.output import Output, staged
from annotator.model.annotation import CHECK_STATES
from annotator.model.entry import Entry
from annotator.storage.files.file_bytes import is_folder
from annotator.storage.files.file_error import Problem, SaveError, shown


class NothingToHandOverError(Exception):
    """No document, or more than one where one file is to be written; the message is a sentence."""


def command(arguments: Sequence[str]) -> int:
    """Run ``annotator report`` with its arguments; return the exit code."""
    chosen = _parser().parse_args(arguments)
    return run_command("report", lambda: _reported(chosen), [chosen.path])


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="annotator report",
        description="Hand over checked articles: the text with its marks, and all facts with verdict, state, sources, "
        "figures, evidence, queries and sign-off. Confidential evidence never goes out; it is counted.",
        epilog="exit code: 0, 1 where a file could not be read, 2 for wrong use and where nothing is handed over",
    )
    parser.add_argument("path", metavar="PATH", type=Path, help="an article or a sidecar, or a folder of them")
    out_help = "the file to write; the folder, where PATH is one or with --evidence; - prints a file of text"
    parser.add_argument("-o", "--output", metavar="OUT", type=Path, required=True, help=out_help)
    parser.add_argument("--as", dest="form", choices=[*FORMS], default="html", help="the form (html)")
    parser.add_argument(
        "--labels", metavar="NAMES", type=_names, default=frozenset(), help="only these labels, such as claim,figure"
    )
    states_help = f"only facts in these states: {', '.join(CHECK_STATES)}"
    parser.add_argument("--states", metavar="NAMES", type=_states, default=frozenset(), help=states_help)
    parser.add_argument("--annotator", metavar="NAME", help="only this annotator's documents, “” for those without one")
    evidence_help = "put the files of evidence beside it, in a folder or a zip file; never confidential ones"
    files = [one.value for one in EvidenceFiles if one.value]
    parser.add_argument("--evidence", choices=files, default="", help=evidence_help)
    parser.add_argument("--no-queries", action="store_true", help="leave out the queries to the author")
    parser.add_argument("--notes", action="store_true", help="put in the notes on annotations and evidence")
    url_help = "where the check is published, for ClaimReview; each claim gets its place on that page"
    parser.add_argument("--url", metavar="ADDRESS", default="", help=url_help)
    parser.add_argument("--replace", action="store_true", help="replace what is there")
    return parser


def _names(text: str) -> frozenset[str]:
    return frozenset(name for part in text.split(",") if (name := part.strip()))


def _states(text: str) -> frozenset[str]:
    """Parse names of states. Raises ArgumentTypeError."""
    names = _names(text)
    if unknown := sorted(names.difference(CHECK_STATES)):
        raise argparse.ArgumentTypeError(f"{unknown[0]!r} is none of {', '.join(CHECK_STATES)}")
    return names


def _reported(chosen: argparse.Namespace) -> int:
    if sentence := why_unreadable([chosen.path]):
        return wrong_use("report", sentence)
    alone = not is_folder(chosen.path) and not chosen.evidence
    own = OwnInput([chosen.path])
    if sentence := _unfit(chosen, own, alone=alone):
        return wrong_use("report", sentence)
    try:
        with progress("Handing over", lambda: count_sidecars([chosen.path])) as passed:
            done = _delivered(chosen, own, passed, alone=alone)
    except (SaveError, NothingToHandOverError, UnknownConfidenceError) as error:
        return wrong_use("report", str(error))
    return _print(done, sys.stderr if chosen.output == STANDARD_OUTPUT else sys.stdout)


def _unfit(chosen: argparse.Namespace, own: OwnInput, *, alone: bool) -> str:
    """Return a sentence that tells why nothing can be written to the output; empty if it can."""
    if chosen.output == STANDARD_OUTPUT:
        if not alone:
            return "Several files cannot be printed. Give the folder to write with -o."
        form = FORMS[chosen.form]
        return "" if form.is_text else f"A file *{form.suffix} is no text and cannot be printed. Name it with -o."
    sentence = own.refusal(chosen.output, folder=not alone)
    return f"{shown(str(chosen.output))}: {sentence}" if sentence else ""


def _delivered(chosen: argparse.Namespace, own: OwnInput, passed: Callable[[str], None], *, alone: bool) -> Delivered:
    root = chosen.path if is_folder(chosen.path) else chosen.path.parent
    order, kept_back = Order(FORMS[chosen.form], _choices(chosen), root), KeptBack([chosen.path])
    wanted = documents_of(entries_below([chosen.path], kept_back), chosen.annotator)
    if alone:
        wanted = iter(_only_one([*wanted], chosen.path))

    def write(output: Output) -> Delivered:
        done = deliver(wanted, order, output, passed, alone=alone)
        kept_back.check()
        if not done.documents:
            raise NothingToHandOverError(_nothing(done.problems, chosen.path))
        return done

    if chosen.output == STANDARD_OUTPUT:
        return written_to_standard_output(write, order.form.suffix)
    with staged(chosen.output, folder=not alone, replace=chosen.replace, refused=own.refusal_of_file) as output:
        return write(output)


def _only_one(found: list[Entry | Problem], path: Path) -> list[Entry | Problem]:
    """Return the one entry with the problems. Raises NothingToHandOverError."""
    entries = [one for one in found if isinstance(one, Entry)]
    if not entries:
        raise NothingToHandOverError(_nothing([one for one in found if isinstance(one, Problem)], path))
    if len(entries) > 1:
        names = ", ".join(f"“{shown(name)}”" for name in sorted(one.document.annotator for one in entries))
        sentence = f"{shown(str(path))}: It has annotations of several people. Choose one by --annotator: {names}."
        raise NothingToHandOverError(sentence)
    return found


def _nothing(problems: Iterable[Problem], path: Path) -> str:
    told = " ".join(map(str, problems))
    return told or f"{shown(str(path))}: There is nothing to hand over: no annotations were found."


def _choices(chosen: argparse.Namespace) -> Choices:
    return Choices(
        chosen.labels, chosen.states, not chosen.no_queries, chosen.notes, EvidenceFiles(chosen.evidence), chosen.url
    )


def _print(done: Delivered, to: TextIO) -> int:
    for problem in done.problems:
        print(problem, file=sys.stderr)
    files = f", {_counted(done.files, 'file', 'files')} beside" if done.files else ""
    print(
        f"Handed over {_counted(done.documents, 'document', 'documents')}: {_counted(done.facts, 'fact', 'facts')}, "
        f"{_counted(done.evidence, 'piece', 'pieces')} of evidence{files}.",
        file=to,
    )
    if done.confidential:
        what = "piece is" if done.confidential == 1 else "pieces are"
        print(f"{done.confidential} {what} confidential and not in it.", file=to)
    return PROBLEMS if done.problems else FINE


def _counted(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}"
