"""Start-up and memory, each time in a process of its own."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

from annotator.session.preferences.settings import Settings
from annotator.ui.article_view.typography import typeface
from tests.benchmarks.texts import Sample, sample

MEBIBYTE = 2**20


@dataclass(slots=True)
class Runs:
    """Seconds from the start of the process to its text and to all that it shows, and bytes of memory then.

    ``spent`` are seconds of processor time of all its threads to the text.
    """

    seconds: list[float] = field(default_factory=list)
    seconds_to_all: list[float] = field(default_factory=list)
    spent: list[float] = field(default_factory=list)
    resident: list[int] = field(default_factory=list)
    own: list[int] = field(default_factory=list)

    @property
    def milliseconds(self) -> float:
        return 1000 * statistics.median(self.seconds)

    @property
    def milliseconds_to_all(self) -> float:
        return 1000 * statistics.median(self.seconds_to_all)

    @property
    def processor_milliseconds(self) -> float:
        return 1000 * statistics.median(self.spent)

    @property
    def proportional(self) -> float:
        """Return mebibytes that are the process's own, its part of what is shared included."""
        return statistics.median(self.own) / MEBIBYTE

    @property
    def mebibytes(self) -> float:
        return statistics.median(self.resident) / MEBIBYTE


def first_pictures(shown: Sample, times: int, compiled: Path) -> tuple[Runs, Runs]:
    """Open the article by the program's real entry, and in a script that has only a text field, by turns.

    ``compiled`` is the folder in which Python keeps what it has compiled.
    """
    ours, bare = Runs(), Runs()
    with tempfile.TemporaryDirectory() as name:
        article = shown.write(Path(name))
        for runs_of_both in [(Runs(), Runs()), *[(ours, bare)] * times]:  # the first compile what Python keeps
            _run("own_process.bare_process", article, runs_of_both[1], compiled)
            _run("own_process.window_process", article, runs_of_both[0], compiled)
    return ours, bare


def small_article() -> Sample:
    """About what a newspaper prints, with a few annotations."""
    return sample("small", 5000, 50)


def _run(module: str, article: Path, runs: Runs, compiled: Path) -> None:
    font = typeface(Settings())
    command = [sys.executable, "-m", f"tests.benchmarks.{module}", str(article), font.family(), str(font.pixelSize())]
    with tempfile.TemporaryDirectory() as settings:
        environment = {**os.environ, "ANNOTATOR_CONFIG_DIR": settings, "PYTHONPYCACHEPREFIX": str(compiled)}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        start = time.time()
        done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, check=True)
    told = json.loads(done.stdout)
    runs.seconds.append(told["time"] - start)
    runs.seconds_to_all.append(told["all"] - start)
    runs.spent.append(told["spent"])
    runs.resident.append(told["resident"])
    runs.own.append(told["own"])
