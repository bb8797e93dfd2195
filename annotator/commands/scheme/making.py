"""``annotator scheme new``: write the scheme of a folder, from a ready one or from another program's file."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from annotator.commands.reporting import wrong_use
from annotator.commands.running import run_command
from annotator.interop.new_scheme import NewScheme, new_scheme, write_scheme
from annotator.storage.files.file_bytes import is_folder, is_there
from annotator.storage.files.file_error import FileError, shown
from annotator.storage.schemes.ready_schemes import BUILT_IN_NAME, ready_names

FINE, PROBLEM = 0, 1


def command(arguments: Sequence[str]) -> int:
    """Run ``annotator scheme new`` with its arguments; return the exit code."""
    parser = argparse.ArgumentParser(
        prog="annotator scheme new",
        description="Write scheme.yaml into the folder PATH. A scheme that is there is never replaced.",
        epilog="exit code: 0 if the scheme was written, 1 if the file cannot be read or the scheme not be written, "
        "2 for wrong use",
    )
    parser.add_argument("path", metavar="PATH", type=Path, help="the folder")
    parser.add_argument(
        "--from",
        metavar="NAME|FILE",
        dest="start",
        default=BUILT_IN_NAME,
        help="the name of a ready scheme, or a file that a scheme is made from; “annotator scheme list” names both",
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object instead of lines")
    chosen = parser.parse_args(arguments)
    if sentence := _unfit(chosen.path, chosen.start):
        return wrong_use("scheme new", sentence)
    return run_command("scheme new", lambda: _made(chosen.path, chosen.start, as_json=chosen.json), [chosen.path])


def _unfit(folder: Path, start: str) -> str:
    if not is_folder(folder):
        return f"{shown(str(folder))}: There is no such folder."
    if start not in ready_names() and not is_there(Path(start)):
        return f"{shown(start)}: There is neither a ready scheme of that name nor such a file."
    return ""


def _made(folder: Path, start: str, *, as_json: bool) -> int:
    try:
        made = new_scheme(start)
        path = write_scheme(folder, made.data)
    except FileError as error:
        print(error.problem, file=sys.stderr)
        return PROBLEM
    if as_json:
        print(json.dumps(_values(path, made), indent=2, ensure_ascii=False))
    else:
        print(f"{shown(str(path))}: {made.scheme.name}, {len(made.scheme.labels)} labels")
        for note in made.notes:
            print(shown(note))
    return FINE


def _values(path: Path, made: NewScheme) -> dict[str, object]:
    labels = [label.id for label in made.scheme.labels]
    return {"file": str(path), "id": made.scheme.id, "labels": labels, "notes": [*made.notes]}
