"""``annotator scheme``: commands on schemes, each a module of this package."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from importlib import import_module

COMMANDS = {
    "list": "listing",
    "new": "making",
}
"""Commands and their modules, each with a function ``command``; imported only when they run."""

EPILOG = """\
commands:
  annotator scheme list [--json]
                        list the ready schemes, and the files that a scheme is made from
  annotator scheme new PATH [--from NAME|FILE] [--json]
                        write the scheme of a folder
"""


def command(arguments: Sequence[str]) -> int:
    """Run ``annotator scheme`` with its arguments; return the exit code."""
    parser = argparse.ArgumentParser(
        prog="annotator scheme",
        description="List ready schemes and write the scheme of a folder.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("name", metavar="COMMAND", choices=COMMANDS, help=" or ".join(COMMANDS))
    chosen = parser.parse_args(arguments[:1])
    code: int = import_module(f"annotator.commands.scheme.{COMMANDS[chosen.name]}").command(arguments[1:])
    return code
