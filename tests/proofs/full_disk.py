"""A disk that fills up: files of all sizes around the room that is left, each over an older one."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

from annotator.storage.files.atomic_write import write_atomically
from annotator.storage.files.file_error import SaveError
from tests.proofs.planting.fault import Fault
from tests.proofs.result import Line

FAILS_IF = (
    "a save that failed changes the old file, says nothing or leaves its temporary file behind, or if the sizes miss "
    "the edge of the disk"
)
ATOMIC_WRITE = "annotator/storage/files/atomic_write.py"
FAULTS = (
    Fault(
        "a failure is swallowed",
        ATOMIC_WRITE,
        "raise SaveError.at(path, saving_failed(failure)) from failure",
        "return",
        "failures that nobody was told of",
    ),
    Fault(
        "the old file is written over",
        ATOMIC_WRITE,
        'temporary = temporary_name()\n    file = FileIO(folder.file(temporary, NEW, mode), "w")',
        'temporary = name\n    file = FileIO(folder.file(name, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, mode), "w")',
        "old files lost",
    ),
    Fault(
        "the temporary file is not removed",
        ATOMIC_WRITE,
        "            folder.remove(temporary)\n        raise",
        "            pass\n        raise",
        "temporary files left behind",
    ),
)
KIB = 1024
ROOM = 512
"""What the small disk holds, or the largest file that there may be, in KiB."""


@dataclass(slots=True)
class Found:
    """How the saves ended; a save that failed has to say so, and to leave the old file alone."""

    saved: int = 0
    refused: int = 0
    old_files_lost: int = 0
    silent_failures: int = 0
    strays: int = 0

    def save(self, path: Path, old: bytes, new: bytes) -> None:
        """Put ``new`` in the place of ``old``, and look what became of it."""
        try:
            write_atomically(path, new)
            self.saved += 1
            self.silent_failures += path.read_bytes() != new
        except SaveError:
            self.refused += 1
            self.old_files_lost += not path.exists() or path.read_bytes() != old
        self.strays += len(list(path.parent.glob(".annotator-*")))


def prove(full: bool) -> list[Line]:
    """Sweep the sizes, in a child where this process may not make a disk of its own."""
    around = ROOM if full else 32
    with tempfile.TemporaryDirectory() as name, _disk(Path(name)) as small:
        if small:
            how, found = f"a disk of {ROOM} KiB", sweep(Path(name), around, old_sizes=[1, 100] if full else [100])
        else:
            how, found = f"files of at most {ROOM} KiB", _in_child(Path(name), around)
    tried = found.saved + found.refused
    return [
        Line(f"old files lost, {how}", f"{found.old_files_lost} of {tried}", "0", found.old_files_lost == 0),
        Line("failures that nobody was told of", f"{found.silent_failures} of {tried}", "0", not found.silent_failures),
        Line("temporary files left behind", str(found.strays), "0", found.strays == 0),
        Line("saves that went well and that failed", f"{found.saved}, {found.refused}", "both", _both(found)),
    ]


def sweep(folder: Path, around: int, *, old_sizes: list[int]) -> Found:
    """Save files of every size around the room that there is, each over an old file of one of the sizes, in KiB."""
    found = Found()
    path = folder / "story.annotations.yaml"
    for old_size in old_sizes:
        old = os.urandom(old_size * KIB)
        for room in {ROOM - old_size, ROOM}:  # beside the old file; and where it would go, were it written over
            for size in range(max(0, room - around), room + around + 1):
                path.write_bytes(old)
                found.save(path, old, os.urandom(size * KIB))
    return found


@contextmanager
def _disk(folder: Path) -> Iterator[bool]:
    """A small disk at the folder while it is needed; false where that is not allowed."""
    mount = ["mount", "-t", "tmpfs", "-o", f"size={ROOM}k", "tmpfs", str(folder)]
    small = sys.platform == "linux" and os.geteuid() == 0 and _ran(mount)
    try:
        yield small
    finally:
        if small:
            subprocess.run(["umount", str(folder)], check=True)


def _ran(command: list[str]) -> bool:
    try:
        return subprocess.run(command, capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def _in_child(folder: Path, around: int) -> Found:
    command = [sys.executable, "-m", "tests.proofs.full_disk", str(folder), str(around)]
    return Found(**json.loads(subprocess.run(command, capture_output=True, check=True).stdout))


def _limited(folder: Path, around: int) -> None:
    """The child's part: no file may be larger than the room."""
    import resource  # here: POSIX only

    resource.setrlimit(resource.RLIMIT_FSIZE, (ROOM * KIB, ROOM * KIB))
    sys.stdout.write(json.dumps(asdict(sweep(folder, around, old_sizes=[100]))))


def _both(found: Found) -> bool:
    return found.saved > 0 and found.refused > 0


if __name__ == "__main__":
    _limited(Path(sys.argv[1]), int(sys.argv[2]))
