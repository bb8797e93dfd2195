"""``annotator scheme``: commands on schemes, each a module of this package."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from importlib import import_module

CHANGING = "changing"
COMMANDS = {
    "list": "listing",
    "new": "making",
    **dict.fromkeys(("rename", "merge", "split", "remove", "undo", "resume"), CHANGING),
}
"""Commands and their modules, each with a function ``command``; imported only when they run."""

EPILOG = """\
commands:
  annotator scheme list [--json]
                        list the ready schemes, and the files that a scheme is made from
  annotator scheme new PATH [--from NAME|FILE] [--json]
                        write the scheme of a folder
  annotator scheme rename|merge KIND NAME NEW PATH
  annotator scheme split LABEL.ATTRIBUTE PATH
  annotator scheme remove KIND NAME PATH
                        change the scheme, with all sidecars below PATH
  annotator scheme undo|resume PATH
                        take such a change back, or go on where it was interrupted

"annotator scheme COMMAND --help" tells more.
"""


def command(arguments: Sequence[str]) -> int:
    """Run ``annotator scheme`` with its arguments; return the exit code."""
    parser = argparse.ArgumentParser(
        prog="annotator scheme",
        description="List ready schemes, write the scheme of a folder, and change it with all its sidecars.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("name", metavar="COMMAND", choices=COMMANDS, help=" or ".join(COMMANDS))
    module = COMMANDS[parser.parse_args(arguments[:1]).name]
    passed = arguments if module == CHANGING else arguments[1:]
    code: int = import_module(f"annotator.commands.scheme.{module}").command(passed)
    return code
