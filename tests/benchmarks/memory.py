"""Memory that a process has for itself, its part of what it shares included."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from tests.benchmarks.table import Row
from tests.benchmarks.texts import Sample

MEBIBYTE = 2**20


def proportional() -> int:
    """Return the proportional set size of this process in bytes; where the system does not tell it, its own pages."""
    import psutil  # here, as it is not part of the program

    told = psutil.Process().memory_full_info()
    return int(getattr(told, "pss", told.uss))


def proportional_of(pid: int) -> int:
    """Return that of another process and of those that it has started."""
    import psutil

    process = psutil.Process(pid)
    total = 0
    for one in (process, *process.children(recursive=True)):
        with suppress(psutil.NoSuchProcess):  # it has ended since
            told = one.memory_full_info()
            total += int(getattr(told, "pss", told.uss))
    return total


def after_others(article: Sample, others: Sequence[Sample]) -> Row:
    """Open and annotate the article after others, each in the same way, and compare with the article alone."""
    with tempfile.TemporaryDirectory() as name:
        paths = [shown.write(Path(name)) for shown in (*others, article)]
        alone, last = _opened(paths[-1:]), _opened(paths)
    return Row("memory, after other articles", article.name, last, alone, 1.2, "MiB", "it alone")


def _opened(paths: Sequence[Path]) -> float:
    command = [sys.executable, "-m", "tests.benchmarks.own_process.leaving_process", *map(str, paths)]
    with tempfile.TemporaryDirectory() as settings:
        environment = {**os.environ, "ANNOTATOR_CONFIG_DIR": settings}
        done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, check=True)
    return float(json.loads(done.stdout)["pss"]) / MEBIBYTE
