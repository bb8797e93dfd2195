"""Test mode that logs where the GUI thread was when it did not answer for long."""

from __future__ import annotations

import faulthandler
import re
import tempfile
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from types import TracebackType
from typing import Self

from PySide6.QtCore import QObject, Qt, Signal

from annotator.storage.program.error_log import ErrorLog, LoggedError
from annotator.storage.program.private_paths import without_home

VARIABLE = "ANNOTATOR_SLOW_SLOTS"
"""Environment variable with the milliseconds from which on a slot is logged; without it nothing is watched."""

KIND = "SlowSlot"
PAUSE_SECONDS = 0.01
LINE = re.compile(r'\s*File "(.*)", line (\d+) in (.*)')


class SlowSlots(QObject):
    """Watcher, in a thread of its own, of the thread that it is made in.

    It asks that thread again and again whether it takes events; where the answer takes longer than ``milliseconds``,
    the log gets the stack from that moment. A call that holds Python's interpreter lock delays the watcher, so that the
    stack may be from shortly after it; the time is right.
    """

    _asked = Signal()

    def __init__(self, milliseconds: float, log: ErrorLog, clock: Callable[[], str]) -> None:
        super().__init__()
        self._limit, self._log, self._clock = milliseconds / 1000, log, clock
        self._watched = threading.get_ident()
        self._answered, self._ended = threading.Event(), threading.Event()
        self._asked.connect(self._answered.set, Qt.ConnectionType.QueuedConnection)
        self._thread = threading.Thread(target=self._watch, name="slow slots", daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        self._ended.set()
        self._thread.join()

    def _watch(self) -> None:
        while not self._ended.wait(PAUSE_SECONDS):
            self._answered.clear()
            began = time.perf_counter()
            self._asked.emit()
            if not self._answered.wait(self._limit):
                stack = stack_of(self._watched)
                self._wait_for_the_answer()
                self._note(stack, 1000 * (time.perf_counter() - began))

    def _wait_for_the_answer(self) -> None:
        while not (self._answered.wait(PAUSE_SECONDS) or self._ended.is_set()):
            pass

    def _note(self, stack: Sequence[str], milliseconds: float) -> None:
        """Log the stack, the innermost call last."""
        last = LINE.fullmatch(stack[-1]) if stack else None
        place = f"{last[3]} line {last[2]}" if last else "an unknown place"
        details = f"{milliseconds:.0f} ms\n" + without_home("\n".join(stack))
        self._log.add(LoggedError(self._clock(), KIND, place), details)


def stack_of(thread: int) -> list[str]:
    """Return the calls of another thread, the innermost last; empty if it has ended.

    No frame is taken hold of: a QPainter among its variables would live on after the thread has left the frame, and end
    in this thread.
    """
    with tempfile.TemporaryFile() as file:
        faulthandler.dump_traceback(file)
        file.seek(0)
        told = file.read().decode("utf-8", "replace")
    for part in told.split("\n\n"):
        head, *calls = part.strip().splitlines()
        if re.search(rf"hread 0x0*{thread:x} ", head):
            return calls[::-1]
    return []


def watched(environment: Mapping[str, str], log: ErrorLog, clock: Callable[[], str]) -> SlowSlots | None:
    """Return a watcher of this thread where the environment asks for one; None where it gives no such number."""
    try:
        return SlowSlots(float(environment.get(VARIABLE, "")), log, clock)
    except ValueError:
        return None
