"""What a process asked of the system: its connections, the files it named, those it wrote."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath

CALL = re.compile(r"^\d+ +(\w+)\((.*)$")
PLACED = re.compile(r'(?:(?:[0-9]+|AT_FDCWD)<([^>]*)>, )?"((?:[^"\\]|\\.)*)"')
"""A path as strace -y prints it, with the open folder that it counts from before it, where there is one."""
FAMILY = re.compile(r"\b(?:AF|PF)_(\w+)")
OCTAL = re.compile(rb"\\([0-7]{1,3})")
WRITING = ("creat", "rename", "renameat", "renameat2", "unlink", "unlinkat", "mkdir", "mkdirat", "rmdir", "link")
WRITING += ("linkat", "symlink", "symlinkat", "truncate", "chmod", "fchmodat", "mknod", "mknodat", "utimensat")
OPENING = ("open", "openat", "openat2")
MADE_OF_NOTHING = ("/dev/", "/proc/")
PATIENCE = 300


@dataclass(frozen=True, slots=True)
class Trace:
    """``families`` of sockets; ``named`` and ``written`` are absolute paths."""

    families: tuple[str, ...]
    named: frozenset[str]
    written: frozenset[str]
    output: str
    code: int


def can_trace() -> bool:
    """Whether there is strace, and it may look into another process."""
    strace = shutil.which("strace")
    if strace is None:
        return False
    trying = [strace, "-f", "-o", os.devnull, "true"]
    return subprocess.run(trying, capture_output=True, check=False).returncode == 0


def traced(command: Sequence[str], environment: Mapping[str, str], current: Path, report: Path) -> Trace:
    """Run the command to its end and tell what it asked for."""
    looking = ["strace", "-f", "-y", "-s", "65536", "-e", "trace=%network,%file", "-o", str(report)]
    done = subprocess.run(
        [*looking, *command],
        env=environment,
        cwd=current,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    families: list[str] = []
    named: set[str] = set()
    written: set[str] = set()
    for line in report.read_text("utf-8", "surrogateescape").splitlines():
        match = CALL.match(line)
        if match is None or match[1] == "execve":
            continue
        families += FAMILY.findall(line) if match[1] in ("socket", "connect", "sendto", "sendmsg", "bind") else []
        paths = [str(current / _decoded(folder) / _decoded(path)) for folder, path in PLACED.findall(match[2])]
        named.update(paths)
        if _writes(match[1], match[2]):
            written.update(path for path in paths if not path.startswith(MADE_OF_NOTHING))
    return Trace(tuple(families), frozenset(named), frozenset(written), done.stdout, done.returncode)


def _writes(call: str, rest: str) -> bool:
    if re.search(r"\) += -1 ", rest):
        return False
    return call in WRITING or (call in OPENING and bool(re.search(r"O_(?:WRONLY|RDWR|CREAT|TRUNC|TMPFILE)", rest)))


def _decoded(text: str) -> str:
    """A path as strace writes it."""
    plain = OCTAL.sub(lambda found: bytes([int(found[1], 8)]), text.encode("utf-8", "surrogateescape"))
    return os.fsdecode(plain.replace(b'\\"', b'"').replace(b"\\n", b"\n").replace(b"\\\\", b"\\"))


def below(path: str, folders: Sequence[Path]) -> bool:
    """Whether the path is in one of the folders."""
    return any(PurePath(path).is_relative_to(folder) for folder in folders)
