"""``annotator doctor``: print the environment of the program for a bug report."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from annotator.commands.machine import Section, access, display, fonts, limits, places, versions
from annotator.commands.running import run_command
from annotator.storage.files.file_bytes import is_folder
from annotator.storage.files.file_error import shown
from annotator.storage.program.error_log import ErrorLog, LoggedError
from annotator.storage.program.private_paths import without_user
from annotator.storage.program.settings_folder import error_log_file

FINE, ATTENTION, WRONG_USE = 0, 1, 2
MOST_ERRORS = 10
QT_WARNING = "QtWarning"


def command(arguments: Sequence[str]) -> int:
    """Run ``annotator doctor`` with its arguments; return the exit code."""
    parser = argparse.ArgumentParser(
        prog="annotator doctor",
        description="Print what a bug report needs: versions, paths, display, fonts, write access and the last errors. "
        "Nothing private is in it: no name of a user, of an article or of a home folder.",
        epilog="exit code: 0 where all is well, 1 where something needs attention, 2 for wrong use",
    )
    help = "a folder of articles, to check that it can be written to; by default the current folder"
    parser.add_argument("path", metavar="PATH", type=Path, nargs="?", default=Path(), help=help)
    parser.add_argument("--json", action="store_true", help="print one JSON object instead of lines")
    options = parser.parse_args(arguments)
    return run_command("doctor", lambda: doctor(options.path, as_json=options.json))


def doctor(folder: Path, *, as_json: bool) -> int:
    """Print the report; return 0, 1 if something needs attention, 2 if ``folder`` is not a folder."""
    if not is_folder(folder):
        print(f"annotator doctor: {shown(str(folder))}: There is no such folder.", file=sys.stderr)
        return WRONG_USE
    sections = [section for section in _sections(folder) if section.rows]
    log = ErrorLog(error_log_file())
    errors = _errors(log)
    attention = [sentence for section in sections for sentence in section.attention]
    attention += [*_about_crash(log), *_about_errors(errors, log)]
    if as_json:
        _print_json(sections, errors, attention)
    else:
        _print_lines(sections, errors, attention)
    return ATTENTION if attention else FINE


def _sections(folder: Path) -> list[Section]:
    return [versions(), places(), display(), fonts(), access(folder), limits()]


def _errors(log: ErrorLog) -> list[LoggedError]:
    return [error for error in log.last(5 * MOST_ERRORS) if error.kind != QT_WARNING][:MOST_ERRORS]


def _about_crash(log: ErrorLog) -> Iterator[str]:
    """Yield a sentence where the program has crashed since it was started last."""
    if log.has_crash():
        yield (
            "The last run ended unexpectedly. What was annotated until then is saved. Start the program: it shows the "
            "report."
        )


def _about_errors(errors: Sequence[LoggedError], log: ErrorLog) -> Iterator[str]:
    if errors:
        count = "1 error or crash" if len(errors) == 1 else f"{len(errors)} errors or crashes"
        where = without_user(log.path)
        yield (
            f"{count} of earlier runs, the last on {errors[0].time[:10]}. What was annotated until then is saved. "
            f"Report them with this output and {where}; delete that file when they are done with."
        )


def _print_lines(sections: Sequence[Section], errors: Sequence[LoggedError], attention: Sequence[str]) -> None:
    width = max(len(name) for section in sections for name, _ in section.rows) + 2
    for section in sections:
        print(section.name.capitalize())
        for name, found in section.rows:
            print(f"  {name:<{width}}{shown(found)}")
    print("Last errors")
    for error in errors:
        print(f"  {error.time}  {error.kind} at {shown(error.place)}")
    if not errors:
        print("  none")
    print(f"\nNeeds attention: {len(attention)}" if attention else "\nAll is well")
    for sentence in attention:
        print(f"  {shown(sentence)}")


def _print_json(sections: Sequence[Section], errors: Sequence[LoggedError], attention: Sequence[str]) -> None:
    found: dict[str, object] = {section.name.replace(" ", "_"): dict(section.rows) for section in sections}
    found["errors"] = [{"time": error.time, "type": error.kind, "place": error.place} for error in errors]
    found["attention"] = [*attention]
    print(json.dumps(found, indent=2))
