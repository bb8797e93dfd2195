"""The option ``--jobs``, and the report of processes that were ended."""

from __future__ import annotations

import argparse
import sys

from annotator.corpus.processes import usable_cores


def add_jobs(parser: argparse.ArgumentParser, where: str = "", *, waits: bool = False) -> None:
    """Add the option to a command; ``where`` restricts what it has an effect on.

    ``waits``: the processes wait for the disk, and one more than there are cores keeps these busy meanwhile.
    """
    few = "one more than" if waits else "as many as"
    help = f"processes to work in where there are many files{where}; {few} there are processor cores, if not given"
    parser.add_argument("--jobs", metavar="N", type=_count, default=usable_cores() + waits, help=help)


def tell_of_ended(command: str, count: int) -> None:
    """Say on stderr that processes were ended from outside, if any were: the result is whole, but took longer."""
    if count:
        what = "A process that worked on them was" if count == 1 else f"{count} processes that worked on them were"
        print(f"annotator {command}: {what} ended from outside. The files have been read again.", file=sys.stderr)


def _count(text: str) -> int:
    """Parse the number of processes. Raises ArgumentTypeError."""
    if text.isdecimal() and (count := int(text)):
        return count
    raise argparse.ArgumentTypeError(f"{text!r} is not a whole number, 1 or more")
