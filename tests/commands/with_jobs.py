"""Commands with one, two and three processes, in a program in which nothing else runs: only such a one is copied.

``python -m tests.commands.with_jobs COMMANDS`` takes a JSON object of arguments by name, and prints for each what the
command returned, printed and wrote to ``../out``.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from tempfile import TemporaryFile

from annotator.cli import main
from annotator.corpus import processes

Came = tuple[int, str, str, str]


def ran(arguments: list[str]) -> Came:
    """Return the exit code of a command, its standard output and error, and the file that it wrote."""
    with TemporaryFile() as out, TemporaryFile() as errors:
        kept = [os.dup(1), os.dup(2)]
        os.dup2(out.fileno(), 1)
        os.dup2(errors.fileno(), 2)
        try:
            code = main(arguments)
            sys.stdout.flush()
            sys.stderr.flush()
        finally:
            for number, descriptor in enumerate(kept, 1):
                os.dup2(descriptor, number)
                os.close(descriptor)
        printed = [os.pread(file.fileno(), 1 << 30, 0).decode() for file in (out, errors)]
    written = Path("../out")
    return code, printed[0], printed[1], written.read_text("utf-8") if written.exists() else ""


if __name__ == "__main__":
    processes.FEWEST, processes.LARGE = 3, 4
    commands: dict[str, list[str]] = json.loads(sys.argv[1])
    jobs = ("1", "2", "3")
    sys.stdout.write(
        json.dumps({name: [ran([*one, "--jobs", number]) for number in jobs] for name, one in commands.items()})
    )
