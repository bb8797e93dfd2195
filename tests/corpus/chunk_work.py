"""Work on chunks of files for tests of processes: each function can be given to another process."""

from __future__ import annotations

import gc
import os
import signal
from pathlib import Path

from annotator.corpus.chunks import Chunk
from annotator.storage.files.confinement import confined_tops
from annotator.storage.files.file_bytes import MIB
from annotator.storage.files.file_error import Problem

DEADLY, ONCE = "deadly.txt", "once.txt"

KEPT: list[str] = []
"""What the program has put here is in a copy of it, and in no process that is started anew."""


def names(chunk: Chunk) -> list[str]:
    """The names of the files; a process that comes upon a deadly one is killed, by ``once.txt`` only once."""
    for found in chunk:
        if found.file.name == DEADLY or (found.file.name == ONCE and _is_first_time(found.file)):
            os.kill(os.getpid(), signal.SIGKILL)
    return [found.file.name for found in chunk]


def of_problem(problem: Problem) -> list[str]:
    return [f"{problem.path.name}: {problem.sentence.split(':')[0]}"]


def tops(_chunk: Chunk) -> tuple[int, frozenset[Path]]:
    """The process, and what it is confined to."""
    return os.getpid(), frozenset(confined_tops())


def kept(_chunk: Chunk) -> list[str]:
    return KEPT


def collected(_chunk: Chunk) -> int:
    """Return the number of objects that are looked through for garbage here."""
    return len(gc.get_objects())


def large(_chunk: Chunk) -> bytes:
    """More than a pipe holds, so that the process is nearly always writing it."""
    return bytes(32 * MIB)


def wait_for_ever(_chunk: Chunk) -> list[str]:
    """Say so on standard output, which whoever started the program reads."""
    os.write(1, b"begun\n")
    signal.pause()
    return []


def _is_first_time(file: Path) -> bool:
    try:
        file.with_suffix(".seen").touch(exist_ok=False)
    except FileExistsError:
        return False
    return True
