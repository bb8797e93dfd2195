"""``annotator scheme``: change a scheme, with all sidecars below a folder, and take such a change back."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.commands.jobs import add_jobs, tell_of_ended
from annotator.commands.progress import progress
from annotator.commands.reporting import FINE, PROBLEMS, WRONG_USE, wrong_use
from annotator.commands.running import now, run_command
from annotator.commands.scheme.words import Outcome, print_outcome
from annotator.corpus.scheme_sweeps.plan import plan_of, refuse_going_on
from annotator.corpus.scheme_sweeps.sweeping import Sweep, sweep_again
from annotator.corpus.scheme_sweeps.taking_back import take_back
from annotator.corpus.tree import count_sidecars
from annotator.model.scheme import Scheme
from annotator.model.scheme_changes.changes import Merge, RefusedChangeError, Remove, Rename, SchemeChange, Split
from annotator.model.scheme_changes.parts import ATTRIBUTE, CHOICE, LABEL, RELATION, Part, parts_named, rule_of
from annotator.storage.files.file_bytes import is_folder
from annotator.storage.files.file_error import FileError, shown
from annotator.storage.saving.scheme_journal import last_change, unfinished_change
from annotator.storage.schemes.scheme_lookup import built_in_scheme, own_scheme, read_scheme

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]

KINDS = (LABEL, ATTRIBUTE, CHOICE, RELATION)
NAME_HELP = (
    "its name: LABEL.ATTRIBUTE for an attribute, LABEL.ATTRIBUTE.CHOICE for a choice; with “article” or the name of a "
    "relation in place of LABEL if the attribute is one of these"
)

STILL_OPEN = "The files above could not be put back, so that the change is open. Mend them and take it back again."


def command(arguments: Sequence[str]) -> int:
    """Run ``annotator scheme`` with its arguments; return the exit code."""
    options = _parser().parse_args(arguments)
    if not is_folder(options.path):
        return wrong_use("scheme", f"{shown(str(options.path))}: It is not a folder.")
    return run_command("scheme", lambda: _done(options), [options.path])


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="annotator scheme",
        description="Change the scheme of the folder PATH, and with it all sidecars below: those of every annotator. "
        "Each is changed whole or not at all, and its history keeps what it was. The change can be taken back later.",
        epilog="exit code: 0 where all went well, 1 where the change is refused or a file is left as it is, "
        "2 for wrong use",
    )
    commands = parser.add_subparsers(dest="do", metavar="rename|merge|split|remove|undo|resume", required=True)
    for each in _changes(commands):
        each.add_argument("path", metavar="PATH", type=Path, help="the folder")
        each.add_argument("--dry-run", action="store_true", help="only print what would be done")
    undo = _added(commands, "undo", "take back the last change, also one that was interrupted")
    resume = _added(commands, "resume", "go on with a change that was interrupted")
    for each in (undo, resume):
        each.add_argument("path", metavar="PATH", type=Path, help="the folder")
    for each in commands.choices.values():
        each.add_argument("--json", action="store_true", help="print one JSON object instead of lines")
        add_jobs(each, waits=True)
    return parser


def _changes(commands: Commands) -> list[argparse.ArgumentParser]:
    """Add the commands that change a scheme, with what each needs beside the folder."""
    rename = _with_part(_added(commands, "rename", "give a label, attribute, choice or relation another name"))
    rename.add_argument("new", metavar="NEW", help="its new name, without dots")
    merge = _with_part(_added(commands, "merge", "make one label, attribute, choice or relation of two"))
    merge.add_argument("new", metavar="INTO", help="the name, without dots, of the other one, which stays")
    split = _added(commands, "split", "make several labels of one, by the choices of an attribute")
    split.add_argument(
        "name", metavar="LABEL.ATTRIBUTE", help="the label, and the attribute by whose choices it is split"
    )
    name_help = (
        "name of the new label for a choice; can be given repeatedly. With it, annotations with other choices keep the "
        "label; without it, every choice gets a label LABEL-CHOICE"
    )
    split.add_argument("--name", dest="names", metavar="CHOICE=LABEL", action="append", default=[], help=name_help)
    remove = _with_part(_added(commands, "remove", "remove a label, attribute, choice or relation"))
    _add_fate(remove)
    return [rename, merge, split, remove]


def _added(commands: Commands, name: str, does: str) -> argparse.ArgumentParser:
    return commands.add_parser(name, help=does, description=f"{does[:1].upper()}{does[1:]}.")


def _with_part(parser: argparse.ArgumentParser) -> argparse.ArgumentParser:
    parser.add_argument("kind", choices=KINDS, help="the kind of part")
    parser.add_argument("name", metavar="NAME", help=NAME_HELP)
    return parser


def _add_fate(parser: argparse.ArgumentParser) -> None:
    fate = parser.add_mutually_exclusive_group()
    fate.add_argument(
        "--with-annotations",
        action="store_true",
        help="remove it from the sidecars too, with relations that would dangle",
    )
    fate.add_argument("--keep", action="store_true", help="keep it in the sidecars, although the scheme lacks it")


def _done(options: argparse.Namespace) -> int:
    try:
        match options.do:
            case "undo":
                return _undo(options)
            case "resume":
                return _resume(options)
            case _:
                return _change(options)
    except RefusedChangeError as refused:
        is_open = options.do == "remove" and not (options.keep or options.with_annotations)
        ways = " Use --with-annotations or --keep." if is_open else ""
        return _refused(options, refused.sentence + ways)
    except FileError as error:
        return _refused(options, str(error))


def _refused(options: argparse.Namespace, sentence: str) -> int:
    wrong_use(f"scheme {options.do}", sentence)
    return PROBLEMS


def _change(options: argparse.Namespace) -> int:
    own = own_scheme(options.path)
    change = _change_of(read_scheme(own) if own else built_in_scheme(), options)
    if isinstance(change, str):
        wrong_use(f"scheme {options.do}", change)
        return WRONG_USE
    sweep = Sweep(plan_of(options.path, change), options.jobs)
    with progress("Looking" if options.dry_run else "Changing", lambda: count_sidecars([options.path])) as passed:
        sweep.passed = _by_one(passed)
        tally = sweep.preview() if options.dry_run else sweep.run(now())
    tell_of_ended("scheme", sweep.ended)
    done = "previewed" if options.dry_run else "changed"
    return _told(options, Outcome(sweep.plan.title, done, tally, sweep.plan.notes))


def _undo(options: argparse.Namespace) -> int:
    journal = last_change(options.path)
    if journal is None:
        return _refused(options, f"{shown(str(options.path))}: There is no change to take back.")
    refuse_going_on(journal)
    tally = take_back(journal, now())
    done, notes = ("taken back in part", (STILL_OPEN,)) if tally.is_open else ("taken back", ())
    return _told(options, Outcome(journal.title, done, tally, notes))


def _resume(options: argparse.Namespace) -> int:
    journal = unfinished_change(options.path)
    if journal is None:
        return _refused(options, f"{shown(str(options.path))}: No change was interrupted.")
    sweep = sweep_again(journal, options.jobs)
    with progress("Changing", lambda: count_sidecars([options.path])) as passed:
        sweep.passed = _by_one(passed)
        tally = sweep.go_on(journal, now())
    tell_of_ended("scheme", sweep.ended)
    return _told(options, Outcome(journal.title, "changed", tally))


def _told(options: argparse.Namespace, outcome: Outcome) -> int:
    print_outcome(outcome, as_json=options.json)
    return PROBLEMS if outcome.tally.problems else FINE


def _by_one(passed: Callable[[str], None]) -> Callable[[int], None]:
    def count(seen: int) -> None:
        for _one in range(seen):
            passed("")

    return count


def _change_of(scheme: Scheme, options: argparse.Namespace) -> SchemeChange | str:
    """Return the change that is asked for, or why there is none."""
    kind = ATTRIBUTE if options.do == "split" else options.kind
    parts = parts_named(scheme, kind, options.name)
    if len(parts) != 1:
        problem = "More than one" if parts else "No"
        return f"{problem} {kind} of the scheme is called {shown(options.name)}."
    part = parts[0]
    match options.do:
        case "rename":
            return Rename(part, options.new)
        case "merge":
            return Merge(part, options.new)
        case "split":
            return _split(scheme, part, options.names)
        case _:
            return Remove(part, keep=True if options.keep else False if options.with_annotations else None)


def _split(scheme: Scheme, part: Part, names: Sequence[str]) -> Split | str:
    rule = rule_of(scheme, part)
    if not names:
        return Split(part, tuple((choice, f"{part.id}-{choice}") for choice in (rule.choices if rule else ())))
    pairs = [(choice, label) for choice, is_pair, label in (name.partition("=") for name in names) if is_pair]
    return Split(part, tuple(pairs)) if len(pairs) == len(names) else "--name is written CHOICE=LABEL."
