"""``annotator scheme``: commands on schemes, each a module of this package."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from importlib import import_module

COMMANDS = {
    "list": "listing",
    "new": "making",
    **dict.fromkeys(("rename", "merge", "split", "remove", "undo", "resume"), "changing"),
}
"""Commands and their modules, each with a function ``command``; imported only when they run."""

EPILOG = """\
commands:
  annotator scheme list [--json]
                        list the ready schemes, and the files that a scheme is made from
  annotator scheme new PATH [--from NAME|FILE] [--json]
                        write the scheme of a folder
  annotator scheme rename|merge|remove label|attribute|choice|relation NAME [NEW] PATH
  annotator scheme split LABEL.ATTRIBUTE PATH
                        change the scheme of a folder with all sidecars below it
  annotator scheme undo|resume PATH
                        take the last change back; go on with one that was interrupted
"""


def command(arguments: Sequence[str]) -> int:
    """Run ``annotator scheme`` with its arguments; return the exit code."""
    parser = argparse.ArgumentParser(
        prog="annotator scheme",
        description="List ready schemes, write the scheme of a folder, change it with all that was annotated by it.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("name", metavar="COMMAND", choices=COMMANDS, help=", ".join(COMMANDS))
    chosen = parser.parse_args(arguments[:1])
    code: int = import_module(f"annotator.commands.scheme.{COMMANDS[chosen.name]}").command(arguments)
    return code
