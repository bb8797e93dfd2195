"""Work in processes, in a program in which nothing else runs: only such a one is copied for them.

``python -m tests.corpus.seen_processes FOLDER THREADS`` prints as JSON what came of it. A test process has threads of
its own, so that its processes are always started anew.
"""

from __future__ import annotations

import json
import multiprocessing
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from annotator.corpus import process_pool, processes
from annotator.corpus.processes import Processes
from annotator.corpus.tree import Found
from annotator.storage.files.confinement import confined_to
from annotator.storage.files.file_error import Problem
from tests.corpus.chunk_work import DEADLY, KEPT, ONCE, collected, kept, large, names, of_problem, tops, wait_for_ever

PLAIN = [f"{number}.txt" for number in range(30)]


def files(folder: Path, *others: str) -> Iterator[Found | Problem]:
    """Thirty files, with a Problem and the others in between."""
    for name in PLAIN[:15]:
        yield Found(folder, folder / name)
    yield Problem(folder / "locked", None, "Not read.")
    for name in (*others, *PLAIN[15:]):
        yield Found(folder, folder / name)


def read(folder: Path, jobs: int, *others: str) -> tuple[list[str], int]:
    """Return the names of the results, and how many processes were ended."""
    work = Processes(names, jobs, of_problem)
    return [name for result in work.results(files(folder, *others)) for name in result], work.ended


def confined(folder: Path) -> list[tuple[int, list[str]]]:
    """Return of each chunk the process, and what it is confined to below a link."""
    (folder / "link").symlink_to(folder)
    with confined_to([folder / "link"]):
        results = [*Processes(tops, 2, lambda _: (0, frozenset())).results(files(folder))]
    return [(process, sorted(map(str, found))) for process, found in results if process]


def closed(folder: Path) -> bool:
    """Return whether a process is gone when nobody wants more results."""
    results = Processes(tops, 2, lambda _: (0, frozenset())).results(files(folder))
    process, _ = next(results)
    results.close()  # type: ignore[attr-defined]  # it is a generator
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return True
    return False


def stopped(folder: Path) -> int:
    """Return how many processes, which would work for ever, are left after something is raised meanwhile."""

    def stop() -> None:
        raise InterruptedError

    found = [Found(folder, folder / f"{number}.txt") for number in range(5)]
    try:
        list(Processes(wait_for_ever, 2, of_problem, meanwhile=stop).results(found))
    except InterruptedError:
        return len(multiprocessing.active_children())
    return -1


def ended_while_they_write(folder: Path, times: int) -> int:
    """Return how often processes could be ended while they wrote their results."""
    for _ in range(times):
        results = Processes(large, 2, lambda _: b"").results(files(folder))
        assert next(results)
        results.close()  # type: ignore[attr-defined]  # it is a generator
    return times


def is_copied(folder: Path) -> bool:
    """Return whether the processes know what this one has noted."""
    KEPT.append("noted")
    (*_, last) = Processes(kept, 2, lambda _: []).results(files(folder))
    return last == KEPT


def looked_through(folder: Path) -> int:
    """Return how many of 100,000 objects of this process, and of its own, a process looks through for garbage."""
    objects = [[number] for number in range(100_000)]
    most = max(Processes(collected, 2, lambda _: 0).results(files(folder)))
    objects.clear()
    return most


def seen(folder: Path) -> dict[str, Any]:
    """Return what came of all that the way to start a process could change."""
    return {
        "is copied": is_copied(folder),
        "this": os.getpid(),
        "two": read(folder, 2),
        "three": read(folder, 3),
        "killed": read(folder, 2, ONCE),
        "killed again": read(folder, 2, DEADLY),
        "confined": confined(folder),
        "closed": closed(folder),
        "left": stopped(folder),
        "looked through": looked_through(folder),
        "ended": ended_while_they_write(folder, 2),
    }


if __name__ == "__main__":
    process_pool.THREADS = sys.argv[2]
    processes.FEWEST, processes.LARGE = 3, 4
    sys.stdout.write(json.dumps(seen(Path(sys.argv[1]))))
