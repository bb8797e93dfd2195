"""The commands that read a whole folder, beside reading the bytes of its files, by wall clock."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.table import Row
from tests.benchmarks.timing import Times

COMMANDS = {
    "check": (["check"], 5.5),
    "stats": (["stats"], 5.5),
    "export to JSON lines": (["export", "jsonl", "--replace"], 4.5),
}
"""Each with its bar; what it finds wrong in a made-up folder does not matter here."""


def commands(folder: Path, out: Path, size: str, *, barred: bool) -> Iterator[Row]:
    """The rows of a folder: each command in a process of its own with as many jobs as there are cores, and with one."""
    for what, (command, limit) in COMMANDS.items():
        arguments = [*command, str(folder), *(["-o", str(out)] if command[0] == "export" else [])]
        bare, all_cores, one = Times(), Times(), Times()
        bare.measure(lambda: _read(folder))
        all_cores.measure(lambda arguments=arguments: _run(*arguments))
        one.measure(lambda arguments=arguments: _run(*arguments, "--jobs", "1"))
        for jobs, times, bar in (("all cores", all_cores, limit if barred else None), ("one core", one, None)):
            yield Row(f"{what}, {jobs}, wall", size, times.wall_median, bare.wall_median, bar, other_name="its bytes")


def _read(folder: Path) -> None:
    for path in folder.rglob("*.*"):
        path.read_bytes()


def _run(*arguments: str) -> None:
    done = subprocess.run([sys.executable, "-m", "annotator", *arguments], stdout=subprocess.DEVNULL, check=False)
    assert done.returncode in (0, 1)
