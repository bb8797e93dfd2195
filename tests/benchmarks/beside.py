"""Measures the start and the memory of other programs beside this one and a bare window, under one X server.

``python -m tests.benchmarks.beside "PROGRAM ARGUMENT…" [MORE…] [--times N] [--article FILE]``: each program is a
command line of its own, in which ``{article}`` stands for the article. Without a screen run it by ``xvfb-run``. The
programs are started in turns. A window counts as shown when it is on the screen, has a size and more than one colour.
"""

from __future__ import annotations

import argparse
import os
import shlex
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.benchmarks.memory import MEBIBYTE, proportional_of
from tests.benchmarks.processes import small_article
from tests.benchmarks.screen_windows import Screen
from tests.support.paths import ROOT

BARE = (
    "import sys; from pathlib import Path\n"
    "from PySide6.QtWidgets import QApplication, QMainWindow, QPlainTextEdit\n"
    "application, window = QApplication([]), QMainWindow()\n"
    "window.setCentralWidget(QPlainTextEdit(Path(sys.argv[1]).read_text(encoding='utf-8')))\n"
    "window.resize(1440, 900); window.show(); application.exec()\n"
)
LONGEST = 60.0
"""Seconds after which a program that shows no window is given up."""
SETTLED = 1.0
"""Seconds from the window until the memory is measured."""


@dataclass(slots=True)
class Program:
    """A program with what was measured of it: milliseconds to its window, and MiB, its share of what is shared."""

    name: str
    command: list[str]
    milliseconds: list[float] = field(default_factory=list)
    mebibytes: list[float] = field(default_factory=list)

    def run(self, screen: Screen, settings: Path, *, counted: bool) -> None:
        """Start the program, wait for its window, and end it. Raises TimeoutError where no window comes."""
        environment = {**os.environ, "QT_QPA_PLATFORM": "xcb", "ANNOTATOR_CONFIG_DIR": str(settings)}
        before, begin = screen.windows(), time.perf_counter()
        quiet = subprocess.DEVNULL
        process = subprocess.Popen(self.command, env=environment, cwd=ROOT, stdout=quiet, stderr=quiet)
        try:
            screen.wait_for_another(before, LONGEST)
            took = 1000 * (time.perf_counter() - begin)
            time.sleep(SETTLED)
            if counted:
                self.milliseconds.append(took)
                self.mebibytes.append(proportional_of(process.pid) / MEBIBYTE)
        finally:
            _end(process)
            screen.wait_until_gone(before, LONGEST)


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the program and those that it has started, without any question that it may have before it ends."""
    import psutil

    for one in [*psutil.Process(process.pid).children(recursive=True), process]:
        one.kill()
    process.wait()


def measured(programs: Sequence[Program], times: int) -> None:
    """Run them in turns, so many times each, after one run that nobody counts."""
    screen = Screen()
    with tempfile.TemporaryDirectory() as settings:
        for number in range(times + 1):
            for program in programs:
                program.run(screen, Path(settings), counted=number > 0)


def as_text(programs: Sequence[Program]) -> str:
    """Return the medians as a table in Markdown, against the last program, which is the bare window."""
    bare = programs[-1]
    lines = ["| | window shown | × bare | memory (PSS) | × bare |", "|---|---|---|---|---|"]
    for one in programs:
        took, memory = statistics.median(one.milliseconds), statistics.median(one.mebibytes)
        slower, larger = took / statistics.median(bare.milliseconds), memory / statistics.median(bare.mebibytes)
        lines.append(f"| {one.name} | {took:.0f} ms | {slower:.2f} | {memory:.0f} MiB | {larger:.2f} |")
    return "\n".join(lines)


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.beside", description=__doc__)
    parser.add_argument("programs", metavar="PROGRAM", nargs="*", help="a command line; {article} is the article")
    parser.add_argument("--times", metavar="N", type=int, default=7, help="how often each is started")
    parser.add_argument("--article", metavar="FILE", type=Path, help="instead of one of 5 kB with 50 annotations")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        article = str(options.article.absolute() if options.article else small_article().write(Path(folder)))
        others = [[part.replace("{article}", article) for part in shlex.split(line)] for line in options.programs]
        programs = [
            *(Program(Path(command[0]).name, command) for command in others),
            Program("Annotator", [sys.executable, "-m", "annotator", article]),
            Program("bare window", [sys.executable, "-c", BARE, article]),
        ]
        measured(programs, options.times)
    print(as_text(programs))
    return 0


if __name__ == "__main__":
    sys.exit(main())
