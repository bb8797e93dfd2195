"""Work in a process of its own in which one call to the system fails: strace answers it in the system's place.

The worker is the tracer's own child, so that a system allows the tracing that allows any.
"""

from __future__ import annotations

import mmap
import os
import re
import resource
import shutil
import signal
import struct
import subprocess
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn, Self

GO = signal.SIGUSR1
WAITING = "rt_sigtimedwait"
"""The worker waits in this call, which no work makes: so a log shows where a piece of work begins and ends."""
TRACED = f"%file,%desc,{WAITING}"
NOT_OF_FILES = {"mmap", "poll", "ppoll", "select", "pselect6", "epoll_wait", "epoll_pwait", "eventfd2", WAITING}
CALL = re.compile(r"^(\w+)\(")
WRITTEN = re.compile(r"^write\(.*, (\d+)\) += (-?\d+)")
INJECTED = "(INJECTED"
SHARED_BYTES = 64 * 1024
HEAD = struct.Struct("III")
"""What worker and owner share: the worker's process, the number of its answers, the bytes of the last; then these."""
PATIENCE = 60.0
UNLIMITED = (resource.RLIM_INFINITY, resource.RLIM_INFINITY)


@dataclass(frozen=True, slots=True)
class Call:
    """A call that the work made, the ``number``-th of its name, as strace prints it."""

    name: str
    number: int
    line: str

    @property
    def was_injected(self) -> bool:
        return INJECTED in self.line

    @property
    def wrote(self) -> tuple[int, int]:
        """The bytes that it was to write and those that it wrote; none of both where it is no write."""
        match = WRITTEN.match(self.line)
        return (int(match[1]), int(match[2])) if match else (0, 0)


def can_inject() -> bool:
    """Whether there is a strace that may look into another process and answer its calls."""
    strace = shutil.which("strace")
    if strace is None:
        return False
    trying = [strace, "-o", os.devnull, "-e", "inject=chdir:error=EIO", "true"]
    return subprocess.run(trying, capture_output=True, check=False).returncode == 0


def injected(call: Call, error: str) -> tuple[str, ...]:
    """The option that lets this call, and no other, fail."""
    return ("-e", f"inject={call.name}:error={error}:when={call.number}")


class Worker:
    """A fork of this process that does the work once for each ``answer``, and is killed in the end."""

    def __init__(self, work: Callable[[], str], log: Path | None = None, options: Sequence[str] = ()) -> None:
        """Start it; with ``log``, traced into that file, with further ``options`` of strace."""
        self._shared = mmap.mmap(-1, SHARED_BYTES)
        signal.pthread_sigmask(signal.SIG_BLOCK, {GO})  # it waits for the worker, should it come too early
        self._child = os.fork()
        if not self._child:
            _trace_or_serve(work, self._shared, log, options)
        self._answers = 0
        if log:
            self._wait(lambda: log.exists() and WAITING in log.read_text("utf-8", "replace"))
        self._wait(lambda: self.process != 0)

    @property
    def process(self) -> int:
        return int(HEAD.unpack_from(self._shared)[0])

    def go(self) -> None:
        """Let it begin the next piece of work."""
        os.kill(self.process, GO)

    def answer(self) -> str:
        """Wait for the end of the piece of work, and return its answer."""
        self._answers += 1
        self._wait(lambda: HEAD.unpack_from(self._shared)[1] == self._answers)
        return self._shared[HEAD.size : HEAD.size + HEAD.unpack_from(self._shared)[2]].decode()

    def limit(self, size: int | None) -> None:
        """Let no file be larger; the write that goes beyond is a short one, and the next fails."""
        limits = UNLIMITED if size is None else (size, resource.RLIM_INFINITY)
        resource.prlimit(self.process, resource.RLIMIT_FSIZE, limits)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        os.kill(self.process, signal.SIGKILL)
        os.waitpid(self._child, 0)
        self._shared.close()

    def _wait(self, until: Callable[[], bool]) -> None:
        end = time.monotonic() + PATIENCE
        while not until():
            if time.monotonic() > end:
                raise TimeoutError("the worker does not answer")
            time.sleep(0.0005)


def _trace_or_serve(work: Callable[[], str], shared: mmap.mmap, log: Path | None, options: Sequence[str]) -> NoReturn:
    """Be the worker; with a log, be its tracer instead, and its parent."""
    try:
        worker = os.fork() if log else 0
        if not worker:
            _serve(work, shared)
        os.execvp(
            "strace", ["strace", "-q", "-y", "-o", str(log), "-e", f"trace={TRACED}", *options, "-p", f"{worker}"]
        )
    finally:
        os._exit(1)


def _serve(work: Callable[[], str], shared: mmap.mmap) -> None:
    HEAD.pack_into(shared, 0, os.getpid(), 0, 0)
    answers = 0
    while signal.sigtimedwait({GO}, PATIENCE):
        answer = work().encode()[: SHARED_BYTES - HEAD.size]
        answers += 1
        shared[HEAD.size : HEAD.size + len(answer)] = answer
        HEAD.pack_into(shared, 0, os.getpid(), answers, len(answer))


def calls_in(log: Path, piece: int = 1) -> list[Call]:
    """The calls about files that the first, or another, piece of work made."""
    begun, counts, found = 0, Counter[str](), list[Call]()
    for line in log.read_text("utf-8", "replace").splitlines():
        if line.startswith(WAITING) and line.endswith(f"= {GO.value} ({GO.name})"):
            begun += 1
        elif (match := CALL.match(line)) and match[1] not in NOT_OF_FILES:
            counts[match[1]] += 1
            found += [Call(match[1], counts[match[1]], line)] if begun == piece else []
    return found
