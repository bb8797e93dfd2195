"""Processes to give work to, of which any may end at any time without holding up this one.

Each process has a pipe of its own, the other end of which is open in it alone. The pool of ``concurrent.futures`` has
one pipe for the results of all, which stays open in the parent: when a process is ended while it writes to that, the
parent waits for the rest for ever.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager, suppress
from multiprocessing.process import BaseProcess
from queue import SimpleQueue
from types import TracebackType
from typing import Any, ParamSpec, Protocol, TypeVar, cast

Arguments = ParamSpec("Arguments")
Result = TypeVar("Result")

THREADS = "/proc/self/task"
"""Folder in which Linux has an entry for each thread of this process, those unknown to Python included."""


class ProcessEndedError(Exception):
    """A process has ended before it gave the result."""


class ProcessPool:
    """``count`` processes in which ``begin`` is called first. Leave it as a context manager.

    Raise OSError, ImportError or NotImplementedError where the system cannot have processes.
    """

    def __init__(self, count: int, begin: Callable[[], object]) -> None:
        self._processes: list[_Process] = []
        self._free: SimpleQueue[_Process] = SimpleQueue()
        kind = _kind_of_process()
        if _may_be_copied():
            gc.freeze()  # else collecting garbage would write to memory that is shared, which copies it
        try:
            for _ in range(count):
                self._add(kind, begin)
        except BaseException:
            for process in self._processes:
                process.end(at_once=True)
            raise
        self._threads = ThreadPoolExecutor(count)

    def _add(self, kind: type[BaseProcess], begin: Callable[[], object]) -> None:
        ours, theirs = multiprocessing.Pipe()
        with theirs, _interrupts_held():  # the process inherits that
            process = kind(target=_serve, args=(theirs, begin), daemon=True)
            process.start()
        self._processes.append(_Process(process, ours))
        self._free.put(self._processes[-1])

    def submit(
        self, function: Callable[Arguments, Result], *arguments: Arguments.args, **named: Arguments.kwargs
    ) -> Future[Result]:
        """Return the result to come of a function that a process calls.

        It raises what the function raises, or ProcessEndedError.
        """

        def result() -> Result:
            process = self._free.get()
            try:
                return cast("Result", process.result((function, arguments, named)))
            finally:
                self._free.put(process)

        return self._threads.submit(result)

    def __enter__(self) -> ProcessPool:
        return self

    def __exit__(self, error: type[BaseException] | None, _: BaseException | None, __: TracebackType | None) -> None:
        """End the processes after what they were given; at once on an error, Ctrl+C, or when nobody wants more."""
        self._threads.shutdown(wait=error is None, cancel_futures=error is not None)
        for process in self._processes:
            process.end(at_once=error is not None)
        self._threads.shutdown()


class _Connection(Protocol):
    """An end of a pipe, which has another class on Windows."""

    def send(self, item: Any, /) -> None: ...
    def recv(self) -> Any: ...


class _Process:
    """A process and this end of its pipe."""

    def __init__(self, process: BaseProcess, connection: _Connection) -> None:
        self._process = process
        self._connection = connection

    def result(self, call: object) -> object:
        try:
            self._connection.send(call)
            returned, result = self._connection.recv()
        except (EOFError, OSError) as error:
            # without its frames, which hold the buffer that was being sent: Python 3.13 complains when it collects both
            raise ProcessEndedError from error.with_traceback(None)
        if not returned:
            raise result
        return result

    def end(self, *, at_once: bool) -> None:
        """End the process; a thread that waits for its result finds the pipe at its end."""
        if at_once:
            self._process.terminate()
        else:
            with suppress(OSError):
                self._connection.send(None)
        self._process.join()


def _serve(connection: _Connection, begin: Callable[[], object]) -> None:
    begin()
    while call := connection.recv():
        function, arguments, named = call
        try:
            answer = True, function(*arguments, **named)
        except Exception as error:  # noqa: BLE001 – raised where the result is wanted
            answer = False, error
        connection.send(answer)


def _kind_of_process() -> type[BaseProcess]:
    if sys.platform != "win32" and _may_be_copied():
        return multiprocessing.get_context("fork").Process
    return multiprocessing.get_context("spawn").Process


def _may_be_copied() -> bool:
    """Return whether a copy of this process works, which takes nothing to start: one with other threads may hang."""
    try:
        return sys.platform == "linux" and len(os.listdir(THREADS)) == 1  # noqa: PTH208  # names are all it takes
    except OSError:
        return False


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Keep Ctrl+C until afterwards, where the system can."""
    if sys.platform == "win32":
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
