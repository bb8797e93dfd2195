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


MOST_OF_AN_EXPORT = 1
"""Bar of a rename, though it writes three names for each sidecar, where an export writes a line."""


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


def renames(folder: Path, out: Path, size: str, *, barred: bool) -> Iterator[Row]:
    """The row of a label renamed in the scheme and all sidecars, and back, beside an export of these."""
    export = ["export", "jsonl", "--replace", str(folder), "-o", str(out)]
    exporting, renaming = Times(), Times()
    for old, new in (("claim", "statement"), ("statement", "claim")):
        exporting.measure(lambda: _run(*export))
        renaming.measure(lambda old=old, new=new: _run("scheme", "rename", "label", old, new, str(folder)))
    bar = MOST_OF_AN_EXPORT if barred else None
    yield Row(
        "scheme rename, all cores, wall", size, renaming.wall_median, exporting.wall_median, bar, other_name="export"
    )


def _read(folder: Path) -> None:
    for path in folder.rglob("*.*"):
        path.read_bytes()


def _run(*arguments: str) -> None:
    done = subprocess.run([sys.executable, "-m", "annotator", *arguments], stdout=subprocess.DEVNULL, check=False)
    assert done.returncode in (0, 1)
